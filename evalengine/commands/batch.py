"""`evalengine batch`: scores a long table of any size into a folder of Parquet tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from evalengine import settings
from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.commands.bulk import tell_unused
from evalengine.usage import argument, both, option
from evalengine.voice import Voice, print_json, print_lines
from indicators.errors import UsageError, Words

if TYPE_CHECKING:
    from evalengine.batch.walk import Counts
    from scoring.model import Missing

FORMATS = ("table", "json")

MOST_WORKERS, MOST_EXPLAINED = 1024, 1000

HELP = both(
    "成批评价一行一个指标的长表（.parquet 文件或文件夹、.csv、.xlsx），结果写成 Parquet。\n\n"
    "FOLDER 里有 items（逐行得分）、projects（总分和等级）、rejects（不能计分的行）；"
    "见 docs/batch.md。",
    "Score a long table of any size (.parquet file or folder, .csv, .xlsx), one indicator a row, "
    "into Parquet tables.\n\n"
    "FOLDER gets items (points by row), projects (totals, grades) and rejects (rows without "
    "points, and why); see docs/batch.md.",
)

EXAMPLES = both(
    "例：\n  evalengine batch 长表.parquet --standard cn-mof-2020-10 -o 结果",
    "Example:\n  evalengine batch table.parquet --standard cn-mof-2020-10 -o results",
)

Table = Annotated[Path, argument("TABLE", zh="长表", en="the long table")]
Folder = Annotated[
    Path,
    option("-o", "--output", metavar="FOLDER", zh="结果的文件夹", en="the folder of results"),
]
Resume = Annotated[
    bool, option("--resume", zh="接着算中断的那次", en="go on with an interrupted run")
]
Workers = Annotated[
    int | None,
    option(
        "--workers",
        metavar="N",
        zh="用几个进程；默认有几个处理器用几个",
        en="so many processes; as many as there are processors unless told",
    ),
]
Explain = Annotated[
    int | None,
    option(
        "--explain",
        metavar="N",
        zh="另把 N 个项目的完整记录写进 records.json，供 evalengine explain 读",
        en="write the full records of N projects to records.json too, for evalengine explain",
    ),
]
Engine = Annotated[
    str,
    option(
        "--engine",
        metavar="local|dask|dask=ADDRESS",
        zh="在哪里算：本机（默认）、本机的 Dask，或 dask=tcp://主机:端口 的集群",
        en="where to work: this machine (unless told), Dask on it, or the cluster at "
        "dask=tcp://HOST:PORT",
    ),
]
WhatIsMissing = Annotated[
    str,
    option(
        "--missing",
        metavar="|".join(options.MISSING),
        zh="有未填报的：该项目没有总分（默认）、计零分、不计入",
        en="what was not filled in: no total for the project (unless told), zero, or exclude",
    ),
]


def batch(
    context: typer.Context,
    table: Table,
    output: Folder,
    standard: options.Standard = None,
    missing: WhatIsMissing = options.MISSING[0],
    lexicon: options.Lexicon = None,
    resume: Resume = False,  # noqa: FBT002 -- a flag of the command line
    workers: Workers = None,
    explain: Explain = None,
    engine: Engine = "local",
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Score the table, and print how many rows and projects became what."""
    from dataclasses import asdict  # noqa: PLC0415 -- heavy imports wait

    from evalengine.batch.rules import Rules  # noqa: PLC0415
    from evalengine.batch.walk import run_batch  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    choice = cast("Missing", check_choice("--missing", missing, options.MISSING))
    _check_number("--workers", workers, MOST_WORKERS)
    _check_number("--explain", explain, MOST_EXPLAINED)
    named = standard or settings.default_standard()
    try:
        counts = run_batch(
            table,
            output,
            Rules(named, choice, lexicon),
            resume=resume,
            workers=workers,
            sample=explain or 0,
            engine=engine,
        )
    except KeyboardInterrupt:
        voice.note(
            "写完的部分都在文件夹里；加 --resume 接着算。",
            "the parts that were finished are in the folder; go on with --resume.",
        )
        raise
    if format_ == "json":
        print_json({"schema": "evalengine/batch/1", **asdict(counts)})
        return 0
    _tell(counts, voice)
    return 0


def _check_number(name: str, number: int | None, most: int) -> None:
    if number is not None and not 1 <= number <= most:
        raise UsageError.at(name, f"应为 1 到 {most}。", f"should be 1 to {most}.")


def _tell(counts: "Counts", voice: Voice) -> None:
    words = Words(
        f"共 {counts.rows} 行：计分 {counts.scored}，不能计分 {counts.rejected}；"
        f"项目 {counts.projects} 个，有总分和等级的 {counts.graded} 个。",
        f"{counts.rows} rows: {counts.scored} scored, {counts.rejected} rejected; "
        f"{counts.projects} projects, {counts.graded} with total and grade.",
    )
    print_lines([voice.said(words)])
    if counts.rejected:
        voice.warn(
            Words(
                "不能计分的行和原因见 rejects；没有总分的项目和原因见 projects 的 reason 一列。",
                "rows that could not be scored are in rejects, with reasons; so are those of "
                "projects without a total in projects, reason.",
            )
        )
    tell_unused(voice, counts.unused)
    if counts.doubtful or counts.asked:
        words = Words(
            f"{counts.doubtful} 个项目、{counts.asked} 行有要核对的地方，见 projects 和 items 的 "
            "findings 一列。",
            f"{counts.doubtful} projects and {counts.asked} rows have something to check: see "
            "findings, in projects and items.",
        )
        voice.warn(words)
