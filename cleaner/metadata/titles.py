"""The title: what stands over the article, without the name of the site, checked against what the head says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.metadata.letters import joined
from cleaner.metadata.separators import parted, separators
from cleaner.metadata.words import is_worded, tidy, words
from cleaner.model import Fact, Kind, Line
from cleaner.page import Page
from cleaner.profiles import host_of

_HEADING = Kind.HEADING  # members of an enumeration are looked up slowly
_LONGEST = 400
_LONGEST_HEADLINE = 300
_BESIDE = 5
"""Lines under the `<h1>` where a second heading may be the headline."""
_KICKERS = 3
"""Lines over the headline that can be its beginning."""
_LINKED = 0.9
"""Share of a heading's characters that are link text, from which on it leads elsewhere."""
_LONGEST_NAME = 60
_MORE_OF_NAME = 12
"""Letters that a site's name can have more than its host."""
_SURE = 4
"""Letters of a name that may be the beginning of a longer one."""
_CALLED = ("news", "nachrichten", "online", "zeitung", "post", "times", "today", "heute")
"""What half of all sites are called."""
_SECTION = 3
"""A headline of fewer words than one in so many of what the head says is less like it."""
_ALIKE = 0.2
"""Share of words an unconfirmed headline has in common with what the head says."""


class Sites:
    """The names of a site, to be known again when they stand beside a title."""

    __slots__ = ("_all", "_known", "_long", "_names", "_one")

    def __init__(self, names: Iterable[str], urls: Iterable[str | None], titles: Sequence[str] = ()) -> None:
        self._known: dict[str, bool] = {}
        """Who was asked about already."""
        self._names: set[str] = set()
        for name in {*names, *_beside(titles)}:
            self._names.update(map(joined, {name, *parted(name)}))
        self._names.discard("")
        self._all = self._names.union(*map(_labels, {host_of(url) for url in {*urls} if url}))
        self._one = "\n".join(("", *self._all))
        """All of them, to be looked through at once."""
        self._long = tuple([name for name in self._all if len(name) >= _SURE])

    def named(self, known: str) -> bool:
        """Whether this is a name of the site, letter for letter."""
        return known in self._names

    def has(self, text: str) -> bool:
        """Whether `text` is a name of the site, or nearly: `The Example` for example.org, `Example News`."""
        if not 0 < len(text) <= _LONGEST_NAME:
            return False
        known, names = joined(text), self._all
        if known in names:
            return True
        bare = known.removeprefix("the").removeprefix("www")
        if bare in names or f"the{bare}" in names:
            return bool(bare)
        return len(bare) >= _SURE and (f"\n{bare}" in self._one or self._begin(bare))

    def _begin(self, bare: str) -> bool:
        """Whether a name is what this begins with, and most of it."""
        return bare.startswith(self._long) and any(
            bare.startswith(name) and len(name) >= len(bare) - _MORE_OF_NAME for name in self._long
        )

    def signs(self, author: str) -> bool:
        """Whether an author of this name is nobody but the site: `ABC Harbourtown`, `Harbour Desk`."""
        if author not in self._known:
            first = joined(author.partition(" ")[0])
            self._known[author] = self.has(author) or first in self._all or first in map(_bare, self._names)
        return self._known[author]


def _bare(name: str) -> str:
    """`harbour` for `harbournews`."""
    return next((name.removesuffix(word) for word in _CALLED if name.endswith(word)), name)


def _beside(titles: Sequence[str]) -> Iterator[str]:
    """What one title has before or behind a separator that is otherwise the same as another."""
    distinct = dict.fromkeys(titles)
    known = {joined(title) for title in distinct} if len(distinct) > 1 else set()
    for title in [title for title in distinct if len(title) <= _LONGEST] if len(known) > 1 else ():
        for start, end in separators(title):
            before, behind = title[:start].strip(), title[end:].strip()
            if joined(before) in known and behind:
                yield behind
            elif joined(behind) in known and before:
                yield before


def _labels(host: str) -> Iterator[str]:
    """The host's name, without and with its ending."""
    host = host.removeprefix("www.")
    parts = host.split(".")
    if len(parts) < 2:
        return
    yield host.replace(".", "").replace("-", "")
    place = -3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else -2
    yield parts[place].replace("-", "")
    yield "".join(parts[place:]).replace("-", "")


def without_site(title: str, sites: Sites) -> str:
    """`title` without the names of the site before and behind it."""
    for _ in range(3):
        places = separators(title)
        if not places:
            return title
        last = next((start for start, end in reversed(places) if start and sites.has(title[end:])), None)
        if last is not None:
            title = title[:last].rstrip()
            continue
        first = next((end for start, end in places if start and sites.has(title[:start])), None)
        if first is None or title[first - 1] == ":":  # who says something in a headline stands before a colon
            return title
        title = title[first:].lstrip()
    return title


class Headline:
    """Chooses the title of one page."""

    def __init__(self, page: Page, claims: Sequence[tuple[str, str]], sites: Sites) -> None:
        self._page = page
        self._sites = sites
        self.tops = [line for line in page.lines if line.tag == "h1"]
        """The lines that are an `<h1>`."""
        self._raw = {claim: source for claim, source in reversed(claims) if 0 < len(claim) <= _LONGEST}
        self._own = own = {claim: without_site(claim, sites) for claim in self._raw}
        self._claims = [(own[claim], source) for claim, source in claims if claim in own]
        self._known = {joined(claim): claim for claim in dict.fromkeys((*own, *own.values()))}
        self._known.pop("", None)

    def facts(self) -> Iterator[Fact]:
        """The title, and then what else might have been."""
        shown = self._shown()
        if shown is not None:
            other = self._second(shown) if shown.line is not None else None
            if other is not None:
                yield other
            yield shown
        seen = {shown.value} if shown is not None else set()
        named = [] if shown is not None else [claim for claim, _ in self._claims if self._sites.has(claim)]
        for claim, source in sorted(self._claims, key=lambda claimed: claimed[0] in named) if named else self._claims:
            if claim and claim not in seen:  # the site's own name comes last: it is the title of its first page alone
                seen.add(claim)
                yield Fact("title", claim, source=source)

    def _shown(self) -> Fact | None:
        lines = [line for line in self.tops if len(line.text) <= _LONGEST_HEADLINE]
        if not lines:
            return self._elsewhere()
        if (beside := self._beside_name(lines)) is not None:
            return beside
        best = self._confirmed(lines)
        if best is not None:
            return self._with_kicker(best)
        likely = self._likeliest([line.text for line in lines])
        found = next((line for line in lines if line.text == likely), None)
        return self._completed(found) if found is not None else self._elsewhere()

    def _beside_name(self, lines: Sequence[Line]) -> Fact | None:
        """The heading that a title has beside an `<h1>` that is a link: that is the name of the site, as on Blogger."""
        for name in [joined(line.text) for line in lines[:_BESIDE] if line.links >= _LINKED]:
            for claim, source in self._raw.items():
                known = joined(claim)
                rest = known.removeprefix(name) if known.startswith(name) else known.removesuffix(name)
                for line in self._page.lines if rest and rest != known else ():
                    if line.kind is _HEADING and joined(line.text) == rest:
                        return Fact("title", tidy(line.text), line, source)
        return None

    def _confirmed(self, lines: Sequence[Line]) -> Line | None:
        """The headline that the head says too: word for word, else as the longest part of it."""
        flats = [(joined(line.text), line) for line in lines]
        for known, line in flats:
            if known in self._known and not (len(lines) > 1 and self._sites.named(known)):
                return line
        parts = [
            (len(known), -line.number, line)
            for known, line in flats
            if len(known) >= 4
            and not self._sites.has(line.text)
            and any(_is_part(known, claim) for claim in self._known)
        ]
        return max(parts)[2] if parts else None

    def _likeliest(self, texts: Sequence[str]) -> str | None:
        """The headline that says in other words what the head says; with nothing in the head, the only one."""
        own = [text for text in dict.fromkeys(texts) if not self._sites.has(text)]
        if not self._claims:
            worded = [text for text in own if is_worded(text)] or own
            return worded[0] if len(worded) == 1 else None
        said = [words(claim) for claim, _ in self._claims]
        likeness = [_likeness(words(text), said) for text in own]
        best = max(likeness, default=0.0)
        return own[likeness.index(best)] if best >= _ALIKE else None

    def _with_kicker(self, line: Line) -> Fact:
        """The headline with the words over it, where the head says both as one."""
        known = joined(line.text)
        longer = {
            claim: said for claim, said in self._known.items() if len(claim) > len(known) and claim.endswith(known)
        }
        if longer:
            lines, above = self._page.lines, ""
            for other in reversed(lines[max(0, line.number - _KICKERS) : line.number]):
                above = joined(other.text[:_LONGEST]) + above
                if above + known in longer:
                    return Fact("title", longer[above + known], line, "h1")
            for other in lines[line.number + 1 : line.number + _KICKERS]:  # the headline repeated under its kicker
                if (both := joined(other.text[:_LONGEST]) + known) in longer:
                    return Fact("title", longer[both], line, "h1")
        return self._completed(line)

    def _second(self, shown: Fact) -> Fact | None:
        """A heading beside the `<h1>` that the head has word for word: then the `<h1>` is for search engines."""
        line = shown.line
        if line is None or line.tag != "h1":
            return None
        below = self._page.lines[line.number + 1 : line.number + 1 + _BESIDE]
        for other in [other for other in below if other.kind is _HEADING and is_worded(other.text)]:
            known = joined(other.text)
            if known in self._known and known not in joined(str(shown.value)):
                return Fact("title", tidy(other.text), other, "heading")
        return None

    def _completed(self, line: Line) -> Fact:
        """The headline without the site's name, should that be part of it."""
        text = tidy(line.text[len(line.marker) :])
        title = self._own.get(text) or without_site(text, self._sites)
        return Fact("title", title or text, line, "h1")

    def _elsewhere(self) -> Fact | None:
        """A line that is no `<h1>`, but what the head says, whole or up to a separator."""
        wanted = dict(reversed(self._claims))
        for claim, source in self._raw.items():
            for start, end in separators(claim):
                wanted.setdefault(claim[:start].rstrip(), source)
                wanted.setdefault(claim[end:].lstrip(), source)
        for line in self._page.lines:
            if line.text in wanted and is_worded(line.text) and not self._sites.has(line.text):
                return Fact("title", tidy(line.text), line, wanted[line.text])
        return self._begun() or self._in_taken()

    def _begun(self) -> Fact | None:
        """A line that is most of a title, which goes on with the name of a site: `Headline_Site`, without blanks."""
        begun = [
            (len(line.text), -line.number, line, source)
            for claim, source in self._raw.items()
            for line in self._page.lines
            if len(line.text) < len(claim) <= 2 * len(line.text)
            and claim.startswith(line.text)
            and not claim[len(line.text)].isalnum()
            and is_worded(line.text)
        ]
        if not begun:
            return None
        _, _, line, source = max(begun)
        return Fact("title", tidy(line.text), line, source)

    def _in_taken(self) -> Fact | None:
        """A headline inside an element that a rule takes whole."""
        tree = self._page.tree
        texts = (
            [text for element in tree.all("h1") if 0 < len(text := element.text) <= _LONGEST_HEADLINE] if tree else []
        )
        own = [(joined(text), text) for text in texts if not self._sites.has(text)]
        sure = (text for known, text in own if known in self._known)
        part = (text for known, text in own if len(known) >= 8 and any(_is_part(known, claim) for claim in self._known))
        best = next(sure, None) or next(part, None) or self._likeliest(texts)
        return Fact("title", without_site(tidy(best), self._sites), source="h1") if best else None


def _likeness(own: set[str], claims: Iterable[set[str]]) -> float:
    """The share of words in common with the most alike claim; one word of a long title is the heading of a section."""
    return max((len(own & said) / max(len(own), len(said) / _SECTION, 1) for said in claims), default=0.0)


def _is_part(known: str, claim: str) -> bool:
    return (known in claim and len(known) * 3 >= len(claim)) or (claim in known and len(claim) * 3 >= len(known))
