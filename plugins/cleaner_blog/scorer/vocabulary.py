"""Words as numbers: those in the names of containers, and those that lines begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import regex

from cleaner import Box

_PARTS = regex.compile(r"[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})")
_LONGEST_NAMES = 300
_HEAD = 48
_FIRST_WORDS = 6
_MOST_KNOWN = 20_000
_MOST_WORDS = 8

Numbers = Sequence[int]


def name_words(names: str) -> set[str]:
    """The words of a container's names: parted at anything but letters and at changes of case."""
    return {word.lower() for word in _PARTS.split(names[:_LONGEST_NAMES]) if len(word) > 1}


def box_words(tag: str, names: str) -> list[str]:
    """All that a container is called, its element with a `<` before it."""
    return ["<" + tag, *sorted(name_words(names))[:_MOST_WORDS]]


def first_words(text: str) -> list[str]:
    """The words that show what a line is for."""
    return text[:_HEAD].lower().split()[:_FIRST_WORDS]


class Vocabulary:
    """Numbers of known words, from 1; 0 is the number of all others, and no list of numbers is empty."""

    def __init__(self, words: Iterable[str]) -> None:
        self.numbers: Mapping[str, int] = {word: number for number, word in enumerate(words, 1)}

    def of(self, words: Iterable[str]) -> Numbers:
        """The numbers of the words that are known."""
        numbers = self.numbers
        return (0, *[numbers[word] for word in words if word in numbers])

    def of_texts(self, texts: Sequence[str]) -> list[Numbers]:
        """The numbers of the first words of each line."""
        get = self.numbers.get
        return [[get(word, 0) for word in first_words(text)] or [0] for text in texts]


def namer(vocabulary: Vocabulary) -> Callable[[Sequence[Box]], list[Numbers]]:
    """Makes a function that gives the numbers of each box. It remembers, since pages repeat their names."""
    known: dict[tuple[str, str], Numbers] = {}

    def of_boxes(boxes: Sequence[Box]) -> list[Numbers]:
        found = []
        for _, tag, names in boxes:
            numbers = known.get((tag, names))
            if numbers is None:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                numbers = known[tag, names] = vocabulary.of(box_words(tag, names))
            found.append(numbers)
        return found

    return of_boxes
