"""What each answer about a line weighs, for and against its being the headline of a dump.

Written by `python -m benchmarks.headlines`, which learns them from pages and their dumps.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "prose is near": 0.26,
    "two lines of prose above": -1.48,
    "much prose below": -1.03,
    "some prose just above": -1.40,
    "much prose just above": -1.64,
    "a third of all prose above": -1.75,
    "over the first text": 1.06,
    "a gap before": 3.38,
    "a gap after": 3.94,
    "date or byline above": -1.22,
    "another candidate below": 0.44,
    "a short line above": 0.52,
    "a date below": 1.92,
    "a date above": 1.77,
    "a menu above": 0.60,
    "many candidates around": -0.82,
    "a line of words above": -1.07,
    "many lines of words above": -0.70,
    "an item of a list": -1.92,
    "one or two words": -2.06,
    "three or four words": -0.79,
    "ends as a sentence does": -2.23,
    "a label": -2.60,
    "has separators": -0.87,
    "words run together": -1.30,
    "capitals throughout": 0.83,
    "words of credits": -2.10,
    "words of notices": -0.90,
    "stands in a list too": 1.41,
    "part of a line above": 1.48,
    "part of a line below": 1.15,
    "all its words in the first prose": -0.49,
    "a third of its words in the lead": 1.01,
    "two thirds of its words in the lead": 0.56,
    "none of its words in the text": -1.25,
    "two of its words twice in the text": 1.54,
}
"""In the order in which the questions are asked."""
NONE = 7.88
"""The weight of there being no headline."""
SURE = 0.5
"""Share of all weight that the best line must have."""
