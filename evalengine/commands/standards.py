"""`evalengine standards`: the scoring standards — list them, show one, check one, grade a total."""

from decimal import Decimal
from typing import Annotated

import typer

from evalengine import settings
from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.usage import argument, both
from evalengine.voice import Voice, print_json, print_lines
from indicators.errors import UsageError, Words

FORMATS = ("table", "json")
DONE, ANSWER_IS_NO = 0, 1

HELP = both(
    "查看和检验评分标准。",
    "The scoring standards: list, show, check; name the grade of a total.",
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
GRADE_HELP = both("总分是什么等级。", "Name the grade of a total.")

Name = Annotated[
    str, argument("ID|PATH", zh="标准的编号，或标准文件", en="id or file of a standard")
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
    rules = register.find(standard or settings.default_standard())
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


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


COMMANDS = (
    ("list", list_, LIST_HELP),
    ("show", show, SHOW_HELP),
    ("grade", grade, GRADE_HELP),
)
"""The commands below `standards`: name, function, help."""
