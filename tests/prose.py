"""Runs what a Markdown page shows: files it names are written, consoles typed in, examples tried.

The word behind the language says what a block is: `python file=gazette.py` is a file, `console` is a session
whose commands begin with `$ `, `pycon` an interactive session, `sh` a command for a fresh clone.
"""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from environments import run

_BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^ *```", re.MULTILINE)
_OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    file: str
    text: str
    place: str
    """`page:line`, for messages."""


def blocks(page: Path) -> list[Block]:
    """Every block of a page; one that nothing would run is an error."""
    source = page.read_text(encoding="utf-8")
    found = [
        Block(match[1], match[2] or "", match[3], f"{page.name}:{source.count(chr(10), 0, match.start()) + 1}")
        for match in _BLOCK.finditer(source)
    ]
    assert len(_FENCE.findall(source)) == 2 * len(found), f"{page.name}: a block has no language, or is not closed"
    return found


def perform(block: Block, folder: Path, path: Path) -> None:
    """Do in `folder` what a block says, with the programs in `path` first."""
    if block.file:
        target = folder / block.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, encoding="utf-8")
    elif block.language == "console":
        for command, expected in _typed(block.text):
            code = 2 if expected.startswith("Error: ") else 0
            check(block.place, expected, run("sh", "-ec", command, cwd=folder, path=path, code=code))
    elif block.language == "pycon":
        script = folder / "session.txt"
        script.write_text(block.text, encoding="utf-8")
        code = f"import doctest, sys; sys.exit(doctest.testfile('session.txt', False, optionflags={_OPTIONS})[0])"
        run("python", "-c", code, cwd=folder, path=path)
    else:
        raise AssertionError(f"{block.place}: nothing runs a block of {block.language!r}")


def _typed(session: str) -> Iterator[tuple[str, str]]:
    """Each command of a console with the output under it; `> ` continues a command."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        lines = part.splitlines(keepends=True)
        count = 1 + next((i for i, line in enumerate(lines[1:]) if not line.startswith("> ")), len(lines) - 1)
        yield "".join([lines[0], *(line[2:] for line in lines[1:count])]), "".join(lines[count:])


def check(place: str, expected: str, output: str) -> None:
    """Compare as doctest does: `...` stands for anything, runs of white space are one."""
    assert doctest.OutputChecker().check_output(expected or "\n", output or "\n", _OPTIONS), (
        f"{place} shows\n{expected}\nbut there comes\n{output}"
    )
