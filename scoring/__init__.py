"""Judging: from promises and facts to points, grades and findings, by the official standards."""

from scoring.register import find, shipped
from scoring.scorer import score

__all__ = ["find", "score", "shipped"]
