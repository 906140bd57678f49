"""Lines made of columns, by `lined.c`: a page has hundreds, and the interpreter takes a microsecond for each."""

from __future__ import annotations

from array import array
from ctypes import CDLL, POINTER, PyDLL, Structure, byref, c_char_p, c_size_t, c_ssize_t, c_void_p, py_object
from functools import cache

from cleaner.columns import Columns
from cleaner.compiled import load_library
from cleaner.model import Kind, Line
from cleaner.segment.buffers import decoded

_KINDS = tuple(Kind)
_NUMBERS = "kinds gaps indents markers tags boxes images links".split()


class _Columns(Structure):
    _fields_ = (("texts", c_char_p), ("size", c_size_t), *((name, c_void_p) for name in _NUMBERS))


def lined(columns: Columns, tags: array[int], names: tuple[str, ...]) -> tuple[tuple[Line, ...], Columns]:
    """The lines that these columns tell of, and the columns; texts that are not UTF-8 are mended in both.

    Of each line `tags` has the place of its tag in `names`.

    Raises:
        MemoryError: there is too little for these lines.
    """
    try:
        return _lined(columns, tags, names), columns
    except UnicodeDecodeError:
        columns = columns._replace(texts=decoded(columns.texts).encode())
        return _lined(columns, tags, names), columns


def _lined(columns: Columns, tags: array[int], names: tuple[str, ...]) -> tuple[Line, ...]:
    texts, kinds, gaps, indents, markers, links, boxes, images = columns
    numbers = kinds, gaps, indents, markers, tags, boxes, images, links
    found = _Columns(texts, len(texts), *[column.buffer_info()[0] for column in numbers])
    lines: tuple[Line, ...] = _library().lined(Line, _KINDS, names, byref(found), len(kinds))
    return lines


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = load_library(__file__, "lined", PyDLL)
    library.lined.argtypes = py_object, py_object, py_object, POINTER(_Columns), c_ssize_t
    library.lined.restype = py_object
    return library
