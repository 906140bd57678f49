"""What is known of a page beside its lines."""

from __future__ import annotations

from typing import NamedTuple

STAGES = ("", "navigation", "captions", "credits", "comments", "metadata")
"""Where a line goes, by numbers; 0 stays, the last is the headline."""
HEADLINE = STAGES.index("metadata")


class Context(NamedTuple):
    """What is known of a page beside its lines."""

    stages: bytes
    """For each line the number of the stage in which it goes or went."""
    title: str = ""
    summary: str = ""
    stated: str = ""
    """The body as the page's JSON-LD states it, without white space."""
