"""A mistake in a plugin, shown where it is: the message, the file and the line, and the lines around."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cleaner.view.markup import Markup, element

_AROUND = 3


class Place(NamedTuple):
    """A line of a file; the first is 1."""

    file: Path
    line: int


def problem(error: Exception, files: Sequence[Path], since: str) -> Markup:
    """What went wrong, for the top of a report.

    Args:
        error: the mistake.
        files: where it may have been made.
        since: what is below, such as "The report below is of 12:03:11".
    """
    place = find_place(error, files)
    shown = [element("p", element("code", f"{place.file}:{place.line}")), _excerpt(place)] if place else []
    heading = element("h2", "This does not work yet")
    return element(
        "section", heading, element("p", str(error)), *shown, element("p", since), class_="problem", role="alert"
    )


def find_place(error: BaseException, files: Sequence[Path]) -> Place | None:
    """The line of one of `files` that an error speaks of, or was raised on, or whose rule it names; else None."""
    known = {path.resolve(): path for path in files}
    for one in _causes(error):
        for file, line in (*_spoken(one, files), *_raised(one)):
            if (path := known.get(Path(file).resolve())) is not None and line:
                return Place(path, line)
    return _named(str(error), files)


def _causes(error: BaseException | None) -> list[BaseException]:
    """The innermost first: it knows best."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.insert(0, error)
        error = error.__cause__ or error.__context__
    return chain


def _spoken(error: BaseException, files: Sequence[Path]) -> Iterator[tuple[str, int]]:
    if isinstance(error, SyntaxError) and error.filename:
        yield error.filename, error.lineno or 0
    for path in files:
        if found := re.search(rf"{re.escape(str(path))}:(?:(\d+)| .*\(at line (\d+))", str(error)):
            yield str(path), int(found[1] or found[2])


def _raised(error: BaseException) -> Iterator[tuple[str, int]]:
    """Where it passed through, the innermost call first."""
    frames = traceback.extract_tb(error.__traceback__)
    return ((frame.filename, frame.lineno or 0) for frame in reversed(frames))


def _named(message: str, files: Sequence[Path]) -> Place | None:
    """The line that holds the name of the rule that the message is about."""
    rule = re.search(r"rules? (?:are named )?'([\w-]+)'", message)
    if rule is None:
        return None
    literal = re.compile(rf"""["']{re.escape(rule[1])}["']""")
    places = (Place(path, line) for path in files for line, text in enumerate(_read(path), 1) if literal.search(text))
    return next(places, None)


def _excerpt(place: Place) -> Markup:
    first = max(place.line - _AROUND, 1)
    lines = _read(place.file)[first - 1 : place.line + _AROUND]
    numbered = [(number, f"{number:4}  {text.expandtabs(4)}\n") for number, text in enumerate(lines, first)]
    return element("pre", *(element("mark", text) if number == place.line else text for number, text in numbered))


def _read(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
