"""Sentences in pieces: some dumpers begin a new line at every tag, so at each link within a sentence.

A piece looks like nothing, least of all like the article. So the pieces are put together, scored as one line, and each
gets its score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, compress

from cleaner import Boxes, Columns
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.judge import may_have_pieces, maybe_pieces

_CLOSING = ",.;:)”»、。"
"""Only a line that goes on with a sentence begins with one of these and then no letter or digit; see `pieces.h`."""
_WITHIN = frozenset(_CLOSING + "]’?!…" + "はがのをにでともへや")
"""What a piece within a sentence may begin with, if with no small letter: particles of Japanese among them."""
_ENDS = tuple(".!?…。！？:।۔؟")
_OPEN = frozenset(",(„«“-–—、（「")
"""A line of some length that ends with one of these goes on in the next."""
_LONG = 20
"""Characters: of a line that is more than a label."""
_FIRST_DENSE, _LAST_DENSE = "\u3040", "\u9fff"
"""Japanese and Chinese, which have no spaces."""
_FEWEST = 3
"""Pieces that show that a dump is made like this; less can be an accident."""


def score(
    scorer: Callable[[Columns, Boxes, Context], Sequence[float]], columns: Columns, boxes: Boxes, context: Context
) -> Sequence[float]:
    """A score for each line of a dump, as `scorer` gives it: pieces of a sentence have one together."""
    pieces, many = _pieces(columns, context.stages), len(columns.gaps)
    if not pieces:
        return scorer(columns, boxes, context)
    begins = [number not in pieces for number in range(many)]
    stages = bytes(compress(context.stages, begins))
    scores = scorer(_together(columns, begins), boxes, context._replace(stages=stages))
    return [scores[number - 1] for number in accumulate(begins)]


def _together(columns: Columns, begins: Sequence[bool]) -> Columns:
    """The lines that begin something, each with its pieces."""
    whole: list[str] = []
    for text, is_begin in zip(_texts(columns), begins, strict=True):
        if is_begin:
            whole.append(text)
        else:
            whole[-1] += text if text[0] in _WITHIN or _FIRST_DENSE <= whole[-1][-1] <= _LAST_DENSE else f" {text}"
    return columns.of_some(begins, whole)


def _pieces(columns: Columns, stages: bytes) -> set[int]:
    """The lines that go on with the sentence of the line before, where the dump is made like this."""
    if not may_have_pieces(columns):
        return set()
    texts, (following, likely, behind_open) = _texts(columns), maybe_pieces(columns, stages)
    found = {at for at in likely if _goes_on(texts[at - 1], texts[at])}
    if len(found) < _FEWEST or not any(texts[at][0] in _CLOSING for at in found):
        return set()
    found |= {at for at in behind_open if len(texts[at - 1]) >= _LONG and texts[at - 1][-1] in _OPEN}
    # what begins with a capital, as names do, between a beginning and a piece
    for at in sorted({piece - 1 for piece in found}.intersection(following)):
        if (at - 1 in found or len(texts[at - 1]) >= _LONG) and _is_open(texts[at - 1]):
            found.add(at)
    return found


def _goes_on(before: str, text: str) -> bool:
    return (text[0].islower() or text[0] in _WITHIN) and not before.endswith(_ENDS)


def _is_open(text: str) -> bool:
    last = text[-1]
    return last in _OPEN or (last.isalnum() and not last.isupper())


def _texts(columns: Columns) -> list[str]:
    return columns.texts.decode("utf-8", "surrogatepass").split("\0")[:-1]
