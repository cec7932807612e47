"""Judging: from promises and facts to points, grades and findings, by the official standards."""

from scoring.columns import project_totals, score_frame
from scoring.register import find, shipped
from scoring.scorer import score

__all__ = ["find", "project_totals", "score", "score_frame", "shipped"]
