"""What lines of a dump have in common, for training: terms as the library finds them (`cohesion.h`)."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner_blog.scorer.native import Characters, check, joined, library
from training.arrays import Ints

Hashes = NDArray[np.uint64]


class Terms(NamedTuple):
    """The terms of some lines, one after the other."""

    hashes: Hashes
    lines: Ints
    """On which line each stands."""


class Shared(NamedTuple):
    """The terms that count, by numbers: equal where they are."""

    numbers: Ints
    lines: Ints


def terms(texts: Sequence[str]) -> Terms:
    """All terms of these lines."""
    whole = joined(texts)
    hashes = np.zeros(len(whole) // 3 + len(texts), np.uint64)
    lines = np.zeros(len(hashes), np.int32)
    given = whole, len(whole), len(texts), hashes.ctypes.data, lines.ctypes.data
    many = library().list_terms(byref(Characters.known()), *given)
    check(min(many, 0))
    return Terms(hashes[:many], lines[:many].astype(np.intp))


def shared(said: Terms, known: Hashes) -> Shared:
    """Those terms that count: of no phrase that is known."""
    counting = np.isin(said.hashes, known, invert=True)
    return Shared(np.unique(said.hashes[counting], return_inverse=True)[1], said.lines[counting])


def hashed(phrases: Sequence[str]) -> Hashes:
    """The hashes of words and pairs."""
    whole, hashes = joined(phrases), np.zeros(len(phrases), np.uint64)
    check(library().hash_phrases(byref(Characters.known()), whole, len(whole), len(phrases), hashes.ctypes.data))
    return hashes
