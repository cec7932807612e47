"""`evalengine batch`: scores a long table of any size into a folder of Parquet tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from evalengine import settings
from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.usage import argument, both, option
from evalengine.voice import Voice, print_json, print_lines
from indicators.errors import UsageError, Words

if TYPE_CHECKING:
    from scoring.model import Missing

FORMATS = ("table", "json")

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
Standard = Annotated[
    str | None,
    option(
        "--standard",
        metavar="ID|PATH",
        zh="评分标准的编号，或标准文件（必须指定）",
        en="id or file of the standard, which must be named",
    ),
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
    standard: Standard = None,
    missing: WhatIsMissing = options.MISSING[0],
    lexicon: options.Lexicon = None,
    resume: Resume = False,  # noqa: FBT002 -- a flag of the command line
    workers: Workers = None,
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Score the table, and print how many rows and projects became what."""
    from dataclasses import asdict  # noqa: PLC0415 -- heavy imports wait

    from evalengine.batch.rules import Rules  # noqa: PLC0415
    from evalengine.batch.walk import run_batch  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    choice = cast("Missing", check_choice("--missing", missing, options.MISSING))
    if workers is not None and workers < 1:
        raise UsageError.at("--workers", "进程数至少是 1。", "at least one process is needed.")
    named = standard or settings.default_standard()
    if named == settings.DEFAULT_STANDARD:
        raise UsageError.at(
            "--standard",
            "成批评价要指定一份评分标准；可用的见 evalengine standards list。",
            "batch needs a standard to be named; see evalengine standards list.",
        )
    counts = run_batch(table, output, Rules(named, choice, lexicon), resume=resume, workers=workers)
    if format_ == "json":
        print_json({"schema": "evalengine/batch/1", **asdict(counts)})
        return 0
    words = Words(
        f"共 {counts.rows} 行：计分 {counts.scored}，不能计分 {counts.rejected}；"
        f"项目 {counts.projects} 个，有总分和等级的 {counts.graded} 个。",
        f"{counts.rows} rows: {counts.scored} scored, {counts.rejected} rejected; "
        f"{counts.projects} projects, {counts.graded} with total and grade.",
    )
    print_lines([voice.said(words)])
    if counts.doubtful:
        words = Words(
            f"{counts.doubtful} 个项目有重复的行，见 projects 的 findings 一列。",
            f"{counts.doubtful} projects have rows that repeat others: see projects, findings.",
        )
        voice.warn(words)
    return 0
