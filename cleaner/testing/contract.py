"""The contract as one call: every promise, on pages drawn for the profile, and the shortest page that breaks one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.engine import Cleaner
from cleaner.testing.pages import drawn, pages
from cleaner.testing.promises import DETERMINISM, ELSEWHERE, BrokenPromise, Promises
from cleaner.testing.shrink import shrunk


def contract(cleaner: Cleaner, profile: str, examples: Iterable[str] = (), *, count: int = 100) -> None:
    """Hold a profile to all six promises; here, in threads and in other processes.

    Args:
        cleaner: it knows the profile, and its plugins can be imported or loaded from their files again.
        profile: its name.
        examples: whole dumps or pages, such as fixtures, to be tried as they are and mixed into what is drawn.
        count: how many pages are drawn; the same each time.

    Raises:
        BrokenPromise: the message says which, how, and on what page, made as short as it goes.
        ProfileError: there is no such profile.
    """
    examples = list(examples)
    sources = [*examples, *drawn(pages(cleaner, profile, examples), count)]
    promises = Promises(cleaner, profile)
    for source in sources:
        if broken := _broken(promises, source):
            raise _shortest(promises, broken)
    if (differing := promises.differing(sources)) is not None:
        raise BrokenPromise(DETERMINISM, ELSEWHERE, shrunk(differing, promises.differing))
    promises.in_threads(sources)


def _broken(promises: Promises, source: str) -> BrokenPromise | None:
    try:
        promises.check(source)
    except BrokenPromise as broken:
        return broken
    return None


def _shortest(promises: Promises, broken: BrokenPromise) -> BrokenPromise:
    """The same promise broken by the shortest page that does."""
    if broken.promise == DETERMINISM:  # a page that has been cleaned may come out the same from then on
        return BrokenPromise(DETERMINISM, broken.how, shrunk(broken.page, promises.differing))
    found = broken

    def failing(candidates: Sequence[str]) -> str | None:
        nonlocal found
        for candidate in candidates:
            other = _broken(promises, candidate)
            if other is not None and other.promise == broken.promise:
                found = other
                return candidate
        return None

    shrunk(broken.page, failing)
    return found
