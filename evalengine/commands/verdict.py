"""Whether every project is as good as was asked for, and the exit code that says so."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from evalengine.choices import check_choice
from evalengine.voice import Voice
from indicators.errors import UsageError, Words

if TYPE_CHECKING:
    from evalengine.evaluation import Evaluated
    from scoring.model import Grade, ProjectScore
    from scoring.standard import Standard

DONE, ANSWER_IS_NO = 0, 1


@dataclass(frozen=True, slots=True)
class Gate:
    """What every project must reach: a grade, a number of points, both, or nothing."""

    grade: "Grade | None" = None
    points: Decimal | None = None

    def stops(self, score: "ProjectScore") -> bool:
        """Whether a project misses the grade or the points.

        Grades are compared by their lower bounds: the score's own grade is already that of its
        total, as the standard rounds it.
        """
        if self.points is not None and score.total < self.points:
            return True
        return self.grade is not None and score.grade.lower < self.grade.lower

    @property
    def words(self) -> Words:
        """What is asked for, in words."""
        zh, en = [], []
        if self.grade is not None:
            zh.append(f"等级“{self.grade.title}”")
            en.append(f"grade {self.grade.title_en}")
        if self.points is not None:
            zh.append(f" {self.points:f} 分")
            en.append(f"{self.points:f} points")
        return Words("和".join(zh), " and ".join(en))


def grade_named(standard: "Standard", name: str) -> "Grade":
    """The grade of `standard` with that title, in either language, or that lasting name.

    Raises:
        UsageError: names the nearest grade, and all of them.
    """
    grades = [band.grade for band in standard.grades.bands]
    by_name = {key: grade for grade in grades for key in (grade.name, grade.title_en, grade.title)}
    if name not in by_name:
        check_choice("--require", name, [grade.title for grade in grades])
    return by_name[name]


def points_of(standard: "Standard", least: Decimal) -> Decimal:
    """`least`, if a project can have so many points.

    Raises:
        UsageError: if it is more than all the points of the standard.
    """
    if least > standard.weights.total:
        raise UsageError.at(
            "--min-score",
            f"超过满分 {standard.weights.total:f}，没有项目能达到；请写小一些的数。",
            f"no project can have more than {standard.weights.total:f} points; give fewer.",
        )
    return least


def verdict(judged: "Evaluated", gate: Gate, voice: Voice) -> int:
    """The exit code: 1 if a project does not pass the gate, or if a record says otherwise than
    its case gives. Each project that does not pass is told; what was altered has been.
    """
    stopped = [each.score for each in judged.projects if gate.stops(each.score)]
    for score in stopped:
        title, grade = score.project or score.department, score.grade
        voice.warn(
            Words(
                f"“{title}”得 {score.total:f} 分（{grade.title}），没有达到要求的{gate.words.zh}。",
                f"'{title}' has {score.total:f} points ({grade.title_en}); "
                f"{gate.words.en} required.",
            )
        )
    return ANSWER_IS_NO if stopped or judged.altered else DONE
