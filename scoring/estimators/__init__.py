"""Estimators with the conventions of scikit-learn, for people in notebooks.

Importing this package imports scikit-learn and pandas; nothing else of `scoring` does.
"""

from scoring.estimators.frames import StandardScorer
from scoring.estimators.inference import TooFewWarning, WeightInference

__all__ = ["StandardScorer", "TooFewWarning", "WeightInference"]
