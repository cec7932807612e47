"""`evalengine template`: the workbook in which a department fills in what it achieved."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from evalengine import settings
from evalengine.commands import options
from evalengine.usage import argument, both, option
from evalengine.voice import Voice
from indicators.errors import UsageError

HELP = both(
    "按申报表生成填报工作簿，供填写实际完成值。\n\n"
    "每个项目一张表，一行一项承诺；不该改的格子已锁定。填好后交给 evalengine score。",
    "Write the workbook in which a department fills in what it achieved.\n\n"
    "One sheet a project, one row a promise; cells not to be touched are locked. Give it to "
    "evalengine score when it is filled in.",
)

EXAMPLES = both(
    "例：\n"
    "  evalengine template 申报表.txt -o 实际完成值.xlsx\n"
    "  evalengine template 申报表.txt --project 保安服务费 -o 保安.xlsx",
    "Examples:\n"
    "  evalengine template declaration.txt -o actuals.xlsx\n"
    "  evalengine template declaration.txt --project 保安服务费 -o guards.xlsx",
)

ENDING = ".xlsx"


def template(
    context: typer.Context,
    declaration: Annotated[Path, argument("FILE", zh="申报表", en="the declaration")],
    output: Annotated[
        Path, option("-o", "--output", metavar="FILE", zh="写到这个 .xlsx", en="the .xlsx to write")
    ],
    project: options.Project = None,
    standard: options.Standard = None,
    lexicon: options.Lexicon = None,
) -> int:
    """Write the fill-in workbook.

    Raises:
        UsageError: if the output is no .xlsx, cannot be written, or the project is unknown.
        DocumentError: if the declaration cannot be read, or has no project form.
        RuleFileError: with file and line, if the lexicon is wrong.
    """
    _check_ending(output)
    # Heavy imports wait until the arguments are right.
    from evalengine.choosing import standard_for  # noqa: PLC0415
    from evalengine.evaluation import projects_of  # noqa: PLC0415
    from evalengine.output import check_apart, check_target, replacing  # noqa: PLC0415
    from evalengine.reports.template import write_template  # noqa: PLC0415
    from indicators.reading import read_forms  # noqa: PLC0415

    voice: Voice = context.obj
    check_target(output)
    check_apart([output], [declaration, lexicon, Path(standard) if standard else None])
    forms = read_forms(declaration, lexicon=lexicon)
    chosen, notes = projects_of(forms, project, declaration)
    rules = standard_for(chosen, standard or settings.default_standard())
    for words in (*notes, *rules.why):
        voice.note(*words)
    with replacing(output) as part:
        write_template(chosen, part, bands=rules.standard.levels.bands)
    _tell(voice, declaration, output, len(chosen))
    return 0


def _check_ending(output: Path) -> None:
    if output.suffix.lower() != ENDING:
        raise UsageError.at(
            "-o",
            f"填报工作簿只能是 .xlsx，不能是“{output}”。",
            f"the fill-in workbook must be an .xlsx, not '{output}'.",
        )


def _tell(voice: Voice, declaration: Path, output: Path, count: int) -> None:
    then = f"evalengine score {quote(str(declaration))} --actuals {quote(str(output))}"
    voice.note(
        f"已写出 {output}（{count} 个项目）。填好后：{then}",
        f"wrote {output} ({count} projects). When filled in: {then}",
    )
