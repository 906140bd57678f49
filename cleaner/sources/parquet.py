"""Parquet: one row a record; row groups are streamed a few rows at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterator
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from cleaner.errors import MissingExtraError
from cleaner.sources.archive import Forward
from cleaner.sources.compressed import named_errors
from cleaner.sources.document import Given, SourceError
from cleaner.sources.fields import Fields
from cleaner.sources.reading import opened, too_large

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_BUFFER = 1024 * 1024
"""Bytes of a column read at a time; otherwise all of it that is in a row group."""
_BATCH = 8 * 1024 * 1024
"""Bytes of rows decoded at a time, as far as the average row of a group tells."""
_MOST_ROWS = 64

Row = dict[str, object]


class Parquet:
    """A Parquet file."""

    def __init__(self, path: str, fields: Fields, largest: int) -> None:
        self._path = path
        self._fields = fields
        self._largest = largest
        self._open: ParquetFile | None = None
        self._starts: list[int] = []
        self._columns: list[str] = []
        self._group = -1
        self._rows: Forward[Row] = Forward(partial(self._rows_of, -1))

    def pages(self) -> Iterator[tuple[int, int | None]]:
        """Every row; its number is enough to enter its row group."""
        self._ensure_open()
        return ((number, None) for number in range(1, self._starts[-1] + 1))

    def read(self, record: int, offset: int | None) -> Given:
        """The page in row `record`, from 1."""
        self._ensure_open()
        group = bisect_right(self._starts, record - 1) - 1
        if group != self._group:
            self._group, self._rows = group, Forward(partial(self._rows_of, group))
        given = self._fields.page(self._rows.item(record - self._starts[group]))
        if len(given.data) > self._largest:
            raise too_large(self._largest)
        return given

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
        if self._open is not None:
            self._open.close(force=True)
            self._open = None

    def _ensure_open(self) -> None:
        if self._open is None:
            with named_errors():
                self._open = _opened(self._path)
            about = self._open.metadata
            self._starts = [0, *accumulate(about.row_group(n).num_rows for n in range(about.num_row_groups))]
            self._columns = self._fields.columns(_names(self._open))

    def _rows_of(self, group: int) -> Generator[Row]:
        if self._open is None or not 0 <= group < len(self._starts) - 1:
            raise SourceError("the file ends before this row")
        about = self._open.metadata.row_group(group)
        rows = min(_MOST_ROWS, max(1, _BATCH * about.num_rows // max(1, about.total_byte_size)))
        with named_errors():
            for batch in self._open.iter_batches(rows, row_groups=[group], columns=self._columns, use_threads=False):
                yield from batch.to_pylist()


def _opened(path: str) -> ParquetFile:
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise MissingExtraError("reading Parquet needs a library: pip install 'outlet-cleaner[parquet]'") from error
    return ParquetFile(opened(path), pre_buffer=False, buffer_size=_BUFFER)


def _names(file: ParquetFile) -> list[str]:
    """The columns, and the fields of those that are records, as `column.field`."""
    fields = (file.schema.column(number).path for number in range(len(file.schema)))
    return list(dict.fromkeys((*file.schema_arrow.names, *fields)))
