"""Tables of any size at the command line: which they are, and how they are re-checked."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from evalengine.voice import Voice
from indicators.errors import UsageError
from indicators.forms.longtable import long_table
from indicators.spelling import nearest, perhaps

if TYPE_CHECKING:
    from evalengine.comparing import Comparison, Found

PARQUET = ".parquet"

_SLIP = 0.8
"""A name of a column that is so much like a known one may be that one, misspelt."""


def is_table(path: Path) -> bool:
    """Whether `path` can only be a table in bulk: Parquet, or a folder."""
    return path.suffix.lower() == PARQUET or path.is_dir()


def is_bulk(files: Sequence[Path], outputs: Sequence[Path]) -> bool:
    """Whether a table is to be re-checked in bulk: into a folder (its name has no ending), or
    without any report where only that can be.
    """
    return any(not path.suffix for path in outputs) or (
        not outputs and any(is_table(path) for path in files)
    )


def check_bulk(files: Sequence[Path], outputs: Sequence[Path], decisions: Path | None) -> None:
    """Refuse what does not go together with a table in bulk.

    Raises:
        UsageError: if there are several files or outputs, or decisions.
    """
    if len(files) > 1 or len(outputs) > 1:
        raise UsageError.at(
            "-o",
            "成批复核一次读一张长表（或一个装着 .parquet 的文件夹），写到一个文件夹。",
            "in bulk, one table (or one folder of .parquet files) is read, and one folder written.",
        )
    if decisions is not None:
        raise UsageError.at(
            "--decisions",
            "成批复核不读复核意见；请对要定的项目单独复核（-o 复核表.xlsx）。",
            "no decisions are read in bulk; re-check the projects in question by themselves.",
        )


@contextmanager
def rechecked_table(
    voice: Voice, table: Path, out: Path | None, standard: str | None, lexicon: Path | None
) -> Iterator[Path]:
    """The folder of results of a table re-checked: `out`, or one that goes when the block ends."""
    from evalengine.bulk.walk import recheck_table  # noqa: PLC0415 -- pandas and pyarrow wait

    with tempfile.TemporaryDirectory() as work:
        folder = out or Path(work) / "results"
        unknown = recheck_table(table, folder, standard=standard, lexicon=lexicon)
        tell_unused(voice, unknown)
        if out is not None:
            voice.note(f"已写出 {out}", f"written: {out}")
        yield folder


def tell_unused(voice: Voice, names: Sequence[str]) -> None:
    """Name the columns that mean nothing, and what those that are misspelt may be."""
    if not names:
        return
    known = long_table().meanings
    hints = [perhaps(nearest(name.lower(), known, likeness=_SLIP)) for name in names]
    zh = "、".join(name + hint.zh for name, hint in zip(names, hints, strict=True))
    en = ", ".join(name + hint.en for name, hint in zip(names, hints, strict=True))
    voice.note(f"没有用到的列：{zh}。", f"columns that were not used: {en}.")


def is_projects(path: Path) -> bool:
    """Whether `path` is no record, but a long table or a folder."""
    return is_table(path) or path.suffix.lower() in (".csv", ".xlsx")


def check_one_table(paths: Sequence[Path]) -> None:
    """Refuse a table or a folder beside something else.

    Raises:
        UsageError: if there are several paths, and not all of them are records.
    """
    if len(paths) > 1 and any(map(is_projects, paths)):
        raise UsageError.at(
            "RECORD",
            "一次比较一张长表、一个复核结果文件夹，或者几份记录（.json）；不能混在一起。",
            "one long table, one folder of results, or several records (.json) are compared at a "
            "time, not a mixture.",
        )


def compared_table(
    voice: Voice, table: Path, previous: Sequence[Path], against: str | None
) -> "Comparison":
    """Compare the projects of a long table, which is re-checked first, or of a folder of results.

    Raises:
        UsageError: if another standard is asked for, but not the table given.
    """
    from evalengine.bulk.compared import found_in, is_results  # noqa: PLC0415 -- pandas, pyarrow
    from evalengine.comparing import Other, compare_found  # noqa: PLC0415

    def read(path: Path, standard: str | None = None) -> "Found":
        if is_results(path) and standard is None:
            return found_in(path)
        with rechecked_table(voice, path, None, standard, None) as results:
            return found_in(results)

    if against is not None and is_results(table):
        raise UsageError.at(
            "--against",
            "复核结果里没有原表；换一份标准请给出长表本身。",
            "results do not hold their table; give the table itself to judge it by another "
            "standard.",
        )
    if len(previous) > 1:
        raise UsageError.at(
            "--previous",
            "长表的上一年也是一张长表，或一个复核结果文件夹。",
            "the year before a long table is one long table, or one folder of results.",
        )
    found = read(table)
    before = read(previous[0]) if previous else None
    other = Other(against, read(table, against).tables) if against else None
    return compare_found(found, name=str(table), before=before, other=other)
