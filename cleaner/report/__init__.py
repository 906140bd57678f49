"""What people and programs are shown: the record of a page, the explained view, lists of profiles and plugins."""

from cleaner.report.drift import LEVEL, Drift, drift, drift_json, drift_sheet
from cleaner.report.lists import (
    plan_list,
    plan_sheet,
    plugin_list,
    plugin_sheet,
    profile_list,
    profile_sheet,
    versions_of,
)
from cleaner.report.page import (
    KEPT,
    Fate,
    Known,
    Origin,
    counts,
    explained,
    fates,
    known_fields,
    line_sheet,
    margin_sheet,
    page_sheet,
    record,
)
from cleaner.report.sheets import Sheet, as_lines, as_table, printable
from cleaner.report.statistics import STATISTICS, report_sheet
from cleaner.report.tally import Tally, tally, tally_aside
from cleaner.report.total import Report, ReportError, read_report

__all__ = [
    "KEPT",
    "LEVEL",
    "STATISTICS",
    "Drift",
    "Fate",
    "Known",
    "Origin",
    "Report",
    "ReportError",
    "Sheet",
    "Tally",
    "as_lines",
    "as_table",
    "counts",
    "drift",
    "drift_json",
    "drift_sheet",
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
    "read_report",
    "record",
    "report_sheet",
    "tally",
    "tally_aside",
    "versions_of",
]
