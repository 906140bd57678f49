"""What comes in: finding the pages of a run, naming what comes out for each, and reading them within bounds."""

from cleaner.sources.files import STANDARD_INPUT, Document, find
from cleaner.sources.names import is_page
from cleaner.sources.reading import LARGEST_PAGE, SourceError, read

__all__ = ["LARGEST_PAGE", "STANDARD_INPUT", "Document", "SourceError", "find", "is_page", "read"]
