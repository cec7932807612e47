"""`evalengine compare`: many projects beside one another, and where to look first."""

from pathlib import Path
from typing import Annotated

import typer

from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.commands.bulk import check_one_table, compared_table, is_projects
from evalengine.output import check_apart
from evalengine.usage import argument, both, option
from evalengine.voice import Voice, print_json, print_lines

FORMATS = ("table", "json")

HELP = both(
    "比较许多项目：名次（并列、可变动的范围）、各部门和各规模的分布、哪些指标人人满分、哪些拉开差距，"
    "权重变动时名次怎样变，先复核哪里。\n\n"
    "读 evalengine score 写出的记录（一份或多份）、evalengine recheck -o 写出的结果文件夹，"
    "或一张长表（.parquet、.csv、.xlsx：先按规则复算）。",
    "Compare many projects: places (ties, and the range left open), distributions by department "
    "and size, which indicators everybody passes and which decide, what moved weights would "
    "change, and where to look first.\n\n"
    "Reads one or more records written by evalengine score, a folder of results written by "
    "evalengine recheck -o, or a long table (.parquet, .csv, .xlsx: recomputed first).",
)

EXAMPLES = both(
    "例：\n"
    "  evalengine compare 记录.json\n"
    "  evalengine compare 甲局.json 乙局.json -o 比较.xlsx -o 比较.html\n"
    "  evalengine compare 今年.json --previous 上年.json --format json",
    "Examples:\n"
    "  evalengine compare record.json\n"
    "  evalengine compare a.json b.json -o all.xlsx -o all.html\n"
    "  evalengine compare this-year.json --previous last-year.json --format json",
)


Records = Annotated[
    list[Path],
    argument(
        "RECORD",
        zh="评价记录（可以多份），或一个复核结果文件夹，或一张长表",
        en="evaluation records, one or more; or a folder of recheck results; or a long table",
    ),
]

Previous = Annotated[
    list[Path] | None,
    option(
        "--previous",
        metavar="RECORD",
        zh="同样的项目上一年的记录：看目标、分值、名称改了什么（可以多次）",
        en="last year's record of the same projects: what was lowered, moved, renamed; may be "
        "given several times",
    ),
]

Other = Annotated[
    str | None,
    option(
        "--against",
        metavar="ID|PATH",
        zh="换一份评分标准再评一遍，看名次变不变",
        en="judge the same projects by another standard too",
    ),
]

Output = Annotated[
    list[Path] | None,
    option(
        "-o",
        "--output",
        metavar="REPORT",
        zh="另写报告，可多次：.xlsx 工作簿，.html 网页（有图），.json",
        en="write a report too, may be repeated: .xlsx, .html with charts, .json",
    ),
]


def compare(
    context: typer.Context,
    records: Records,
    previous: Previous = None,
    against: Other = None,
    output: Output = None,
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Compare, write the reports, and print.

    Raises:
        UsageError: if there is one project only, or a report cannot be written.
        DocumentError: if a file is no record, or two records are of one project.
    """
    from evalengine.comparing import compare_records, comparison_data  # noqa: PLC0415 -- pandas
    from evalengine.reports.comparisons import check_report, write_reports  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    for path in output or ():
        check_report(path)
    check_apart(output or (), [*records, *(previous or ()), Path(against) if against else None])
    check_one_table(records)
    if is_projects(records[0]):
        found = compared_table(voice, records[0], previous or (), against)
    else:
        found = compare_records(records, previous=previous or (), against=against)
    for words in found.warnings:
        voice.warn(words)
    write_reports(output or (), found)
    for path in output or ():
        voice.note(f"已写出 {path}", f"written: {path}")
    if format_ == "json":
        print_json(comparison_data(found))
    else:
        from evalengine.reports.standing import comparison_lines  # noqa: PLC0415 -- likewise

        print_lines(comparison_lines(found, voice.language))
    return 0
