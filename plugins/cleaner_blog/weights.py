"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "prose is near": 0.28,
    "two lines of prose above": -1.51,
    "much prose below": -1.07,
    "some prose just above": -1.37,
    "much prose just above": -1.58,
    "a third of all prose above": -1.75,
    "over the first text": 1.10,
    "a gap before": 3.36,
    "a gap after": 4.06,
    "date or byline above": -1.33,
    "another candidate below": 0.39,
    "a short line above": 0.55,
    "a date below": 1.88,
    "a date above": 1.83,
    "a menu above": 0.68,
    "many candidates around": -0.76,
    "a line of words above": -1.13,
    "many lines of words above": -0.65,
    "an item of a list": -2.03,
    "one or two words": -2.03,
    "three or four words": -0.80,
    "ends as a sentence does": -0.93,
    "a label": -2.59,
    "has separators": -0.75,
    "words run together": -1.26,
    "capitals throughout": 0.84,
    "words of credits": -2.09,
    "words of notices": -0.88,
    "stands in a list too": 1.39,
    "part of a line above": 1.44,
    "part of a line below": 1.11,
    "all its words in the first prose": -0.46,
    "a third of its words in the lead": 1.00,
    "two thirds of its words in the lead": 0.54,
    "none of its words in the text": -1.26,
    "two of its words twice in the text": 1.50,
}
"""In the order in which the questions are asked."""
NONE = 7.96
"""The weight of there being no headline."""
SURE = 0.5
"""Share of all weight that the best line must have."""
