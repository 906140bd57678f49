"""What a check has to say."""

from __future__ import annotations

from typing import NamedTuple

ERROR, WARNING = "error", "warning"


class Finding(NamedTuple):
    """One thing that is wrong, or doubtful, with a plugin."""

    severity: str
    """`error`: it cannot be meant. `warning`: a person should look."""
    kind: str
    """Its name, the same for every plugin: `slow-pattern`."""
    about: str
    """The rule (`gazette/tides`), profile, fixture or plugin."""
    message: str
    """What is wrong, and the mend."""
    place: str = ""
    """File and line, where they are known."""


def error(kind: str, about: str, message: str, place: str = "") -> Finding:
    """Something that cannot be meant."""
    return Finding(ERROR, kind, about, message, place)


def warning(kind: str, about: str, message: str, place: str = "") -> Finding:
    """Something a person should look at."""
    return Finding(WARNING, kind, about, message, place)
