"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "first line of all": 0.50,
    "prose is next": -0.30,
    "prose is near": 0.12,
    "prose above": -0.97,
    "two lines of prose above": -0.88,
    "three lines of prose above": -0.11,
    "hardly any prose below": -0.67,
    "some prose below": 0.12,
    "much prose below": -0.51,
    "some prose just above": -1.32,
    "much prose just above": -1.38,
    "a tenth of all prose above": -0.81,
    "a third of all prose above": -1.92,
    "a gap before": 3.50,
    "a gap after": 3.48,
    "date or byline below": 1.22,
    "date or byline above": -0.32,
    "another candidate above": -0.41,
    "another candidate below": 0.31,
    "a short line above": 0.76,
    "a menu above": 0.46,
    "a year below": 1.06,
    "the same as its neighbour": 0.50,
    "one or two words": -2.37,
    "three or four words": -0.96,
    "five to seven words": 0.16,
    "eight to fifteen words": 0.67,
    "more than fifteen words": 0.02,
    "ends as a sentence does": -2.48,
    "longest of all": -0.15,
    "a label": -2.83,
    "has separators": -1.38,
    "words run together": -0.95,
    "begins with a quotation": 1.33,
    "capitals throughout": 0.72,
    "words of credits": -1.98,
    "words of notices": -1.13,
    "words of date lines": -0.65,
    "half its words in the text": 0.75,
    "all its words in the text": -0.55,
    "a third of its words in the lead": 1.09,
    "two thirds of its words in the lead": 0.98,
    "stands twice": 0.21,
    "stands in a list too": 1.49,
}
"""In the order in which the questions are asked."""
NONE = 7.31
"""The weight of there being no headline."""
SURE = 0.6
"""Share of all weight that the best line must have."""
