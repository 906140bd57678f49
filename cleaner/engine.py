"""The engine: read a page, tell its outlet, and run the plan of its profile over it (`running`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from typing import TypeVar

from cleaner.claims import Claims
from cleaner.discovery import Plugin, discover
from cleaner.errors import ProfileError
from cleaner.loading import LoadedPlugin, all_profiles, load
from cleaner.matching import LineMatcher
from cleaner.metadata import language_detector, own_url
from cleaner.model import CAREFUL, Cleaned, FoundBy, Removal
from cleaner.page import Page
from cleaner.plan import Plan, build, check_without
from cleaner.profiles import (
    DEFAULT_PROFILE,
    FINGERPRINTS_NEEDED,
    MARKUP_WITHIN,
    Profile,
    by_host,
    host_of,
    hosts,
    with_scheme,
)
from cleaner.running import Run
from cleaner.seek import Signs
from cleaner.segment import KINDS, Document, Segmented, binary, is_page, parse, read, segment_text
from cleaner.sieve import Texts, bodies

Readable = str | bytes | bytearray | memoryview
"""What a page may be given as."""
_PLUGINS = "a list of Plugin objects, as cleaner.load_plugin(...) makes one of a file or module"
T = TypeVar("T")


class Cleaner:
    """Cleans pages. Build it once; it is immutable and threads may share it.

    Args:
        plugins: which plugins to use; those installed if None.
        without: rules to switch off in every profile, such as `("blog/related",)`.
        careful: remove only what a hook is sure about; see `Mark.confidence`. Rules are always sure.
        detect_language: tell the language of the text where the page does not; needs the extra `language`.

    Raises:
        TypeError: an argument is not what it should be.
        PluginError: a plugin is broken. ProfileError: a profile or `without` names what is not there.
        MissingExtraError: the extra is not installed. NativeError: a compiled part is missing.
    """

    def __init__(
        self,
        plugins: Iterable[Plugin] | None = None,
        *,
        without: Iterable[str] = (),
        careful: bool = False,
        detect_language: bool = False,
    ) -> None:
        self._least = CAREFUL if careful else 0.0
        self._language = language_detector() if detect_language else None
        loaded = load(discover() if plugins is None else _several("plugins", plugins, Plugin, _PLUGINS))
        by_name = {item.name: item for item in loaded}
        off = frozenset(_several("without", without, str, "a collection of names, such as ('blog/related',)"))
        again = partial(Cleaner, without=tuple(off), careful=careful, detect_language=detect_language)
        self._again = again if plugins is None else None
        check_without(by_name, sorted(off), "without")
        self._plugins = loaded
        self._plans = {name: build(profile, by_name, off) for name, profile in all_profiles(loaded).items()}
        self._profiles = tuple(plan.profile for plan in self._plans.values())
        self._hosts = hosts(self._profiles)
        self._signed = [profile.name for profile in self._profiles for _ in profile.markup]
        self._markup = Signs([sign for profile in self._profiles for sign in profile.markup])
        self._fingerprints, self._owners = _fingerprints(self._profiles)

    def __reduce__(self) -> tuple[Callable[[], Cleaner], tuple[()]]:
        """As a pool of processes sends it: built anew where it arrives, of the plugins that are installed there.

        Raises:
            TypeError: it has plugins that were given to it, which are modules; build it in each process.
        """
        if self._again is None:
            raise TypeError("a Cleaner with plugins given to it cannot be pickled; build it in each process")
        return self._again, ()

    @property
    def plugins(self) -> tuple[LoadedPlugin, ...]:
        """The plugins in use, sorted by name."""
        return self._plugins

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The known profiles, sorted by name."""
        return self._profiles

    def plan(self, profile: str) -> Plan:
        """The frozen order of a profile.

        Raises:
            ProfileError: there is none of that name.
        """
        try:
            return self._plans[profile]
        except KeyError:
            known = ", ".join(self._plans) or "none"
            raise ProfileError(f"there is no profile {profile!r}; known: {known}") from None

    def clean(
        self, source: Readable, *, url: str | None = None, profile: str | None = None, kind: str = "auto"
    ) -> Cleaned:
        """Clean one page or dump.

        Args:
            source: HTML or a text dump. Bytes are decoded by BOM, UTF-8, declared charset, detection.
            url: where it came from; its host chooses the profile. Without a scheme it is read as https.
            profile: the name of the profile to use; None chooses by host, then by content, then `blog`.
            kind: "html", "text", or "auto" to tell by looking.

        Returns:
            What is left, with metadata and the ledger. Any source gives a result; `status` says if it is whole.

        Raises:
            ProfileError: `profile` is unknown. ValueError: `kind` is. PluginError: a plugin's hook failed.
            TypeError: `source` is no page, or `url` no string.
            NativeError: a compiled part is missing, or the parser is one that it does not know.
            MemoryError: there is too little for this page.
        """
        if not isinstance(source, (str, bytes)):
            source = _as_bytes(source)
        if url is not None:
            url = with_scheme(_string("url", url))
        if kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
        plan = self.plan(profile) if profile is not None else None
        if isinstance(source, bytes) and (what := binary(source)):
            return replace(self._clean_text(b"", url, plan), status=f"cut: all of it: {what}, no text")
        page = read(source)
        clean_as = self._clean_html if kind == "html" or (kind == "auto" and is_page(page)) else self._clean_text
        result = clean_as(page.utf8, url, plan)
        return result if self._language is None else self._with_language(result, self._language)

    def _with_language(self, result: Cleaned, detect: Callable[[str], str | None]) -> Cleaned:
        found = result.metadata
        if found.language is not None or (language := detect(result.text)) is None:
            return result
        found_by = FoundBy({**found.found_by, "language": "detected"})
        return replace(result, metadata=replace(found, language=language, found_by=found_by))

    def _clean_html(self, utf8: bytes, url: str | None, plan: Plan | None) -> Cleaned:
        document = parse(utf8)
        named = plan.profile.name if plan is not None else self._profile_of_html(document, url)
        walked, said = _segment(document, plan := self.plan(named or DEFAULT_PROFILE))
        if named is None and (recognised := self._by_fingerprint(said)):
            walked, said = _segment(document, plan := self.plan(recognised))
        return self._run(plan, walked, said, document, url)

    def _clean_text(self, utf8: bytes, url: str | None, plan: Plan | None) -> Cleaned:
        split = segment_text(utf8)
        said = bodies(split)
        if plan is None:
            recognised = self._by_host(url) or self._by_fingerprint(said)
            plan = self.plan(recognised or DEFAULT_PROFILE)
        return self._run(plan, split, said, None, url)

    def _run(self, plan: Plan, found: Segmented, said: Texts, tree: Document | None, url: str | None) -> Cleaned:
        gone: dict[int, Removal] = {}
        page = Page(url, found.lines, tree, None, gone, boxes=found.boxes, columns=found.columns)
        claims = Claims(plan, said, found.taken, found.lines)
        result = Run(plan, page, claims, gone, self._least).finish(tree.cut if tree is not None else "")
        return replace(result, code=found.code) if found.code else result

    def _by_host(self, url: str | None) -> str | None:
        return by_host(self._hosts, host_of(url)) if url else None

    def _by_fingerprint(self, said: Texts) -> str | None:
        """The profile with the most fingerprints among what lines say, if they are enough."""
        found = set(self._fingerprints.match_all(said).values())
        if len(found) < FINGERPRINTS_NEEDED:
            return None
        seen = Counter(self._owners[number] for number in found)
        best = max(seen, key=lambda name: (seen[name], name), default=None)
        return best if best is not None and seen[best] >= FINGERPRINTS_NEEDED else None

    def _profile_of_html(self, document: Document, url: str | None) -> str | None:
        """By the URL's host, the host the page itself names, then by its markup."""
        return self._by_host(url) or self._by_host(own_url(document.head())) or self._by_markup(document.source)

    def _by_markup(self, source: bytes) -> str | None:
        number = self._markup.first(source, MARKUP_WITHIN)
        return self._signed[number] if number is not None else None


def clean(source: Readable, *, url: str | None = None, profile: str | None = None, kind: str = "auto") -> Cleaned:
    """Clean one page or dump with the installed plugins; see `Cleaner.clean`."""
    return _installed().clean(source, url=url, profile=profile, kind=kind)


@cache
def _installed() -> Cleaner:
    """Made on first use and never changed: not state, only work not done twice."""
    return Cleaner()


def _as_bytes(source: object) -> bytes:
    if isinstance(source, (bytearray, memoryview)):
        return bytes(source)
    raise TypeError(
        f"source must be the page itself, as str or bytes, not {type(source).__name__}; "
        "of a file that is Path(...).read_bytes()"
    )


def _string(argument: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{argument} must be a str or None, not {value!r}")
    return value


def _several(argument: str, given: Iterable[T], kind: type[T], wanted: str) -> list[T]:
    """`given` as a list, if it is several of this kind."""
    several = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else None
    if several is None or not all(isinstance(one, kind) for one in several):
        raise TypeError(f"{argument} must be {wanted}, not {repr(given)[:80]}")
    return several


def _segment(document: Document, plan: Plan) -> tuple[Segmented, Texts]:
    """The lines of a page, and the bodies of those that no rule took with their elements."""
    walked = document.segment(plan.elements)
    return walked, bodies(walked)


def _fingerprints(profiles: Iterable[Profile]) -> tuple[LineMatcher, tuple[str, ...]]:
    """All fingerprints in one matcher, and the profile each belongs to."""
    pairs = [(profile.name, pattern) for profile in profiles for pattern in profile.fingerprints]
    return LineMatcher(list(enumerate(pattern for _, pattern in pairs))), tuple(name for name, _ in pairs)
