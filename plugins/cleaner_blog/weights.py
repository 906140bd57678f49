"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "prose is near": 0.33,
    "two lines of prose above": -1.44,
    "much prose below": -1.04,
    "some prose just above": -1.55,
    "much prose just above": -1.70,
    "a third of all prose above": -1.74,
    "over the first text": 1.03,
    "a gap before": 3.43,
    "a gap after": 3.98,
    "date or byline above": -1.26,
    "another candidate below": 0.44,
    "a short line above": 0.51,
    "a date below": 2.01,
    "a date above": 1.73,
    "a menu above": 0.59,
    "many candidates around": -0.81,
    "a line of words above": -1.08,
    "many lines of words above": -0.69,
    "an item of a list": -2.08,
    "one or two words": -2.28,
    "three or four words": -0.97,
    "ends as a sentence does": -2.18,
    "a label": -2.68,
    "has separators": -1.02,
    "words run together": -1.22,
    "capitals throughout": 0.81,
    "words of credits": -2.03,
    "words of notices": -0.79,
    "stands in a list too": 1.57,
    "part of a line above": 1.20,
    "part of a line below": 0.69,
    "all its words in the first prose": -0.95,
    "a third of its words in the lead": 1.13,
    "two thirds of its words in the lead": 0.50,
    "all its words in the text": 0.79,
    "two of its words twice in the text": 1.73,
}
"""In the order in which the questions are asked."""
NONE = 8.50
"""The weight of there being no headline."""
SURE = 0.5
"""Share of all weight that the best line must have."""
