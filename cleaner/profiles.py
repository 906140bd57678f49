"""A profile is an order: which plugins run on an outlet's pages, and how such a page is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import regex

from cleaner.errors import ProfileError
from cleaner.patterns import alternatives, compile_pattern

DEFAULT_PROFILE = "blog"
"""Used when neither host nor content says whose page it is."""

FINGERPRINTS_NEEDED = 2
"""A dump is recognised by this many different fingerprints: one can be a quotation."""

MARKUP_WITHIN = 30_000
"""Bytes of the source without scripts and comments. An outlet's own names stand in the head and at the top of the body;
searching all costs."""
SHORTEST_MARKUP = 4
"""Bytes: what is shorter stands on pages of anybody."""

_PLAIN_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://([a-zA-Z0-9.-]+)(?::\d*)?(?:[/?#]|\Z)")
"""What nearly every address is; others are split by the book, in ten times the time."""
_HOST_FIRST = re.compile(r"(?i)(?:[\w-]++\.)+(?!(?:x?html?|txt|php)\Z)[^\W\d_]{2,}+(?::\d++)?(?=[/?#]|\Z)")
"""The host of an address whose scheme was left out; `page.html` is a file."""
_LONGEST_HOST = 253
"""Characters that the name of a host can have."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An outlet.

    Args:
        name: unique among all plugins.
        plugins: who runs, in this order, inside every stage.
        hosts: `dw.com` also covers `www.dw.com`; the longest match wins.
        fingerprints: whole-line patterns for dumps without URL; two different ones decide.
        markup: strings of the page's source of `SHORTEST_MARKUP` bytes or more, each enough to recognise its HTML;
            looked for in the first `MARKUP_WITHIN` bytes, scripts and comments not counted.
        without: rules and hooks switched off, by full name: `{"blog/related", "blog/remove_leftovers"}`.
    """

    name: str
    plugins: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()
    markup: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not regex.fullmatch(r"[a-z][a-z0-9_-]*", self.name):
            raise ProfileError(f"profile name {self.name!r}: use lower-case letters, digits and hyphens")
        for attribute in ("plugins", "hosts", "fingerprints", "markup"):
            _check_strings(self.name, attribute, getattr(self, attribute))
        if not self.plugins:
            raise ProfileError(f"profile {self.name!r} names no plugins: give plugins=(...,), for example ('blog',)")
        for sign in self.markup:
            _check_markup(self.name, sign)
        for pattern in self.fingerprints:
            _check_pattern(self.name, pattern)


def _check_strings(profile: str, attribute: str, value: object) -> None:
    if not isinstance(value, tuple) or not all(isinstance(item, str) and item for item in value):
        raise ProfileError(f"profile {profile!r}: {attribute} must be a tuple of strings, not {value!r}")


def _check_markup(profile: str, sign: str) -> None:
    if len(sign.encode()) < SHORTEST_MARKUP or "\0" in sign:
        raise ProfileError(f"profile {profile!r}: markup {sign!r} tells no outlet from others; give more of it")


def _check_pattern(profile: str, pattern: str) -> None:
    try:
        for alternative in alternatives(pattern):
            compile_pattern(alternative)
    except regex.error as error:
        raise ProfileError(f"profile {profile!r}: fingerprint {pattern!r} is not a pattern: {error}") from error


def with_scheme(url: str) -> str:
    """`url` as it was meant: as https where it has no scheme and begins with a host, as in `dw.com/x`."""
    return f"https://{url}" if _HOST_FIRST.match(url) else url


def host_of(url: str | None) -> str:
    """The lower-case host of a URL, or the empty string; never raises."""
    if plain := _PLAIN_URL.match(url or ""):
        return plain[1].lower().rstrip(".")
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def hosts(profiles: Iterable[Profile]) -> dict[str, str]:
    """Each host that profiles cover, with the name of its profile; of several the last by name."""
    return {host: profile.name for profile in sorted(profiles, key=lambda one: one.name) for host in profile.hosts}


def by_host(known: Mapping[str, str], host: str) -> str | None:
    """The profile of the longest of the known `hosts` that covers `host`, or None; none covers what is no host."""
    if len(host) > _LONGEST_HOST:
        return None
    while host and host not in known:
        host = host.partition(".")[2]
    return known.get(host)
