"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "one or two words": -2.02,
    "three or four words": -0.73,
    "five to seven words": 0.28,
    "eight to fifteen words": 0.70,
    "more than fifteen words": -0.05,
    "ends as a sentence does": -3.78,
    "longest of all": -1.05,
    "a label": -2.63,
    "has separators": -1.11,
    "words run together": -1.10,
    "begins with a quotation": 1.62,
    "capitals throughout": 0.74,
    "words of credits": -1.61,
    "words of notices": -0.85,
    "words of date lines": -1.44,
    "first line of all": 0.41,
    "prose is next": -0.67,
    "prose is near": 0.30,
    "prose above": -1.10,
    "two lines of prose above": -0.69,
    "three lines of prose above": -0.45,
    "hardly any prose below": -0.84,
    "some prose below": 0.04,
    "much prose below": -0.80,
    "some prose just above": -1.52,
    "much prose just above": -1.22,
    "a tenth of all prose above": -0.86,
    "a third of all prose above": -1.97,
    "a gap before": 3.48,
    "a gap after": 3.41,
    "date or byline below": 0.99,
    "date or byline above": -0.55,
    "another candidate above": -0.66,
    "another candidate below": 0.22,
    "a short line above": 0.49,
    "a menu above": 0.32,
    "a year below": 1.09,
    "the same as its neighbour": 0.45,
    "half its words in the text": 1.24,
    "all its words in the text": -0.71,
    "a third of its words in the lead": 0.99,
    "two thirds of its words in the lead": 0.85,
    "stands twice": 0.53,
    "stands in a list too": 0.95,
}
"""In the order in which the questions are asked."""
NONE = 6.75
"""The weight of there being no headline."""
SURE = 0.6
"""Share of all weight that the best line must have."""
