"""Opens a long table of any size as Parquet, with its columns named by what they mean.

CSV and workbooks are written over into Parquet first; Parquet files, and folders of them, are read
where they lie.
"""

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from indicators.bulk.groups import pieces, sizes
from indicators.errors import DocumentError, EvalengineError, Problem, Words
from indicators.forms.longtable import LongTable, long_table
from indicators.spelling import nearest, perhaps

NEEDED = ("level1", "target", "actual", "max_points")
"""What a table must hold beside its projects, to be scored in bulk."""

CSV_BLOCK = 16_000_000
"""Bytes of a CSV file that are read at a time."""

MOST_OF_GROUP = 2_000_000
"""A file with a row group of more rows is written over too: parts would read it again and again."""

_ROWS = 200_000
"""Rows of the row groups that it is written over in."""

_HEADER_WITHIN = 10
"""In one of so many rows of a sheet, or lines of a file, the names of the columns stand."""

_SAMPLE = 10_000
"""Characters at the head of a file that tell what parts its cells."""

_DELIMITERS = (",", "\t", ";")
"""What may part the cells of a line; the first, unless another is seen more often."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table: its name, its Parquet files in order (whole paths, since processes may stand in
    other folders), which of their columns means what, and the names of those that mean nothing.
    """

    name: str
    files: tuple[str, ...]
    columns: dict[str, str]
    unused: tuple[str, ...] = ()


def open_source(path: Path, work: Path) -> Source:
    """The table at `path`; what has to be written over goes to the folder `work`.

    Raises:
        DocumentError: if it is missing, of another kind, damaged, of mixed encodings, or lacks a
            column (names the nearest that there is).
    """
    if path.is_dir():
        files = files_of(path)
        if not files:
            raise DocumentError.at(
                str(path),
                "里面没有 .parquet 文件。",
                "there is no .parquet file in this folder.",
            )
        return _regrouped(_source(path, files), work)
    if not path.is_file():
        raise DocumentError.at(
            str(path), "没有这个文件，请检查路径。", "no such file; check the path."
        )
    target = work / "table.parquet"
    match path.suffix.lower():
        case ".parquet":
            return _regrouped(_source(path, [path]), work)
        case ".csv":
            _from_csv(path, target)
        case ".xlsx":
            return _source(path, [target], _from_workbook(path, target))
        case _:
            raise DocumentError.at(
                str(path),
                "成批处理读 .parquet（文件或文件夹）、.csv 和 .xlsx 长表；请另存为其中一种。",
                "tables in bulk are .parquet (a file or a folder), .csv and .xlsx; save it as one.",
            )
    return _source(path, [target])


def files_of(path: Path) -> list[Path]:
    """The files of a table, in their order; those of folders within a folder count too."""
    return sorted(path.rglob("*.parquet")) if path.is_dir() else [path]


def _regrouped(source: Source, work: Path) -> Source:
    """The table with no row group too large."""
    files = []
    for at, file in enumerate(source.files):
        groups = sizes(file)
        if max(groups, default=0) > MOST_OF_GROUP:
            target = work / f"{at:05}.parquet"
            _regroup(file, len(groups), source.columns, target)
            file = str(target.resolve())  # noqa: PLW2901 -- it takes the place of the other
        files.append(file)
    return replace(source, files=tuple(files))


def _regroup(file: str, groups: int, columns: dict[str, str], target: Path) -> None:
    names = list(columns.values())
    schema = pa.schema([pq.read_schema(file).field(name) for name in names])
    found = (pieces(file, group, names, rows=_ROWS) for group in range(groups))
    _write(chain.from_iterable(found), schema, target)


def _source(path: Path, files: Sequence[Path], head: Sequence[str] = ()) -> Source:
    """The table in these files, all of the same columns; `head` are those of the table that was
    written over, if it had more.
    """
    columns: dict[str, str] | None = None
    names = list(head)
    for file in files:
        where = str(path if len(files) == 1 else file)
        schema = _schema(file, where)
        found = columns_of(schema.names, where)
        _refuse_types(schema, found, where)
        if columns is not None and found != columns:
            raise DocumentError.at(
                where,
                f"列与 {files[0].name} 不同；一个文件夹里的文件应有同样的列。",
                f"its columns are not those of {files[0].name}; all files of a folder need the "
                "same.",
            )
        columns = found
        names += schema.names
    columns = columns or {}
    unused = dict.fromkeys(name for name in names if name and name not in columns.values())
    return Source(str(path), tuple(str(file.resolve()) for file in files), columns, tuple(unused))


def _schema(file: Path, where: str) -> pa.Schema:
    try:
        return pq.read_schema(file)
    except (pa.ArrowException, OSError) as error:
        raise DocumentError.at(
            where,
            f"不是完好的 Parquet 文件（{_in_short(error)}）；请重新导出。",
            f"no sound Parquet file ({_in_short(error)}); export it again.",
        ) from error


def _refuse_types(schema: pa.Schema, columns: dict[str, str], where: str) -> None:
    """Refuse columns that hold no plain values."""
    wrong = [name for name in columns.values() if not _is_plain(schema.field(name).type)]
    if wrong:
        raise DocumentError(
            Problem(
                where,
                Words(
                    f"“{name}”一列的类型是 {schema.field(name).type}，应为文字、数字或日期。",
                    f"the column {name} is {schema.field(name).type}; text, numbers or dates "
                    "are due.",
                ),
            )
            for name in wrong
        )


def _is_plain(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return not (
        pa.types.is_nested(kind)
        or pa.types.is_binary(kind)
        or pa.types.is_large_binary(kind)
        or pa.types.is_fixed_size_binary(kind)
    )


def columns_of(names: Sequence[str], where: str) -> dict[str, str]:
    """Which column means what.

    Raises:
        DocumentError: naming every needed column that is not there, with the nearest one; or a
            column that stands twice.
    """
    table = long_table()
    columns: dict[str, str] = {}
    for name in names:
        meaning = table.column(name)
        if meaning is not None:
            columns.setdefault(meaning, name)
    twice = [name for name in columns.values() if list(names).count(name) > 1]
    if twice:
        listed = "、".join(twice)
        raise DocumentError.at(
            where, f"有两列同名：{listed}；请删去其一。", f"two columns named {listed}; delete one."
        )
    missing = [meaning for meaning in NEEDED if meaning not in columns]
    if columns.keys().isdisjoint(("project_id", "project")):
        missing.insert(0, "project_id")
    if missing:
        others = [name for name in names if name not in columns.values()]
        raise DocumentError([_missing(meaning, others, table, where) for meaning in missing])
    return columns


def _missing(meaning: str, others: Sequence[str], table: LongTable, where: str) -> Problem:
    spellings = table.spellings(meaning)
    near = next((found for each in spellings if (found := nearest(each, others))), None)
    label, hint = table.labels[meaning], perhaps(near)
    return Problem(
        where,
        Words(
            f"缺少“{label}”（{meaning}）一列{hint.zh}。",
            f"lacks the column {meaning} ({label}){hint.en}.",
        ),
    )


def _from_csv(path: Path, target: Path) -> None:
    """Write a CSV file over, block by block, every cell as the text it is."""
    with path.open("rb") as file:
        is_utf16 = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    for encoding in ("utf-16",) if is_utf16 else ("utf-8", "gb18030"):
        try:
            _convert(path, _header(path, encoding), encoding, target)
        except UnicodeError:
            continue
        except pa.ArrowInvalid as error:
            if "UTF8" in str(error):
                continue
            raise _bad_line(path, error) from error
        except (pa.ArrowException, csv.Error) as error:
            raise _bad_line(path, error) from error
        return
    raise DocumentError.at(
        str(path),
        "编码不一致，或不是 UTF-8、GBK（GB18030）、UTF-16；请统一另存为 UTF-8。",
        "mixed encodings, or none of UTF-8, GBK (GB18030), UTF-16; save all of it as UTF-8.",
    )


class _Header(NamedTuple):
    """The names of the columns of a CSV file, what parts them, and the lines above."""

    names: list[str]
    delimiter: str
    above: int


def _header(path: Path, encoding: str) -> _Header:
    """The header among the first lines; there may be a title above it."""
    with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
        delimiter = max(_DELIMITERS, key=file.read(_SAMPLE).count)
        file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        rows, ends = [], [0]
        for row in islice(reader, _HEADER_WITHIN):
            rows.append(row)
            ends.append(reader.line_num)
    at = _best(rows)
    names = rows[at] if rows else []
    columns_of(names, str(path))  # before gigabytes are written over
    return _Header(names, delimiter, ends[at])


def _best(rows: Sequence[Sequence[str]]) -> int:
    """The row that names most columns; the first of several."""
    known = [sum(long_table().column(text) is not None for text in row) for row in rows]
    return max(range(len(rows)), key=known.__getitem__, default=0)


def _convert(path: Path, header: _Header, encoding: str, target: Path) -> None:
    reader = pc.open_csv(
        path,
        read_options=pc.ReadOptions(
            block_size=CSV_BLOCK, encoding=encoding, skip_rows=header.above
        ),
        parse_options=pc.ParseOptions(newlines_in_values=True, delimiter=header.delimiter),
        convert_options=pc.ConvertOptions(
            column_types=dict.fromkeys(header.names, pa.string()), strings_can_be_null=False
        ),
    )
    with reader:
        _write(reader, reader.schema, target)


def _bad_line(path: Path, error: Exception) -> EvalengineError:
    return DocumentError.at(
        str(path),
        f"有一行读不出来（{_in_short(error)}）；请检查那一行的列数、引号和编码。",
        f"a line cannot be read ({_in_short(error)}); check its columns, quotes and encoding.",
    )


def _from_workbook(path: Path, target: Path) -> list[str]:
    """Write the first sheet of a workbook over, and give the names of all of its columns; the limit
    on its bytes bounds the memory.
    """
    from indicators.reading.workbook import read_sheets  # noqa: PLC0415 -- calamine

    rows = list(read_sheets(path)[0].rows)
    at = _best(rows[:_HEADER_WITHIN])
    head = list(rows[at]) if rows else []
    columns_of(head, str(path))
    wanted = [place for place, name in enumerate(head) if long_table().column(name) is not None]
    below = [row for row in rows[at + 1 :] if any(row)]
    table = pa.table({head[i]: pa.array([row[i] for row in below], pa.string()) for i in wanted})
    _write(iter(table.to_batches()), table.schema, target)
    return head


def _write(batches: Iterator[pa.RecordBatch], schema: pa.Schema, target: Path) -> None:
    with pq.ParquetWriter(target, schema) as out:
        for batch in batches:
            out.write_table(pa.Table.from_batches([batch]).select(schema.names).cast(schema))


def _in_short(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:120]
