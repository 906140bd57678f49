"""The functions of `lines.c`."""

from __future__ import annotations

from ctypes import CDLL, POINTER, Structure, c_char_p, c_size_t
from functools import cache

from cleaner.compiled import load_library
from cleaner.segment.buffers import Buffer


class Result(Structure):
    """What `lines_split` gives; to be freed by `lines_free`."""

    _fields_ = (("texts", Buffer), ("fields", Buffer))


@cache
def library() -> CDLL:
    """The library, loaded once a process."""
    found = load_library(__file__, "lines")
    found.lines_longer.argtypes = c_char_p, c_size_t, c_size_t, c_size_t
    found.lines_longer.restype = c_size_t
    found.lines_split.argtypes = c_char_p, c_size_t, POINTER(Result)
    found.lines_free.argtypes = (POINTER(Result),)
    found.lines_free.restype = None
    return found
