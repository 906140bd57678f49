"""What the compiled parts of the segmenter share on this side: their libraries, and bytes that they have written.

They are compiled when the project is installed (`hatch_build.py`). While one is at work, other threads run.
"""

from __future__ import annotations

from array import array
from ctypes import CDLL, Structure, c_bool, c_size_t, c_void_p, string_at
from pathlib import Path
from typing import Any

from cleaner.errors import ParserError


class Buffer(Structure):
    """Bytes that C has written."""

    _fields_ = (("data", c_void_p), ("size", c_size_t), ("room", c_size_t), ("failed", c_bool))

    def bytes(self) -> bytes:
        """A copy of them."""
        return string_at(self.data, self.size) if self.size else b""

    def texts(self) -> list[str]:
        """The strings in it, each of which ends with NUL."""
        return self.bytes().decode("utf-8", "replace").split("\0")[:-1]

    def numbers(self, code: str) -> array[Any]:
        """What is in it as an array of this type code."""
        found = array(code)
        found.frombytes(self.bytes())
        return found


def load(name: str) -> CDLL:
    """The library of a C source of this package.

    Raises:
        ParserError: it is not there.
    """
    path = Path(__file__).with_name(f"lib{name}.so")
    try:
        return CDLL(str(path))
    except OSError as error:
        raise ParserError(f"{path.name} was not compiled; install outlet-cleaner anew: {error}") from error
