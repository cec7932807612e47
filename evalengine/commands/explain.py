"""`evalengine explain`: why each point was given or lost, clause by clause."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalengine import settings
from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.usage import argument, both
from evalengine.voice import Voice, print_json, print_lines
from indicators.errors import UsageError

if TYPE_CHECKING:
    from evalengine.evaluation import Evaluated

FORMATS = ("table", "json")

ITEM = re.compile(r"\d+(\.\d+)?|execution|total")
"""What names an item: `3.1`, all of row `3`, the money, or the way to the total."""

HELP = both(
    "说明每一分的来由：算式、规则、条款（是否核对过原文），以及怎样才能得满分。\n\n"
    "读 evalengine score 写出的记录，或填好的自评表、长表，或申报表和填好的工作簿。",
    "Say why each point was given or lost: formula, rule, clause (its text seen or not), and "
    "what would have given all points.\n\n"
    "Reads a record written by evalengine score, or a filled form, or a declaration with its "
    "filled-in workbook.",
)

EXAMPLES = both(
    "例：\n"
    "  evalengine explain 记录.json\n"
    "  evalengine explain 记录.json 3.1 --project 保安服务费\n"
    "  evalengine explain 申报表.txt --actuals 实际完成值.xlsx",
    "Examples:\n"
    "  evalengine explain record.json\n"
    "  evalengine explain record.json 3.1 --project 保安服务费\n"
    "  evalengine explain declaration.txt --actuals actuals.xlsx",
)


def explain(
    context: typer.Context,
    source: Annotated[
        Path, argument("RECORD|FILE", zh="评价记录，或申报表、自评表", en="a record, or a form")
    ],
    item: Annotated[
        str | None,
        argument(
            "ITEM",
            zh="只说这一项：3.1、3、execution 或 total",
            en="this item: 3.1, 3, execution or total",
        ),
    ] = None,
    actuals: options.Actuals = None,
    project: options.Project = None,
    standard: options.Standard = None,
    lexicon: options.Lexicon = None,
    sensitivity: options.Sensitivity = False,  # noqa: FBT002 -- a flag of the command line
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Judge again and print the reasons.

    Raises:
        UsageError: if `item` is none, or the project has no such item.
    """
    from evalengine.evaluation import asked  # noqa: PLC0415 -- heavy imports wait
    from evalengine.reports import explanation  # noqa: PLC0415
    from evalengine.reports.asked import asked_data, asked_lines  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    if item is not None and not ITEM.fullmatch(item):
        raise UsageError.at(
            "ITEM",
            f"“{item}”不是编号；写法：3.1（第三行第一个目标）、3（整行）、execution（执行率）、total（总分）。",
            f"'{item}' is no item; write 3.1 (first promise of row 3), 3 (the row), execution or "
            "total.",
        )
    judged = _judged(source, actuals, project, standard, lexicon)
    judged = asked(judged, against=None, firmness=sensitivity)
    options.tell(judged, voice)
    if format_ == "json":
        found = explanation.explanations_data(judged.projects, judged.standard, item)
        print_json({**found, **asked_data(judged.whatif)})
    else:
        lines = explanation.explanation_lines(
            judged.projects, judged.standard, item, voice.language
        )
        print_lines(lines)
        print_lines(asked_lines(judged.whatif, voice.language))
    return 0


def _judged(
    source: Path,
    actuals: Path | None,
    project: str | None,
    standard: str | None,
    lexicon: Path | None,
) -> "Evaluated":
    from evalengine.evaluation import evaluate, evaluate_again  # noqa: PLC0415
    from evalengine.recorded import may_be_record  # noqa: PLC0415

    if actuals is None and may_be_record(source):
        if lexicon is not None:
            raise UsageError.at(
                "--lexicon",
                "记录里的目标已经读好，不再用词库；请去掉 --lexicon。",
                "the targets of a record have been read; leave out --lexicon.",
            )
        return evaluate_again(source, standard=standard, project=project)
    return evaluate(
        source,
        actuals,
        standard=standard or settings.default_standard(),
        project=project,
        lexicon=lexicon,
    )
