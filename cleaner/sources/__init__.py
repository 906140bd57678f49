"""What comes in: finding the pages of a run, naming what comes out for each, and reading them within bounds."""

from cleaner.sources.document import FORMS, STANDARD_INPUT, Document, Given, Reading, SourceError, split_source
from cleaner.sources.fields import RECOGNISED
from cleaner.sources.files import find, listed
from cleaner.sources.names import is_page
from cleaner.sources.reader import Reader, look_up
from cleaner.sources.reading import LARGEST_PAGE, read, spool

__all__ = [
    "FORMS",
    "LARGEST_PAGE",
    "RECOGNISED",
    "STANDARD_INPUT",
    "Document",
    "Given",
    "Reader",
    "Reading",
    "SourceError",
    "find",
    "is_page",
    "listed",
    "look_up",
    "read",
    "split_source",
    "spool",
]
