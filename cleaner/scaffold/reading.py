"""Reading the pages, and making them anonymous."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from cleaner.engine import Cleaner
from cleaner.learn import find_recurring
from cleaner.profiles import DEFAULT_PROFILE
from cleaner.scaffold.anonymise import anonymised
from cleaner.scaffold.pages import Page, see_all
from cleaner.scaffold.words import words
from cleaner.sources import Document, Reader, SourceError

_SEVERAL = 2
"""Pages."""


def read_pages(engine: Cleaner, documents: Sequence[Document], anonymous: bool = False) -> list[Page]:
    """The pages, cleaned by the generic profile.

    Args:
        engine: it knows that profile.
        documents: where they are.
        anonymous: whether their words are to be replaced, but for those of the template.

    Raises:
        SourceError: one cannot be read; it is named.
    """
    with Reader() as reader:
        sources = [_read(reader, document) for document in documents]
    pages = _cleaned(engine, documents, sources)
    return _cleaned(engine, documents, anonymised(sources, _template_words(pages))) if anonymous else pages


def _read(reader: Reader, document: Document) -> bytes:
    try:
        data = reader.read(document).data
    except SourceError as error:
        raise SourceError(f"{document.source}: {error}") from error
    return data if isinstance(data, bytes) else data.encode(errors="replace")


def _cleaned(engine: Cleaner, documents: Sequence[Document], sources: Sequence[bytes]) -> list[Page]:
    given: Counter[str] = Counter()
    return [
        Page(_slug(document.name, given), source, engine.clean(source, profile=DEFAULT_PROFILE))
        for document, source in zip(documents, sources, strict=True)
    ]


def _slug(name: str, given: Counter[str]) -> str:
    """The name of a fixture, numbered where it is given again."""
    slug = "-".join(regex.findall(r"\w+", name.casefold())[-8:]) or "page"
    given[slug] += 1
    return slug if given[slug] == 1 else f"{slug}-{given[slug]}"


def _template_words(pages: Sequence[Page]) -> set[str]:
    """The words of lines that recur, and those that rules take on several pages ("Photo"), but for names of authors."""
    seen = see_all(pages)
    recurring = find_recurring(seen, share=0, least=_SEVERAL)
    kept = {word for one in recurring if not one.doubt for word in words(one.text)}
    taken = Counter(word for page in seen for word in words("\n".join(line.text for line in page.lines if line.rule)))
    kept |= {word for word, count in taken.items() if count >= min(_SEVERAL, len(seen))}
    return kept - {word for page in pages for author in page.result.metadata.authors for word in words(author)}
