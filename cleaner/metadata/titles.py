"""The title: what stands over the article, without the name of the site, checked against what the head says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence


from cleaner.metadata.words import flat, joined, tidy
from cleaner.model import Fact, Line, Page

_SEPARATOR = re.compile(r"\s+[|–—‐•·»«:/*~>-]+\s+|\s*[|｜»«]\s*|：|(?<=\S):\s+|\s*::\s*|\s*\uff0d\s*")
_LONGEST = 400
_LONGEST_HEADLINE = 300
_CUT_SHORT = ("…", "...")
_KICKERS = 3
"""Lines over the headline that can be its beginning."""
_MORE_OF_NAME = 12
"""Letters that a site's name can have more than its host."""
_ALIKE = 0.2
"""Share of words an unconfirmed headline has in common with what the head says."""


class Sites:
    """The names of a site, to be known again when they stand beside a title."""

    __slots__ = ("_hosts", "_names")

    def __init__(self, names: Iterable[str], urls: Iterable[str | None], titles: Sequence[str] = ()) -> None:
        names = [*names, *_beside(titles)]
        self._names = {known for name in names for part in (name, *_SEPARATOR.split(name)) if (known := joined(part))}
        self._hosts = {label for url in urls if url for label in _labels(url)}

    def named(self, known: str) -> bool:
        """Whether this is a name of the site, letter for letter."""
        return known in self._names

    def has(self, text: str) -> bool:
        """Whether `text` is a name of the site."""
        known = joined(text)
        if not known or len(known) > 60:
            return False
        return known in self._names or known in self._hosts or self._resembles(known)

    def _resembles(self, known: str) -> bool:
        """`The Example` for example.org, `Example News` for `example`."""
        bare = known.removeprefix("the").removeprefix("www")
        names = self._names | self._hosts
        if bare in names or f"the{bare}" in names:
            return True
        return len(bare) >= 4 and any(
            (len(name) >= 4 and bare.startswith(name) and len(bare) <= len(name) + _MORE_OF_NAME) or name.startswith(bare)
            for name in names
        )


def _beside(titles: Sequence[str]) -> Iterator[str]:
    """What one title has before or behind a separator that is otherwise the same as another."""
    known = {joined(title) for title in titles}
    for title in titles if len(known) > 1 else ():
        for found in _SEPARATOR.finditer(title):
            before, behind = title[: found.start()], title[found.end() :]
            if joined(before) in known and behind:
                yield behind
            elif joined(behind) in known and before:
                yield before


def _labels(url: str) -> Iterator[str]:
    """The host's name, without and with its ending."""
    host = url.partition("://")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")
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
        places = [found.span() for found in _SEPARATOR.finditer(title)]
        for start, end in reversed(places):
            if start and sites.has(title[end:]):
                title = title[:start].rstrip()
                break
        else:
            first = next(((start, end) for start, end in places if start and sites.has(title[:start])), None)
            if first is None or title[first[0] : first[1]].strip() == ":":
                return title
            title = title[first[1] :].lstrip()
    return title


class Headline:
    """Chooses the title of one page."""

    def __init__(self, page: Page, claims: Sequence[tuple[str, str]], sites: Sites) -> None:
        self._page = page
        self._sites = sites
        self._raw = [(claim, source) for claim, source in claims if claim and len(claim) <= _LONGEST]
        self._claims = [(without_site(claim, sites), source) for claim, source in self._raw]
        self._known = {joined(claim) for claim, _ in (*self._claims, *self._raw)} - {""}

    def facts(self) -> Iterator[Fact]:
        """The title, and then what else might have been."""
        shown = self._shown()
        if shown is not None:
            yield shown
        seen = {shown.value} if shown is not None else set()
        for claim, source in self._claims:
            if claim and claim not in seen and not self._sites.has(claim):
                seen.add(claim)
                yield Fact("title", claim, source=source)
        for claim, source in self._claims[:1] if shown is None else ():
            if claim:
                yield Fact("title", claim, source=source)  # the page of a site itself

    def _shown(self) -> Fact | None:
        lines = [line for line in self._page.lines if line.tag == "h1" and len(line.text) <= _LONGEST_HEADLINE]
        if not lines:
            return self._elsewhere()
        best = self._confirmed(lines)
        if best is not None:
            return self._with_kicker(best)
        likely = self._likeliest([line.text for line in lines])
        found = next((line for line in lines if line.text == likely), None)
        return self._completed(found) if found is not None else self._elsewhere()

    def _confirmed(self, lines: Sequence[Line]) -> Line | None:
        """The headline that the head says too: word for word, else as the longest part of it."""
        flats = [(joined(line.text), line) for line in lines]
        for known, line in flats:
            if known in self._known and not (len(lines) > 1 and self._sites.named(known)):
                return line
        parts = [
            (len(known), -line.number, line)
            for known, line in flats
            if len(known) >= 4 and not self._sites.has(line.text) and any(_is_part(known, claim) for claim in self._known)
        ]
        return max(parts)[2] if parts else None

    def _likeliest(self, texts: Sequence[str]) -> str | None:
        """The headline that says in other words what the head says; with nothing in the head, the only one."""
        own = [text for text in dict.fromkeys(texts) if not self._sites.has(text)]
        if not self._claims:
            worded = [text for text in own if text.count(" ") > 1] or own
            return worded[0] if len(worded) == 1 else None
        best = max(own, key=self._likeness, default=None)
        return best if best is not None and self._likeness(best) >= _ALIKE else None

    def _with_kicker(self, line: Line) -> Fact:
        """The headline with the words over it, where the head says both as one."""
        known = joined(line.text)
        longer = {joined(claim): (claim, source) for claim, source in self._claims if len(claim) > len(line.text) + 2}
        longer = {claim: said for claim, said in longer.items() if claim != known and claim.endswith(known)}
        if longer:
            lines, above = self._page.lines, ""
            for other in reversed(lines[max(0, line.number - _KICKERS) : line.number]):
                above = joined(other.text[:_LONGEST]) + above
                if above + known in longer:
                    return Fact("title", longer[above + known][0], line, longer[above + known][1])
            for other in lines[line.number + 1 : line.number + _KICKERS]:  # the headline repeated under its kicker
                if (both := joined(other.text[:_LONGEST]) + known) in longer:
                    return Fact("title", longer[both][0], line, longer[both][1])
        return self._completed(line)

    def _completed(self, line: Line) -> Fact:
        """The headline without the site's name, should that be part of it."""
        text = tidy(line.text[len(line.marker) :])
        title = without_site(text, self._sites)
        return Fact("title", title or text, line, "h1")

    def _likeness(self, text: str) -> float:
        words = set(flat(text).split())
        said = max((len(words & set(flat(claim).split())) for claim, _ in self._claims), default=0)
        return said / len(words) if words else 0.0

    def _elsewhere(self) -> Fact | None:
        """A line that is no `<h1>`, but what the head says, whole or up to a separator."""
        wanted = {claim: source for claim, source in reversed(self._claims)}
        for claim, source in self._raw:
            for found in _SEPARATOR.finditer(claim):
                wanted.setdefault(claim[: found.start()], source)
                wanted.setdefault(claim[found.end() :], source)
        for line in self._page.lines:
            if line.text in wanted and line.text.count(" ") >= 2 and not self._sites.has(line.text):
                return Fact("title", tidy(line.text), line, wanted[line.text])
        return self._in_taken()

    def _in_taken(self) -> Fact | None:
        """A headline inside an element that a rule takes whole."""
        tree = self._page.tree
        texts = [text for element in tree.all("h1") if 0 < len(text := element.text) <= _LONGEST_HEADLINE] if tree else []
        own = [(joined(text), text) for text in texts if not self._sites.has(text)]
        sure = (text for known, text in own if known in self._known)
        part = (text for known, text in own if len(known) >= 8 and any(_is_part(known, claim) for claim in self._known))
        text = next(sure, None) or next(part, None) or self._likeliest(texts)
        return Fact("title", without_site(tidy(text), self._sites), source="h1") if text else None


def _is_part(known: str, claim: str) -> bool:
    return (known in claim and len(known) * 3 >= len(claim)) or (claim in known and len(claim) * 3 >= len(known))

