"""What many pages of one outlet show that one page cannot: the lines that recur across them."""

from cleaner.learn.keys import escaped, is_sentence, key
from cleaner.learn.plugin_file import Learned, context, evidence, plugin_file, rule_name, signs
from cleaner.learn.python import literal, pattern_literal, rule_source
from cleaner.learn.reading import read_pages
from cleaner.learn.recurring import BOTTOM, INSIDE, TOP, Context, Recurring, find_recurring, pages_needed
from cleaner.learn.seen import Seen, see

__all__ = [
    "BOTTOM",
    "INSIDE",
    "TOP",
    "Context",
    "Learned",
    "Recurring",
    "Seen",
    "context",
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
