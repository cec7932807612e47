"""`evalengine standards`: the scoring standards — list, show, check, compare two, grade a total."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from evalengine import settings
from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.usage import argument, both
from evalengine.voice import Voice, print_json, print_lines
from indicators.errors import UsageError, Words

if TYPE_CHECKING:
    from scoring.standard import Standard

FORMATS = ("table", "json")
DONE, ANSWER_IS_NO = 0, 1

CHECK_SCHEMA = "evalengine/standards-check/1"

HELP = both(
    "查看和检验评分标准。",
    "The scoring standards: list, show, check, compare; name the grade of a total.",
)
LIST_HELP = both("列出内置的评分标准。", "List the standards that come with the engine.")
SHOW_HELP = both(
    "显示一份标准：分值、规则、分档、等级，以及哪些条款未经核对。",
    "Show a standard: points, rules, levels, grades, and which clauses are unverified.",
)
CHECK_HELP = both(
    "检验标准：格式是否正确，所附例题是否算得出来。有例题不符时以 1 退出。",
    "Check a standard: its format, and that its examples come out. Exits with 1 if one does not.",
)
DIFF_HELP = both(
    "两份标准的参数有哪些不同，各依据什么条款。",
    "Where two standards differ, and by which clauses.",
)
GRADE_HELP = both("总分是什么等级。", "Name the grade of a total.")

Name = Annotated[
    str, argument("ID|PATH", zh="标准的编号，或标准文件", en="id or file of a standard")
]
Names = Annotated[
    list[str], argument("ID|PATH…", zh="标准的编号，或标准文件", en="ids or files of standards")
]
Format = Annotated[str, options.format_option(FORMATS)]


def list_(context: typer.Context, format_: Format = FORMATS[0]) -> int:
    """Print the shipped standards."""
    from evalengine.reports import standard as words  # noqa: PLC0415 -- heavy imports wait
    from scoring import register  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    found = register.shipped()
    if format_ == "json":
        print_json(words.list_data(found))
    else:
        print_lines(words.list_lines(found, voice.language))
    return DONE


def show(context: typer.Context, name: Name, format_: Format = FORMATS[0]) -> int:
    """Print one standard.

    Raises:
        StandardError, RuleFileError: if it is unknown or wrong.
    """
    from evalengine.reports import standard as words  # noqa: PLC0415 -- heavy imports wait
    from scoring import register  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    found = register.find(name)
    if format_ == "json":
        print_json(words.show_data(found))
    else:
        print_lines(words.show_lines(found, voice.language))
    return DONE


def diff(
    context: typer.Context,
    one: Annotated[str, argument("A", zh="标准的编号，或标准文件", en="id or file of a standard")],
    other: Annotated[str, argument("B", zh="另一份标准", en="the other standard")],
    format_: Format = FORMATS[0],
) -> int:
    """Print where two standards differ.

    Raises:
        StandardError, RuleFileError: if one is unknown or wrong.
    """
    from evalengine.reports import difference  # noqa: PLC0415 -- heavy imports wait
    from scoring import register  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    mine, theirs = register.find(one), register.find(other)
    if format_ == "json":
        print_json(difference.difference_data(mine, theirs))
    else:
        print_lines(difference.difference_lines(mine, theirs, voice.language))
    return DONE


def grade(
    context: typer.Context,
    total: Annotated[str, argument("TOTAL", zh="总分，如 90.20", en="a total, as 90.20")],
    standard: options.Standard = None,
    format_: Format = FORMATS[0],
) -> int:
    """Print the grade of a total, and how far the grades beside it are.

    Raises:
        UsageError: if the total is no number of points that the standard can give.
    """
    from scoring import register  # noqa: PLC0415 -- heavy imports wait

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    rules = register.find(_named(standard))
    points = options.read_points("TOTAL", total)
    if points > rules.weights.total:
        raise UsageError.at(
            "TOTAL",
            f"{total} 超过满分 {rules.weights.total:f}。",
            f"{total} is more than the {rules.weights.total:f} points there are.",
        )
    found, margin = rules.grades.grade(points), rules.grades.margin(points)
    if format_ == "json":
        print_json(
            {
                "total": f"{points:f}",
                "grade": found.title,
                "grade_name": found.name,
                "margin": {
                    "to_lower_grade": _text(margin.to_lower_grade),
                    "to_higher_grade": _text(margin.to_higher_grade),
                },
                "standard": {"id": rules.id, "sha256": rules.sha256},
            }
        )
    else:
        print_lines(
            [f"{points:f}　{voice.said(Words(found.title, found.title_en))}　（{rules.id}）"]
        )
    return DONE


def _named(standard: str | None) -> str:
    """The standard to grade by; a total alone does not tell which."""
    name = standard or settings.default_standard()
    if name == settings.DEFAULT_STANDARD:
        raise UsageError.at(
            "--standard",
            "请指明评分标准，如 --standard cn-mof-2020-10；现有的见 evalengine standards list。",
            "name a standard, as --standard cn-mof-2020-10; see evalengine standards list.",
        )
    return name


def check(context: typer.Context, names: Names, format_: Format = FORMATS[0]) -> int:
    """Load standards, run their examples, and answer with the exit code.

    Raises:
        StandardError, RuleFileError: if one is unknown or wrong.
    """
    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    checked = [_checked(name) for name in names]
    if format_ == "json":
        found = [_checked_data(rules, faults, voice) for rules, faults in checked]
        print_json({"schema": CHECK_SCHEMA, "standards": found})
    else:
        for rules, faults in checked:
            print_lines([_outcome(rules, faults, voice), *map(voice.said, faults)])
    return ANSWER_IS_NO if any(faults for _, faults in checked) else DONE


def _checked(name: str) -> tuple["Standard", list[Words]]:
    """A standard, and which of its examples do not hold."""
    from indicators.grammar import parse_targets, read_actual  # noqa: PLC0415 -- heavy imports
    from scoring import register  # noqa: PLC0415
    from scoring.examples import check_examples  # noqa: PLC0415

    rules = register.find(name)
    problems = check_examples(rules, parse=parse_targets, read=read_actual)
    return rules, [problem.words for problem in problems]


def _checked_data(rules: "Standard", faults: Sequence[Words], voice: Voice) -> dict[str, object]:
    return {
        "id": rules.id,
        "sha256": rules.sha256,
        "examples": len(rules.examples),
        "problems": [voice.said(words) for words in faults],
    }


def _outcome(rules: "Standard", faults: Sequence[Words], voice: Voice) -> str:
    count, wrong = len(rules.examples), len(faults)
    return voice.said(
        Words(
            f"{rules.id}：格式正确，例题 {count} 个，不符 {wrong} 个。",
            f"{rules.id}: well formed; {count} examples, {wrong} do not hold.",
        )
    )


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


COMMANDS = (
    ("list", list_, LIST_HELP),
    ("show", show, SHOW_HELP),
    ("check", check, CHECK_HELP),
    ("diff", diff, DIFF_HELP),
    ("grade", grade, GRADE_HELP),
)
"""The commands below `standards`: name, function, help."""
