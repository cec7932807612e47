"""Options that mean the same in several commands."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from evalengine.usage import option
from evalengine.voice import Voice
from indicators.errors import UsageError

if TYPE_CHECKING:
    from evalengine.evaluation import Evaluated

Actuals = Annotated[
    Path | None,
    option(
        "--actuals",
        metavar="FILE",
        zh="填好的填报工作簿（evalengine template 生成），或有指标名称、实际完成值两栏的表",
        en="the filled-in workbook (written by evalengine template), or a table with names and "
        "actual values",
    ),
]

MISSING = ("refuse", "zero", "exclude")
"""What may become of what was not filled in; the first unless told."""

Standard = Annotated[
    str | None,
    option(
        "--standard",
        metavar="ID|PATH|auto",
        zh="评分标准的编号，或标准文件；auto（默认）按预算年度和地区选用",
        en="id or file of the standard; auto (unless told) selects by budget year and region",
    ),
]

Lexicon = Annotated[
    Path | None,
    option(
        "--lexicon",
        metavar="FILE",
        zh="本地词库：加上自己的单位、比较词等（写法见 docs/lexicon.md）",
        en="local words: units, comparators and more of your own (see docs/lexicon.md)",
    ),
]

Sensitivity = Annotated[
    bool,
    option(
        "--sensitivity",
        zh="另说明：各类分值在什么范围内等级不变，哪项评判会改变等级",
        en="say too within which points of each category the grade holds, and which judgement "
        "would move it",
    ),
]

SEVERITIES = ("error", "warning", "info")
"""How much a finding weighs, the severest first."""

LeastSeverity = Annotated[
    str,
    option(
        "--severity",
        metavar="|".join(SEVERITIES),
        zh="有这一级或更严重的问题时，以 1 退出；默认 error",
        en="exit with 1 if anything of this severity or above is found; error unless told",
    ),
]

Project = Annotated[
    str | None,
    option("--project", metavar="NAME", zh="只处理这个项目", en="this project only"),
]


def tell(judged: "Evaluated", voice: Voice) -> None:
    """Tell what an evaluation chose for the user, and what should make one doubt."""
    for words in judged.notes:
        voice.note(*words)
    for words in judged.warnings:
        voice.warn(words)


def format_option(choices: tuple[str, ...]) -> object:
    """`--format`, one of `choices`; the first is the default."""
    return option(
        "--format",
        metavar="|".join(choices),
        zh=f"结果的格式，默认 {choices[0]}",
        en=f"how to print the result; {choices[0]} unless told",
    )


def read_points(name: str, text: str) -> Decimal:
    """A number of points that was given as `name`.

    Raises:
        UsageError: if it is no number, or below zero.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or number < 0:
        raise UsageError.at(
            name,
            f"“{text}”不是分数；请写不小于零的数字，如 80 或 87.5。",
            f"'{text}' is no number of points; write zero or more, as 80 or 87.5.",
        )
    return number
