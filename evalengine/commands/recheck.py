"""`evalengine recheck`: recompute every score of filled self-evaluations, and list what differs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.commands.bulk import check_bulk, is_bulk, rechecked_table
from evalengine.output import check_apart
from evalengine.usage import argument, both, option
from evalengine.voice import Voice, print_json, print_lines

if TYPE_CHECKING:
    from indicators.model import Severity

DONE, FOUND, FAILED = 0, 1, 2
FORMATS = ("table", "json")

HELP = both(
    "复核填好的自评表：逐行重新计分，说明一致、只差取整、另有规则、不一致还是无法核对，并复算总分和等级。\n\n"
    "-o 写出复核表，复核人在每个问题旁写意见；--decisions 读回意见，算出复核后的总分。"
    "-o 文件夹 成批复核任意大小的长表（.parquet 文件或文件夹、.csv、.xlsx），结果写成 Parquet。"
    "各种结论和检查见 docs/recheck.md。",
    "Re-check filled self-evaluations: recompute every row and say whether it agrees, was rounded, "
    "follows another rule, differs or cannot be checked; total and grade too.\n\n"
    "-o writes a workbook in which a reviewer decides beside each finding; --decisions reads it "
    "back. -o FOLDER re-checks a long table of any size (.parquet file or folder, .csv, .xlsx) "
    "into Parquet tables. Verdicts and checks are explained in docs/recheck.md.",
)

EXAMPLES = both(
    "例：\n"
    "  evalengine recheck 自评表.xlsx\n"
    "  evalengine recheck 自评表/*.docx --severity warning -o 复核表.xlsx\n"
    "  evalengine recheck 自评表.xlsx --decisions 复核表.xlsx -o 复核记录.json\n"
    "  evalengine recheck 长表.parquet -o 复核结果",
    "Examples:\n"
    "  evalengine recheck selfevaluation.xlsx\n"
    "  evalengine recheck forms/*.docx --severity warning -o review.xlsx\n"
    "  evalengine recheck selfevaluation.xlsx --decisions review.xlsx -o reviewed.json\n"
    "  evalengine recheck table.parquet -o results",
)


Files = Annotated[
    list[Path],
    argument(
        "FILE",
        zh="填好的自评表，或一行一个指标的长表（可以多份；- 为标准输入）",
        en="filled self-evaluations, or long tables; - is standard input",
    ),
]

Decisions = Annotated[
    Path | None,
    option(
        "--decisions",
        metavar="FILE",
        zh="复核人填了意见的复核表（用 -o 写出的 .xlsx）",
        en="the review workbook (written by -o) with a reviewer's decisions",
    ),
]

Output = Annotated[
    list[Path] | None,
    option(
        "-o",
        "--output",
        metavar="FILE",
        zh="写出 .xlsx 复核表或 .json 复核记录（可以多次）；没有后缀的是成批复核的结果文件夹",
        en="write a review workbook .xlsx, or a record .json; may be repeated; a name without an "
        "ending is the folder for a table in bulk",
    ),
]

AllRows = Annotated[bool, option("--all", zh="一致的行也列出", en="list rows that agree as well")]


def recheck(
    context: typer.Context,
    files: Files,
    standard: options.Standard = None,
    severity: options.LeastSeverity = options.SEVERITIES[0],
    decisions: Decisions = None,
    output: Output = None,
    all_rows: AllRows = False,  # noqa: FBT002 -- a flag of the command line
    lexicon: options.Lexicon = None,
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Print what differs; 1 if anything is at or above `severity`, 2 if a file is unreadable.

    Where a file is unreadable, what the others hold is printed, and nothing written.

    Raises:
        UsageError: if an option is none of its choices, or a report cannot be written.
        StandardError: if no standard fits a form.
        ActualsError: with everything that is wrong in the decisions.
    """
    from evalengine.rechecked import recheck_data  # noqa: PLC0415 -- heavy: waits
    from evalengine.rechecking import recheck_files  # noqa: PLC0415 -- likewise
    from evalengine.reports.rechecked import recheck_lines  # noqa: PLC0415 -- likewise
    from evalengine.reports.review import check_review, write_review  # noqa: PLC0415 -- likewise
    from evalengine.reviewing import with_decisions  # noqa: PLC0415 -- likewise
    from indicators.model import Severity  # noqa: PLC0415 -- likewise

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    least = Severity(check_choice("--severity", severity, options.SEVERITIES))
    if is_bulk(files, output or ()):
        check_bulk(files, output or (), decisions)
        folder = next(iter(output or ()), None)
        with rechecked_table(voice, files[0], folder, standard, lexicon) as results:
            return _summarised(voice, results, least, format_)
    for path in output or ():
        check_review(path)
    check_apart(output or (), [*files, decisions, lexicon, Path(standard) if standard else None])
    rechecked = recheck_files(files, standard=standard, lexicon=lexicon)
    if decisions is not None:
        rechecked = with_decisions(rechecked, decisions)
    for error in rechecked.errors:
        voice.fail(error)
    for words in rechecked.notes:
        voice.note(*words)
    if rechecked.forms and format_ == "json":
        print_json(recheck_data(rechecked))
    elif rechecked.forms:
        print_lines(recheck_lines(rechecked, voice.language, all_rows=all_rows))
    if rechecked.errors:
        return FAILED
    for path in output or ():
        write_review(path, rechecked)
    return FOUND if rechecked.has_any(least) else DONE


def _summarised(voice: Voice, results: Path, least: "Severity", format_: str) -> int:
    """Print what a table in bulk comes to."""
    from evalengine.bulk.summary import summary_data, summary_of  # noqa: PLC0415 -- pyarrow

    summary = summary_of(results)
    if format_ == "json":
        print_json(summary_data(summary))
    else:
        from evalengine.reports.rechecktable import table_lines  # noqa: PLC0415 -- likewise

        print_lines(table_lines(summary, voice.language))
    return FOUND if summary.has_any(least) else DONE
