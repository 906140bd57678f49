"""The library that scores, `scorer.c` beside this, and what it is handed.

Texts travel in one piece, in UTF-8 with a NUL between two; numbers as the bytes of an array. The structures are
`stored_net`, `stored_words`, `trees`, `characters`, `seen_page` and `seen_dump` of the headers.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from ctypes import CDLL, POINTER, Structure, c_char_p, c_int32, c_int64, c_void_p
from functools import cache
from types import SimpleNamespace

from cleaner import load_functions, load_library
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.npz import Tensor, Weights
from cleaner_blog.scorer.tables import tables

_NO_MEMORY, _NO_FIT = -1, -2
_NONE = array("d")
_LAYERS = ("l1", "c", "m", "l2", "s1", "l3", "s2")


class Net(Structure):
    """Shapes and weights of a net."""

    _fields_ = (("shapes", c_int32 * 8), ("weights", c_char_p), ("many", c_int64))

    @classmethod
    def of(cls, weights: Weights, groups: int, common: int = 0) -> Net:
        """The layers among these weights, for lines in so many groups, that have so many columns in common."""
        layers = {name: layer for name, layer in weights.items() if isinstance(layer, Tensor)}
        names = [f"{layer}.{part}" for layer in _LAYERS for part in ("weight", "bias")]
        inputs, hidden = layers["l1.weight"].shape
        after, last = layers["l3.weight"].shape
        shapes = inputs, hidden, layers["m.weight"].shape[1], layers["l2.weight"].shape[0], last, after, groups, common
        values = b"".join([_floats(layers[name].values) for name in names if name in layers])
        return cls((c_int32 * 8)(*shapes), values, len(values) // 4)


class Words(Structure):
    """Words and their vectors."""

    _fields_ = (("words", c_char_p), ("size", c_int64), ("vectors", c_char_p), ("many", c_int32), ("width", c_int32))

    @classmethod
    def of(cls, weights: Weights, words: str, vectors: str) -> Words:
        """A list of words among these weights, and a layer of vectors, of which the first belongs to no word."""
        known, layer = weights[words], weights[f"{vectors}.weight"]
        if not isinstance(known, str) or isinstance(layer, str):
            raise ValueError("weights that do not fit together")
        many, width = layer.shape
        whole = joined(known.split("\n"))
        if many != known.count("\n") + 2:
            raise ValueError("weights that do not fit together")
        return cls(whole, len(whole), _floats(layer.values[width:]), many - 1, width)


class Trees(Structure):
    """The nodes of trees."""

    _fields_ = (
        ("features", c_char_p), ("values", c_char_p), ("skips", c_char_p), ("roots", c_char_p), ("nodes", c_int32),
        ("many", c_int32),
    )  # fmt: skip

    @classmethod
    def of(cls, weights: Weights) -> Trees:
        """Those among these weights, if there are any."""
        layers = [weights.get(name) for name in ("feature", "value", "skip", "roots")]
        features, values, skips, roots = [layer.values if isinstance(layer, Tensor) else _NONE for layer in layers]
        if not len(features) == len(values) == len(skips):
            raise ValueError("weights that do not fit together")
        whole = [_whole(numbers) for numbers in (features, skips, roots)]
        return cls(whole[0], _floats(values), *whole[1:], len(features), len(roots))


class Characters(Structure):
    """The tables of characters."""

    _fields_ = (("classes", c_char_p), ("lower", c_char_p))

    @classmethod
    def known(cls) -> Characters:
        """Those that are made once a process."""
        return cls(*tables())


class SeenPage(Structure):
    """What the scorer sees of a page: addresses of arrays to be filled."""

    _fields_ = (
        *((name, c_void_p) for name in ("rows", "own", "weight", "chain", "order", "first", "after")),
        ("many", c_int32),
    )


class SeenDump(Structure):
    """The same of a dump."""

    _fields_ = (
        *((name, c_void_p) for name in ("rows", "own", "weight", "order", "first", "after")),
        ("many", c_int32),
    )


@cache
def library() -> CDLL:
    """The functions of the library that know nothing of lines; loaded on first use."""
    found = load_library(__file__, "scorer")
    known = POINTER(Characters)
    found.new_page_model.argtypes = (
        known, POINTER(Net), POINTER(Words), POINTER(Words), POINTER(Trees), POINTER(c_void_p),
    )  # fmt: skip
    found.new_dump_model.argtypes = (known, POINTER(Net), POINTER(Words), c_int32, POINTER(c_void_p))
    texts = (c_char_p, c_int64, c_int32)
    found.list_words.argtypes = (known, *texts, c_int32, c_char_p)
    found.hash_phrases.argtypes = (known, *texts, c_void_p)
    found.list_terms.argtypes = (known, *texts, c_void_p, c_void_p)
    found.list_words.restype = found.list_terms.restype = c_int64
    found.free_page_model.argtypes = found.free_dump_model.argtypes = (c_void_p,)
    found.free_page_model.restype = found.free_dump_model.restype = None
    return found


@cache
def functions() -> SimpleNamespace:
    """Those that look at lines, as functions of Python's."""
    return load_functions(__file__, "scorer")


def _floats(numbers: array[float]) -> bytes:
    return (numbers if numbers.typecode == "f" else array("f", numbers)).tobytes()


def _whole(numbers: array[float]) -> bytes:
    return (numbers if numbers.typecode == "i" else array("i", map(int, numbers))).tobytes()


def check(code: int) -> None:
    """Raise what the code of a call says went wrong."""
    if code == _NO_MEMORY:
        raise MemoryError
    if code == _NO_FIT:
        raise ValueError("weights that do not fit together")


def about(context: Context) -> bytes:
    """What is known of a page in words."""
    return joined((context.title, context.summary, context.stated))


def joined(texts: Sequence[str]) -> bytes:
    """Texts in one piece."""
    whole = "\0".join(texts)
    if whole.count("\0") >= len(texts) > 0:
        whole = "\0".join([text.replace("\0", " ") for text in texts])
    return whole.encode("utf-8", "surrogatepass")
