"""Bytes that the compiled parts of the segmenter have written."""

from __future__ import annotations

from array import array
from ctypes import Structure, addressof, c_bool, c_size_t, c_void_p
from functools import cache
from types import SimpleNamespace
from typing import Any

from cleaner.compiled import load_functions


class Buffer(Structure):
    """Bytes that C has written."""

    _fields_ = (("data", c_void_p), ("size", c_size_t), ("room", c_size_t), ("failed", c_bool))

    def bytes(self) -> bytes:
        """A copy of them."""
        return copies(self, 1)[0]

    def texts(self) -> list[str]:
        """The strings in it, each of which ends with NUL."""
        return parted(self.bytes())

    def numbers(self, code: str) -> array[Any]:
        """What is in it as an array of this type code."""
        return array(code, self.bytes())


def copies(result: Structure, many: int) -> tuple[bytes, ...]:
    """What is in the first so many fields of a result, which are buffers; all at once, as each call costs."""
    found: tuple[bytes, ...] = _library().copies(addressof(result), many)
    return found


def decoded(utf8: bytes) -> str:
    """What it says, lone surrogates too; mended where it is not UTF-8."""
    try:
        return utf8.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return utf8.decode("utf-8", "replace")


def parted(whole: bytes) -> list[str]:
    """Strings that stand in one piece, a NUL behind each."""
    return decoded(whole).split("\0")[:-1]


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "buffers")
