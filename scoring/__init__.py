"""Judging: from promises and facts to points, grades and findings, by the official standards."""

from scoring.columns import score_frame
from scoring.register import find, shipped
from scoring.scorer import score

__all__ = ["find", "score", "score_frame", "shipped"]
