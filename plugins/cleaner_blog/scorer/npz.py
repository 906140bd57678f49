"""Stored weights: archives of arrays as numpy writes them, read without it."""

from __future__ import annotations

import ast
import struct
import zipfile
from array import array
from collections.abc import Mapping
from typing import IO, NamedTuple

_FORMATS = {"<f2": ("e", "f"), "<f4": ("f", "f"), "<f8": ("d", "d"), "<i2": ("h", "i"), "<i4": ("i", "i")}
"""Of numbers as they are stored and as they are held."""
_AT_ONCE = 4096
"""Numbers that are objects at the same time: they take eight times the memory that they have in an array."""


class Tensor(NamedTuple):
    """An array of one or two dimensions."""

    shape: tuple[int, ...]
    values: array[float]
    """Row by row."""


Weights = Mapping[str, Tensor | str]
"""The layers of a net, and lists of words with a line feed between two."""


def read(file: IO[bytes]) -> Weights:
    """All arrays of a file, by their names."""
    with zipfile.ZipFile(file) as archive:
        return {name.removesuffix(".npy"): _parsed(archive.read(name)) for name in archive.namelist()}


def _parsed(stored: bytes) -> Tensor | str:
    """One array: a magic number, its version, the length of a header, the header, the values."""
    wide = stored[6] > 1
    (size,) = struct.unpack_from("<I" if wide else "<H", stored, 8)
    begin = (12 if wide else 10) + size
    header = ast.literal_eval(stored[begin - size : begin].decode("latin-1"))
    kind, shape = header["descr"], header["shape"]
    if kind[1] == "U":
        return stored[begin:].decode("utf-32-le").rstrip("\0")
    values = _numbers(memoryview(stored)[begin:], *_FORMATS[kind], int(kind[2]))
    return Tensor(shape, _by_rows(values, shape) if header["fortran_order"] and len(shape) == 2 else values)


def _numbers(stored: memoryview, code: str, held: str, size: int) -> array[float]:
    values: array[float] = array(held)
    for start in range(0, len(stored), _AT_ONCE * size):
        part = stored[start : start + _AT_ONCE * size]
        values.extend(struct.unpack(f"<{len(part) // size}{code}", part))
    return values


def _by_rows(values: array[float], shape: tuple[int, ...]) -> array[float]:
    rows, columns = shape
    turned: array[float] = array(values.typecode, bytes(values.itemsize * len(values)))
    for column in range(columns):
        turned[column::columns] = values[column * rows : (column + 1) * rows]
    return turned
