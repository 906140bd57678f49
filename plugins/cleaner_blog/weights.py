"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "first line of all": 0.37,
    "prose is next": -0.31,
    "prose is near": 0.15,
    "prose above": -1.02,
    "two lines of prose above": -0.88,
    "three lines of prose above": -0.15,
    "hardly any prose below": -0.58,
    "some prose below": 0.16,
    "much prose below": -0.53,
    "some prose just above": -1.31,
    "much prose just above": -1.39,
    "a tenth of all prose above": -0.79,
    "a third of all prose above": -1.62,
    "a gap before": 3.73,
    "a gap after": 4.00,
    "date or byline below": 1.15,
    "date or byline above": -0.31,
    "another candidate above": -0.62,
    "another candidate below": 0.35,
    "a short line above": 0.65,
    "a menu above": 0.47,
    "a year below": 1.08,
    "the same as its neighbour": 0.45,
    "one or two words": -2.40,
    "three or four words": -0.96,
    "five to seven words": 0.13,
    "eight to fifteen words": 0.65,
    "more than fifteen words": 0.01,
    "ends as a sentence does": -2.46,
    "longest of all": -0.07,
    "a label": -2.83,
    "has separators": -1.40,
    "words run together": -0.95,
    "begins with a quotation": 1.05,
    "capitals throughout": 0.75,
    "words of credits": -1.96,
    "words of notices": -1.19,
    "words of date lines": -0.73,
    "half its words in the text": 0.70,
    "all its words in the text": -0.56,
    "a third of its words in the lead": 1.11,
    "two thirds of its words in the lead": 1.01,
    "stands twice": 0.23,
    "stands in a list too": 1.40,
}
"""In the order in which the questions are asked."""
NONE = 7.98
"""The weight of there being no headline."""
SURE = 0.6
"""Share of all weight that the best line must have."""
