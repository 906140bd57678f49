"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "first line of all": 0.55,
    "prose is next": -0.31,
    "prose is near": 0.10,
    "prose above": -1.00,
    "two lines of prose above": -0.88,
    "three lines of prose above": -0.10,
    "hardly any prose below": -0.66,
    "some prose below": 0.16,
    "much prose below": -0.53,
    "some prose just above": -1.31,
    "much prose just above": -1.39,
    "a tenth of all prose above": -0.81,
    "a third of all prose above": -1.91,
    "a gap before": 3.53,
    "a gap after": 3.51,
    "date or byline below": 1.20,
    "date or byline above": -0.31,
    "another candidate above": -0.41,
    "another candidate below": 0.30,
    "a short line above": 0.76,
    "a menu above": 0.46,
    "a year below": 1.11,
    "the same as its neighbour": 0.50,
    "one or two words": -2.24,
    "three or four words": -0.97,
    "five to seven words": 0.15,
    "eight to fifteen words": 0.64,
    "more than fifteen words": 0.01,
    "ends as a sentence does": -2.48,
    "longest of all": -0.17,
    "a label": -2.87,
    "has separators": -1.29,
    "words run together": -0.97,
    "begins with a quotation": 1.33,
    "capitals throughout": 0.69,
    "words of credits": -1.99,
    "words of notices": -1.14,
    "words of date lines": -0.67,
    "half its words in the text": 0.78,
    "all its words in the text": -0.58,
    "a third of its words in the lead": 1.11,
    "two thirds of its words in the lead": 0.95,
    "stands twice": 0.19,
    "stands in a list too": 1.47,
}
"""In the order in which the questions are asked."""
NONE = 7.31
"""The weight of there being no headline."""
SURE = 0.6
"""Share of all weight that the best line must have."""
