"""From a source to lines: the only part that knows HTML from text, and the only one that imports selectolax."""

from cleaner.segment.decode import Source, read
from cleaner.segment.elements import ElementRules, check_css
from cleaner.segment.html import Document, parse
from cleaner.segment.sniff import KINDS, SAMPLE, is_html
from cleaner.segment.tags import INVISIBLE
from cleaner.segment.segmented import Segmented
from cleaner.segment.text import segment_text, text_lines

__all__ = [
    "INVISIBLE",
    "KINDS",
    "SAMPLE",
    "Document",
    "ElementRules",
    "Segmented",
    "Source",
    "check_css",
    "is_html",
    "parse",
    "read",
    "segment_text",
    "text_lines",
]
