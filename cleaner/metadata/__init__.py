"""Metadata: what a page states about itself (`page_facts`), and what it prints beside its headline (`printed_facts`).

For plugins: `yield from page_facts(page)` in `find_metadata`. The generic plugin does.
"""

from cleaner.metadata.check import DAY_FIELDS, day_fault, fault, to_be_checked
from cleaner.metadata.dates import iso_date
from cleaner.metadata.head import own_url
from cleaner.metadata.language import language_detector
from cleaner.metadata.page import page_facts
from cleaner.metadata.printed import printed_facts
from cleaner.metadata.words import tidied

__all__ = [
    "DAY_FIELDS",
    "day_fault",
    "fault",
    "iso_date",
    "language_detector",
    "own_url",
    "page_facts",
    "printed_facts",
    "tidied",
    "to_be_checked",
]
