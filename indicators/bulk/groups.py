"""Reads row groups of Parquet files piece by piece, whatever their size; refuses damaged ones."""

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.errors import DocumentError
from indicators.foreign import reason_of

PIECE = 65_536
"""Rows read at a time."""

_BUFFER = 1 << 20
"""Bytes of a column that are read from the file at a time."""


def pieces(
    file: str,
    group: int,
    columns: Sequence[str],
    *,
    rows: int = PIECE,
    first: int = 0,
    last: int | None = None,
    coded: bool = False,
) -> Iterator[pa.RecordBatch]:
    """Some columns of the rows `first` to `last` (excluded) of a row group, about `rows` at a time.

    `coded`: text comes as codes and distinct texts, which is how such files hold it.

    Raises:
        DocumentError: if it is damaged.
    """
    try:
        with pq.ParquetFile(
            file,
            buffer_size=_BUFFER,
            page_checksum_verification=True,
            read_dictionary=list(columns) if coded else None,
        ) as parquet:
            found = parquet.iter_batches(
                rows, row_groups=[group], columns=list(columns), use_threads=False
            )
            at = 0
            for piece in found:
                begin, end = max(first - at, 0), piece.num_rows if last is None else last - at
                at += piece.num_rows
                if begin < min(end, piece.num_rows):
                    own = piece.slice(begin, end - begin)
                    own.validate(full=True)
                    yield own
                if end <= piece.num_rows and last is not None:
                    break
    except MemoryError:  # of Arrow, which is one of its own errors too
        raise
    except (FileNotFoundError, PermissionError) as error:
        reason = reason_of(error)
        raise DocumentError.at(
            file,
            f"读不了这个文件（{reason.zh}）；请检查路径和权限。",
            f"the file cannot be read ({reason.en}); check its path and permissions.",
        ) from error
    except (pa.ArrowException, OSError) as error:
        raise DocumentError.at(
            file,
            f"第 {group + 1} 个行组已损坏，读不出来；请重新导出。",
            f"row group {group + 1} is damaged and cannot be read; export it again.",
        ) from error


def sizes(file: str) -> list[int]:
    """The rows of every row group of a file whose schema could be read."""
    with pq.ParquetFile(file) as parquet:
        return [parquet.metadata.row_group(at).num_rows for at in range(parquet.num_row_groups)]
