"""From a source to lines: the only part that knows HTML from text, and the only one that imports selectolax."""

from cleaner.segment.decode import Source, read
from cleaner.segment.elements import ElementRules, check_css
from cleaner.segment.html import Document, parse
from cleaner.segment.segmented import Segmented
from cleaner.segment.sniff import KINDS, binary, is_html, is_page
from cleaner.segment.tags import INVISIBLE
from cleaner.segment.text import segment_text, text_lines

__all__ = [
    "INVISIBLE",
    "KINDS",
    "Document",
    "ElementRules",
    "Segmented",
    "Source",
    "binary",
    "check_css",
    "is_html",
    "is_page",
    "parse",
    "read",
    "segment_text",
    "text_lines",
]
