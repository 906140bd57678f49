"""The fields of a record: which one holds the page, and which its address, name and date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cleaner.sources.document import Given, SourceError

Names = tuple[str, ...]

RECOGNISED: Mapping[str, Names] = {
    "text": ("html", "raw_html", "text", "raw_content", "content", "body", "maintext", "article", "document"),
    "url": ("url", "source_url", "uri", "link", "metadata.url", "meta.url", "warc_headers.warc-target-uri"),
    "id": ("id", "warc_record_id", "doc_id", "document_id", "uuid", "metadata.id", "warc_headers.warc-record-id"),
    "date": ("warc_date", "crawl_date", "date_download", "fetched", "warc_headers.warc-date"),
}
"""What each part of a page is called in the corpora that people have, the best first; a dot leads into a record."""


class Fields:
    """Reads pages out of records."""

    def __init__(self, given: Sequence[tuple[str, str]] = ()) -> None:
        """`given`: the names of fields, by part, for records whose own are not `RECOGNISED`."""
        self._names: dict[str, Names] = {**RECOGNISED, **{part: (name,) for part, name in given}}

    def columns(self, present: Sequence[str]) -> list[str]:
        """Which of the fields that are `present` are of use; without one for the text there is no page.

        Raises:
            SourceError: none can hold the text.
        """
        wanted = {part: [name for name in names if name in present] for part, names in self._names.items()}
        if not wanted["text"]:
            raise self._missing(present)
        return list(dict.fromkeys(name for names in wanted.values() for name in names))

    def page(self, record: Mapping[str, object]) -> Given:
        """The page that a record holds.

        Raises:
            SourceError: no field that can be its text has one.
        """
        texts = [value for value in self._values(record, "text") if isinstance(value, str | bytes)]
        if not texts:
            raise self._missing(tuple(record))
        url, name, date = (next(map(_plain, self._values(record, part)), None) for part in ("url", "id", "date"))
        return Given(
            next((text for text in texts if text), texts[0]), url=url or None, date=date or None, id=name or None
        )

    def _values(self, record: Mapping[str, object], part: str) -> Iterator[object]:
        values = (_value(record, name) for name in self._names[part])
        return (value for value in values if value is not None)

    def _missing(self, present: Sequence[str]) -> SourceError:
        there = ", ".join(present[:20]) or "nothing"
        return SourceError(f"no text in {', '.join(self._names['text'])}; the fields are: {there}")


def _value(record: object, name: str) -> object:
    """The value of a field: `a.b` is the field of that name or, if there is none, `b` of the record in `a`."""
    if not isinstance(record, Mapping):
        return None
    if name in record:
        return record[name]
    first, _, rest = name.partition(".")
    return _value(record.get(first), rest) if rest else None


def _plain(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
