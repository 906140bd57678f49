"""What many pages of one outlet show that one page cannot: the lines that recur across them."""

from cleaner.learn.keys import escaped, is_sentence, key
from cleaner.learn.plugin_file import Learned, evidence, plugin_file, rule_name, signs
from cleaner.learn.python import literal, pattern_literal, rule_source
from cleaner.learn.reading import read_pages
from cleaner.learn.recurring import Context, Recurring, find_recurring, pages_needed
from cleaner.learn.seen import Seen, see

__all__ = [
    "Context",
    "Learned",
    "Recurring",
    "Seen",
    "escaped",
    "evidence",
    "find_recurring",
    "is_sentence",
    "key",
    "literal",
    "pages_needed",
    "pattern_literal",
    "plugin_file",
    "read_pages",
    "rule_name",
    "rule_source",
    "see",
    "signs",
]
