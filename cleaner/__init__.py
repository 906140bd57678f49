"""Clean text out of scraped pages and text dumps.

    import cleaner

    result = cleaner.clean(source, url="https://www.example.org/article")
    result.text, result.metadata, result.removals

For many pages build one `Cleaner` and share it between threads.
"""

from cleaner.columns import Boxes, Columns
from cleaner.compiled import load_functions, load_library
from cleaner.discovery import Plugin, discover, load_plugin
from cleaner.engine import Cleaner, clean
from cleaner.errors import (
    CleanerError,
    MissingExtraError,
    NativeError,
    OutletError,
    PluginError,
    ProfileError,
    RuleError,
)
from cleaner.hooks import STAGES, hookimpl
from cleaner.markdown import to_markdown
from cleaner.metadata import iso_date, page_facts, printed_facts
from cleaner.model import (
    CAREFUL,
    Box,
    Candidate,
    Cleaned,
    Fact,
    Image,
    Kind,
    Line,
    Mark,
    Metadata,
    Removal,
)
from cleaner.outlets import from_toml
from cleaner.page import Element, Page, Tree
from cleaner.profiles import Profile
from cleaner.rules import Extent, Rule

__all__ = [
    "CAREFUL",
    "STAGES",
    "Box",
    "Boxes",
    "Candidate",
    "Cleaned",
    "Cleaner",
    "CleanerError",
    "Columns",
    "Element",
    "Extent",
    "Fact",
    "Image",
    "Kind",
    "Line",
    "Mark",
    "Metadata",
    "MissingExtraError",
    "NativeError",
    "OutletError",
    "Page",
    "Plugin",
    "PluginError",
    "Profile",
    "ProfileError",
    "Removal",
    "Rule",
    "RuleError",
    "Tree",
    "clean",
    "discover",
    "from_toml",
    "hookimpl",
    "iso_date",
    "load_functions",
    "load_library",
    "load_plugin",
    "page_facts",
    "printed_facts",
    "to_markdown",
]
