"""Which lines of a page are the article, read off its gold body; and how much each weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.figures import flat
from training.arrays import Bools, Floats
from training.corpora import Item

_LONG = 8
"""Words from which on a line is found in the gold by its own words alone."""
_SURE = 0.8
_REACH = 4
_LEAST_CAPTION = 20
_REQUIRED, _FORBIDDEN = 8.0, 14.0
"""Weight, in words, that a snippet adds to the line that holds it."""


class Labels(NamedTuple):
    """For each line: how much of it is article (0 to 1), its weight in words, and whether that is known."""

    value: Floats
    weight: Floats
    known: Bools


def label(item: Item, texts: Sequence[str], words: Floats) -> Labels:
    """Label the lines of a page; `words` is how long the scorer thinks they are."""
    flats = [flat(text) for text in texts]
    lengths = np.array([text.count(" ") + bool(text) for text in flats], np.float64)
    if item.text is None:
        value, known = np.zeros(len(texts)), np.zeros(len(texts), bool)
    else:
        value, known = _by_gold(item.text, flats), lengths > 0
    weight = np.maximum(lengths, words / 2)
    _by_captions(item, flats, value, weight)
    _by_snippets(item, texts, value, weight, known)
    return Labels(value, weight, known)


def _by_gold(gold: str, flats: list[str]) -> Floats:
    """The share of a line's word triples that the gold has; short lines need its neighbourhood as well."""
    whole, lines = flat(gold), {flat(line) for line in gold.split("\n")}
    words = whole.split()
    triples = set(zip(words, words[1:], words[2:], strict=False))
    value = np.array([_share(text, whole, lines, triples) for text in flats])
    _without_strays(flats, lines, value)
    _without_repeats(flats, f" {whole} ", value)
    return value


def _share(text: str, gold: str, lines: set[str], triples: set[tuple[str, str, str]]) -> float:
    words = text.split()
    if text in lines and words:
        return 1.0
    if len(words) < 3:
        return 0.5 if words and f" {text} " in f" {gold} " else 0.0
    found = [triple in triples for triple in zip(words, words[1:], words[2:], strict=False)]
    share = sum(found) / len(found)
    return share if len(words) >= 6 or share == 1 else 0.0


def _without_strays(flats: list[str], lines: set[str], value: Floats) -> None:
    """A short line is article only beside article: words such as "News" are in any text."""
    long = np.array([text.count(" ") >= _LONG - 1 for text in flats])
    sure = np.flatnonzero(long & (value > _SURE))
    low, high = (sure[0], sure[-1]) if len(sure) else (0, -1)
    for number in np.flatnonzero(~long & (value > 0)):
        if flats[number] in lines:
            stays = low - 6 <= number <= high + 8
        else:
            stays = low < number < high and bool((np.abs(sure - number) <= _REACH).any())
        value[number] *= stays


def _without_repeats(flats: list[str], gold: str, value: Floats) -> None:
    """Of a line that the page has more often than the gold, those in the thick of it are meant."""
    places = defaultdict(list)
    for number in np.flatnonzero(value > 0.5):
        places[flats[number]].append(int(number))
    mass = value * [text.count(" ") + 1 for text in flats]
    for text, numbers in places.items():
        wanted = max(1, gold.count(f" {text} "))
        if text.count(" ") >= 2 and wanted < len(numbers):
            ranked = sorted(numbers, key=lambda n: mass[n] - mass[max(0, n - 6) : n + 7].sum())
            value[ranked[wanted:]] = 0.0


def _by_captions(item: Item, flats: list[str], value: Floats, weight: Floats) -> None:
    gold = flat(item.text)
    captions = [
        caption for caption in map(flat, item.captions) if len(caption) > _LEAST_CAPTION and caption not in gold
    ]
    for number, text in enumerate(flats if captions else []):
        if len(text) > 15 and value[number] <= 0.5 and any(c in text or text in c for c in captions):
            value[number] = 0.0
            weight[number] = 4 * weight[number] + 12


def _by_snippets(item: Item, texts: Sequence[str], value: Floats, weight: Floats, known: Bools) -> None:
    lower = [text.lower() for text in texts]
    for snippets, meant, added in ((item.forbid, 0.0, _FORBIDDEN), (item.require, 1.0, _REQUIRED)):
        sought = [snippet.lower() for snippet in snippets]
        hits = [number for number, text in enumerate(lower) if any(snippet in text for snippet in sought)]
        weight[hits] += added
        if item.text is None:
            value[hits], known[hits] = meant, True
