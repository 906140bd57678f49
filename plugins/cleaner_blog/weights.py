"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "first line of all": 0.59,
    "prose is next": -0.31,
    "prose is near": 0.10,
    "prose above": -1.02,
    "two lines of prose above": -0.89,
    "three lines of prose above": -0.08,
    "hardly any prose below": -0.67,
    "some prose below": 0.17,
    "much prose below": -0.54,
    "some prose just above": -1.31,
    "much prose just above": -1.40,
    "a tenth of all prose above": -0.81,
    "a third of all prose above": -1.89,
    "a gap before": 3.53,
    "a gap after": 3.54,
    "date or byline below": 1.20,
    "date or byline above": -0.35,
    "another candidate above": -0.40,
    "another candidate below": 0.30,
    "a short line above": 0.78,
    "a menu above": 0.46,
    "a year below": 1.10,
    "the same as its neighbour": 0.52,
    "one or two words": -2.26,
    "three or four words": -0.98,
    "five to seven words": 0.14,
    "eight to fifteen words": 0.65,
    "more than fifteen words": -0.01,
    "ends as a sentence does": -2.48,
    "longest of all": -0.18,
    "a label": -2.87,
    "has separators": -1.10,
    "words run together": -0.98,
    "begins with a quotation": 1.28,
    "capitals throughout": 0.70,
    "words of credits": -1.65,
    "words of notices": -0.92,
    "words of date lines": -1.41,
    "half its words in the text": 0.82,
    "all its words in the text": -0.58,
    "a third of its words in the lead": 1.09,
    "two thirds of its words in the lead": 0.94,
    "stands twice": 0.28,
    "stands in a list too": 1.13,
}
"""In the order in which the questions are asked."""
NONE = 7.33
"""The weight of there being no headline."""
SURE = 0.6
"""Share of all weight that the best line must have."""
