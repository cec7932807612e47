"""What would come of a case otherwise: by another standard, other weights, another judgement."""

from collections.abc import Sequence
from dataclasses import dataclass

import scoring
from evalengine.record import Evaluation
from indicators.errors import ActualsError, Problem, StandardError
from scoring.model import ItemScore, ProjectScore
from scoring.sensitivity import Sensitivity, sensitivity
from scoring.standard import Standard


@dataclass(frozen=True, slots=True)
class Contrast:
    """One project by its standard and by another; `there` is None where that cannot judge it."""

    here: ProjectScore
    standard: Standard
    there: ProjectScore | None
    problems: tuple[Problem, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[ItemScore, ItemScore], ...]:
        """Every item by both standards, in the order of the form."""
        others = {item.id: item for item in self.there.items} if self.there else {}
        return tuple((item, others[item.id]) for item in self.here.items if item.id in others)

    @property
    def grade_changes(self) -> bool:
        """Whether the other standard gives another grade. Grades are told apart by lasting name."""
        return self.there is not None and self.there.grade.name != self.here.grade.name


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answers to what the user asked beyond the score; empty where nothing was asked."""

    contrasts: tuple[Contrast, ...] = ()
    sensitivities: tuple[tuple[ProjectScore, Sensitivity], ...] = ()


NOTHING_ASKED = WhatIf()


def contrast(evaluation: Evaluation, standard: Standard) -> Contrast:
    """The project of `evaluation` by another standard; points are that standard's own.

    What that standard cannot judge (a share outside its bands, a category without points) is in
    `problems`.
    """
    case = evaluation.case
    try:
        there = scoring.score(case.form, case.actuals, standard, missing=case.missing)
    except (ActualsError, StandardError) as error:
        return Contrast(evaluation.score, standard, None, error.problems)
    return Contrast(evaluation.score, standard, there)


def contrasts(projects: Sequence[Evaluation], standard: Standard) -> tuple[Contrast, ...]:
    """Every project by another standard."""
    return tuple(contrast(each, standard) for each in projects)


def sensitivities(
    projects: Sequence[Evaluation], standard: Standard
) -> tuple[tuple[ProjectScore, Sensitivity], ...]:
    """How firm the grade of every project is. `standard` is the one that judged them."""
    return tuple((each.score, _sensitivity(each, standard)) for each in projects)


def _sensitivity(evaluation: Evaluation, standard: Standard) -> Sensitivity:
    case = evaluation.case
    return sensitivity(
        case.form, case.actuals, standard, weights=case.weights, missing=case.missing
    )
