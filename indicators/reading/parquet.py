"""Reads small Parquet files as one grid, like a table saved as text."""

from typing import TYPE_CHECKING

from indicators.places import Place
from indicators.reading import limits
from indicators.reading.clean import clean
from indicators.reading.document import Document
from indicators.reading.tables import Block, Cell, Grid

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq


def read_parquet(document: Document) -> list[Block]:
    """The table as one grid: the names of the columns, and below them its rows, all as text.

    Places count the rows from 1, as `batch` and `recheck` do in bulk.

    Raises:
        DocumentError: if it is broken, or too long to be read as a whole.
    """
    import pyarrow as pa  # noqa: PLC0415 -- heavy: waits
    import pyarrow.parquet as pq  # noqa: PLC0415 -- likewise

    try:
        file = pq.ParquetFile(pa.BufferReader(document.data))
        _check_size(document, file.metadata)
        table = file.read()
        columns = [_texts(name, table[name]) for name in table.column_names]
    except pa.ArrowException as error:
        raise document.broken(str(error), str(error)) from error
    return [
        Grid(
            tuple(
                Cell(text, at, column, Place(document.name, line=at or None))
                for at, row in enumerate(zip(*columns, strict=True))
                for column, text in enumerate(row)
            )
        )
    ]


def _check_size(document: Document, metadata: "pq.FileMetaData") -> None:
    """Refuse a table of too many cells before it is unpacked.

    Raises:
        DocumentError: says which commands read such a table part by part.
    """
    rows, columns = metadata.num_rows, metadata.num_columns
    groups = (metadata.row_group(at) for at in range(metadata.num_row_groups))
    unpacked = sum(group.total_byte_size for group in groups)
    if rows * columns > limits.MAX_CELLS or unpacked > limits.MAX_UNPACKED:
        raise document.error(
            f"有 {rows:,} 行，不能整份读入；请用分部分读的 evalengine batch（计分）或 "
            "evalengine recheck（复核）。",
            f"{rows:,} rows are too many to be read as a whole; evalengine batch (to score) and "
            "evalengine recheck read it part by part.",
        )


def _texts(name: str, column: "pa.ChunkedArray") -> list[str]:
    """The name of a column and its cells."""
    texts = column.cast("string").fill_null("").to_pylist()
    return [name, *(text if text.isprintable() else clean(text) for text in map(str.strip, texts))]
