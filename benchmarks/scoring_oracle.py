"""The rules of benchmarks/scoring.yaml written a second time, in fractions, apart from the engine.

It shares no code with it and is read beside the rules: whatever the engine says is held against
this. Numbers are whole hundredths or fractions; points are whole cents.
"""

from bisect import bisect_right
from fractions import Fraction
from math import floor

Number = int | Fraction

HALF = Fraction(1, 2)
SHARES = {"achieved": Fraction(1), "partly_achieved": Fraction(7, 10), "not_achieved": Fraction(0)}
GRADES = ((0, "差"), (6000, "中"), (8000, "良"), (9000, "优"))


def cents(share: Fraction, max_cents: int) -> int:
    """A share of the points, a half cent upwards."""
    return floor(share * max_cents + HALF)


def achievement(sign: str, target: Number, upper: Number, actual: Number) -> Fraction:
    """How far a promise was kept, not capped; the target is above zero."""
    if sign in (">=", ">"):
        return Fraction(actual, 1) / target
    if sign in ("<=", "<"):
        return Fraction(target, 1) / actual if actual else Fraction(10**9)
    if actual < target:
        return Fraction(actual, 1) / target
    return Fraction(upper, 1) / actual if actual > upper else Fraction(1)


def is_kept(sign: str, target: Number, upper: Number, actual: Number) -> bool:
    """Whether a promise was kept to the letter."""
    match sign:
        case ">=":
            return actual >= target
        case ">":
            return actual > target
        case "<=":
            return actual <= target
        case "<":
            return actual < target
    return target <= actual <= upper


def points(
    category: str, sign: str, target: Number, upper: Number, actual: Number, max_cents: int
) -> int:
    """The cents of one counted promise."""
    upper = upper if sign == "between" else target
    share = min(achievement(sign, target, upper, actual), Fraction(1))
    kept = is_kept(sign, target, upper, actual)
    match category:
        case "benefit.economic":
            return max_cents if kept else 0
        case "satisfaction.beneficiary":
            full = achievement(sign, target, upper, actual)
            bands = ((1, 1), (Fraction(4, 5), Fraction(3, 4)), (Fraction(3, 5), HALF))
            return cents(
                next((Fraction(s) for low, s in bands if full >= low), Fraction(0)), max_cents
            )
        case "output.quality" if share < Fraction(3, 5) and not kept:
            return 0
        case "output.timeliness" if sign not in (">=", ">") and actual > upper:
            return cents(max(Fraction(0), 2 - Fraction(actual, 1) / upper), max_cents)
        case "output.cost":
            return max(0, max_cents - 100 * _steps(sign, target, upper, actual))
    return max_cents if kept else cents(share, max_cents)


def _steps(sign: str, target: Number, upper: Number, actual: Number) -> int:
    """How many whole 5% of the target the fact lies outside it."""
    if sign not in ("<=", "<") and actual < target:
        return floor((target - actual) / (Fraction(target) / 20))
    if sign not in (">=", ">") and actual > upper:
        return floor((actual - upper) / (Fraction(upper) / 20))
    return 0


def judged(judgement: str, max_cents: int) -> int:
    """The cents of one answer in words."""
    return cents(SHARES[judgement], max_cents)


def grade(total: int) -> str:
    """The grade of a total in cents."""
    return GRADES[bisect_right(GRADES, total, key=lambda bound: bound[0]) - 1][1]
