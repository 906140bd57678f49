"""What people and programs are shown: the record of a page, the explained view, lists of profiles and plugins."""

from cleaner.report.lists import plan_list, plan_sheet, plugin_list, plugin_sheet, profile_list, profile_sheet
from cleaner.report.page import (
    KEPT,
    Fate,
    Known,
    counts,
    explained,
    fates,
    known_fields,
    line_sheet,
    margin_sheet,
    page_sheet,
    record,
    removals,
)
from cleaner.report.sheets import Sheet, as_lines, as_table, printable

__all__ = [
    "KEPT",
    "Fate",
    "Known",
    "Sheet",
    "as_lines",
    "as_table",
    "counts",
    "explained",
    "fates",
    "known_fields",
    "line_sheet",
    "margin_sheet",
    "page_sheet",
    "plan_list",
    "plan_sheet",
    "plugin_list",
    "plugin_sheet",
    "printable",
    "profile_list",
    "profile_sheet",
    "record",
    "removals",
]
