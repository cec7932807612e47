"""A department's summary of all its projects: points, grades, money, what was met, points lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evalengine.record import Evaluation
from evalengine.reports.cells import Look, Section, Table, TableBuilder
from evalengine.wording import NONE, SEVERITIES
from indicators.errors import Words
from scoring.model import ExecutionScore, ProjectScore
from scoring.rounding import half_up
from scoring.standard import Standard

EXECUTION = "execution"
"""What stands for the category of the money."""

_EXECUTION_TITLE = "预算执行"

_NAME_WIDTH = 30
_PROJECTS = (
    *(("序号", 5.0), ("项目名称", _NAME_WIDTH), ("预算数", 10.5), ("执行数", 10.5)),
    *(("执行率", 10.5), ("执行得分", 8.0), ("指标得分", 8.0), ("总分", 8.5), ("等级", 8.5)),
    ("达成指标", 8.0),
)
_LOST_WIDTH = 8.0
_FINDINGS_HEADING = ("疑点", 6.0)


@dataclass(frozen=True, slots=True)
class Overview:
    """The summary as printed: title, sections, and the note below them."""

    title: str
    sections: tuple[Section, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Category:
    """The points of one category: how many could be had, and how many were."""

    code: str
    title: str
    max_points: Decimal
    points: Decimal

    @property
    def lost(self) -> Decimal:
        """The points that were lost."""
        return self.max_points - self.points

    @property
    def rate(self) -> str:
        """The share of the points that was had."""
        return percent(self.points, self.max_points)


def overview(evaluations: Sequence[Evaluation], standard: Standard) -> Overview:
    """The summary of all projects, judged by one standard; at least one."""
    scores = [each.score for each in evaluations]
    years = {score.year for score in scores}
    year = f"（{years.pop()}年度）" if len(years) == 1 and None not in years else ""
    sections = [
        Section("一、各项目得分", _projects(scores)),
        Section("二、等级", _grades(scores, standard)),
        Section("三、各类得分", _categories(scores)),
    ]
    if any(score.findings for score in scores):
        sections.append(Section("四、疑点", _findings(scores)))
    return Overview(f"项目支出绩效自评汇总表{year}", tuple(sections), _note(scores))


def categories_of(score: ProjectScore) -> list[Category]:
    """The points of a project by category: the money first, then as the form has them."""
    money = score.execution
    parts = [
        Category(part.category, part.title.zh, part.max_points, part.points)
        for part in score.subtotals
    ]
    if money is None:
        return parts
    first = Category(EXECUTION, _EXECUTION_TITLE, money.max_points, money.working.points)
    return [first, *parts]


def met_of(score: ProjectScore) -> tuple[int, int]:
    """How many promises were met, of how many that count; one without a fact is not met."""
    judged = [item.working.met is True for item in score.items if item.working.takes_part]
    return sum(judged), len(judged)


def grade_of(score: ProjectScore) -> str:
    """The title of the grade, marked where it is provisional."""
    return score.grade.title + ("（暂定）" if score.status == "provisional" else "")


def percent(part: Decimal, whole: Decimal) -> str:
    """The share of `part` in `whole`, with two digits; `—` of nothing."""
    if not whole:
        return NONE
    share = Fraction(part) / Fraction(whole)
    hundredths = half_up(share.numerator * 10_000, share.denominator)
    return f"{Decimal(hundredths).scaleb(-2):.2f}%"


def _projects(scores: Sequence[ProjectScore]) -> Table:
    """A row a project, and the sums."""
    titles = _titles(scores)
    headings = [*(heading for heading, _ in _PROJECTS), *(f"失分：\n{t}" for t in titles.values())]
    widths = [*(width for _, width in _PROJECTS), *(_LOST_WIDTH for _ in titles)]
    table = TableBuilder([*widths, _FINDINGS_HEADING[1]])
    headings.append(_FINDINGS_HEADING[0])
    table.line(headings, [Look.LABEL] * len(headings))
    table.end(30)
    for number, score in enumerate(scores, 1):
        _project(table, number, score, list(titles))
        table.end(24)
    _sums(table, scores, list(titles))
    table.end(24)
    return table.table(heads=1, feet=1)


def _titles(scores: Sequence[ProjectScore]) -> dict[str, str]:
    """The categories that any project has, in their order."""
    parts = (part for score in scores for part in categories_of(score))
    return {part.code: part.title.removesuffix("指标") for part in parts}


def _project(table: TableBuilder, number: int, score: ProjectScore, codes: list[str]) -> None:
    money = score.execution
    earned = sum((part.points for part in score.subtotals), Decimal(0))
    met, judged = met_of(score)
    table.put((0, 0), str(number), link=number - 1)
    table.put((1, 1), score.project or score.department, Look.TEXT)
    for column, (content, look) in enumerate(_money_cells(money), 2):
        table.put((column, column), content, look)
    table.put((6, 6), earned, Look.POINTS)
    table.put((7, 7), score.total, Look.SUM)
    table.put((8, 8), grade_of(score).replace("（", "\n（"))  # no line ends within the bracket
    table.put((9, 9), f"{met}/{judged}")
    lost = {part.code: part.lost for part in categories_of(score)}
    for column, code in enumerate(codes, len(_PROJECTS)):
        table.put((column, column), *_figure(lost.get(code), Look.POINTS))
    table.put((len(_PROJECTS) + len(codes),) * 2, str(len(score.findings)))


def _money_cells(money: ExecutionScore | None) -> list[tuple[Decimal | str, Look]]:
    """Budget, executed, rate and points of a project."""
    if money is None:
        return [(NONE, Look.WORDS)] * 4
    return [
        _figure(money.budget, Look.MONEY),
        _figure(money.executed, Look.MONEY),
        (money.rate, Look.WORDS),
        (money.working.points, Look.POINTS),
    ]


def _figure(number: Decimal | None, look: Look) -> tuple[Decimal | str, Look]:
    return (NONE, Look.WORDS) if number is None else (number, look)


def _sums(table: TableBuilder, scores: Sequence[ProjectScore], codes: list[str]) -> None:
    """Money and points lost of all projects together, and the mean of their totals."""
    table.put((0, 1), f"合计（{len(scores)} 个项目）", Look.LABEL)
    budget, executed = _money_together(scores)
    rate = NONE if budget is None or executed is None else percent(executed, budget)
    amounts = [_figure(each, Look.MONEY) for each in (budget, executed)]
    for column, (content, look) in enumerate([*amounts, (rate, Look.WORDS)], 2):
        table.put((column, column), content, look)
    table.put((5, 6), "平均总分", Look.LABEL)
    table.put((7, 7), mean(scores), Look.SUM)
    table.put((8, 8), "")
    met, judged = map(sum, zip(*map(met_of, scores), strict=True))
    table.put((9, 9), f"{met}/{judged}")
    lost = {code: Decimal(0) for code in codes}
    for part in (part for score in scores for part in categories_of(score)):
        lost[part.code] += part.lost
    for column, code in enumerate(codes, len(_PROJECTS)):
        table.put((column, column), lost[code], Look.SUM)
    table.put((len(_PROJECTS) + len(codes),) * 2, str(sum(len(each.findings) for each in scores)))


def _money_together(scores: Sequence[ProjectScore]) -> tuple[Decimal | None, Decimal | None]:
    """Budget and execution of all projects, if they are in one unit and none is unknown."""
    money = [score.execution for score in scores if score.execution]
    if len({each.unit for each in money}) != 1:
        return None, None
    return _together(each.budget for each in money), _together(each.executed for each in money)


def _together(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None if any is not known."""
    total = Decimal(0)
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def mean(scores: Sequence[ProjectScore]) -> Decimal:
    """The mean of the totals, rounded half up to 0.01."""
    cents = sum(int(score.total * 100) for score in scores)
    return Decimal(half_up(cents, len(scores))).scaleb(-2)


def _grades(scores: Sequence[ProjectScore], standard: Standard) -> Table:
    """How many projects have each grade."""
    table = TableBuilder((12, 10, 10, 90))
    table.line(("等级", "项目数", "占比", "项目"), [Look.LABEL] * 4)
    table.end()
    # A gate may give a grade that no total earns.
    earned = [band.title for band in standard.grades.bands]
    for title in dict.fromkeys([*earned, *(score.grade.title for score in scores)]):
        having = [score for score in scores if score.grade.title == title]
        share = percent(Decimal(len(having)), Decimal(len(scores)))
        names = "、".join(score.project or score.department for score in having)
        looks = (Look.WORDS, Look.WORDS, Look.WORDS, Look.TEXT)
        table.line((title, str(len(having)), share, names or NONE), looks)
        table.end()
    return table.table(heads=1)


def _categories(scores: Sequence[ProjectScore]) -> Table:
    """The points of all projects together by category."""
    together: dict[str, Category] = {}
    for part in (part for score in scores for part in categories_of(score)):
        before = together.get(part.code, Category(part.code, part.title, Decimal(0), Decimal(0)))
        together[part.code] = Category(
            part.code,
            part.title,
            before.max_points + part.max_points,
            before.points + part.points,
        )
    table = TableBuilder((24, 14, 14, 14, 14))
    table.line(("类别", "分值合计", "得分合计", "失分合计", "得分率"), [Look.LABEL] * 5)
    table.end()
    for each in together.values():
        looks = (Look.WORDS, Look.POINTS, Look.POINTS, Look.SUM, Look.WORDS)
        table.line((each.title, each.max_points, each.points, each.lost, each.rate), looks)
        table.end()
    return table.table(heads=1)


def _findings(scores: Sequence[ProjectScore]) -> Table:
    """Every doubt about every project."""
    table = TableBuilder((28, 7, 28, 80))
    table.line(("项目", "程度", "位置", "疑点"), [Look.LABEL] * 4)
    table.end()
    for title, severity, place, words in _told(scores):
        looks = (Look.TEXT, Look.WORDS, Look.TEXT, Look.TEXT)
        table.line((title, severity.zh, place, words.zh), looks)
        table.end()
    return table.table(heads=1)


def _told(scores: Sequence[ProjectScore]) -> Iterator[tuple[str, Words, str, Words]]:
    for score in scores:
        for finding in score.findings:
            title = score.project or score.department
            yield title, SEVERITIES[finding.severity], finding.place, finding.words


def _note(scores: Sequence[ProjectScore]) -> str:
    """Whose projects they are, by which standard, in which unit."""
    first = scores[0]
    units = {score.execution.unit for score in scores if score.execution}
    unit = f"金额单位：{units.pop()}" if len(units) == 1 else "金额单位见各项目表"
    departments = "、".join(dict.fromkeys(score.department for score in scores))
    note = f"注：{departments}。评分标准：{first.standard.title}（{first.standard.id}）。{unit}。"
    return note + _of_totals(scores)


def _of_totals(scores: Sequence[ProjectScore]) -> str:
    """Which totals are not the sum of the points beside them."""
    other = [str(at) for at, score in enumerate(scores, 1) if score.total != score.points]
    if not other:
        return ""
    numbers = "、".join(other)
    return f"总分不是执行得分与指标得分之和、而是另行换算的：序号 {numbers}，见各项目的说明。"
