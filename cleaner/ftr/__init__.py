"""FiveFilters site configurations, read as outlets: one directive a line, most of them an XPath of what to strip."""

from cleaner.ftr.convert import Converted, Left, convert
from cleaner.ftr.selectors import UntranslatableError
from cleaner.ftr.xpath import to_css

__all__ = ["Converted", "Left", "UntranslatableError", "convert", "to_css"]
