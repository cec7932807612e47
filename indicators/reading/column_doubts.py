"""The doubts about the columns of an indicator table: headings that are not known, or come twice.

As in `doubts`, the name of a check lasts; its words may change.
"""

from indicators.model import Finding, Severity
from indicators.places import Place
from indicators.reading.doubting import doubt


def column_unknown(place: Place, header: str) -> Finding:
    """A column whose header is not known."""
    return doubt(
        "column-unknown",
        place,
        f"不认得的列“{header}”，其内容原样保留，不参与评价。",
        f"unknown column '{header}'; its content is kept as it is, and not judged.",
    )


def column_twice(place: Place, heading: str, first: str) -> Finding:
    """A second column of targets or answers."""
    return doubt(
        "column-twice",
        place,
        f"“{heading}”和“{first}”两列是同一内容，以“{first}”为准，“{heading}”原样保留；请核对。",
        f"'{heading}' and '{first}' are columns of the same; '{first}' counts, '{heading}' is kept "
        "as it is. Please check.",
    )


def actual_column_missing(place: Place) -> Finding:
    """A self-evaluation without a column of answers."""
    return doubt(
        "actual-column-missing",
        place,
        "没有认出“实际完成值”一列，实际完成情况没有读到；请核对表头。",
        "no column of 实际完成值 was found, so nothing of what was achieved was read; check the "
        "header.",
    )


def target_column_guessed(place: Place, heading: str) -> Finding:
    """A column that was taken for that of the targets, though its heading is not known."""
    return doubt(
        "target-column-guessed",
        place,
        f"没有认得的指标值列，“{heading}”一列按指标值读取；请核对，或把表头改为“年度指标值”。",
        f"no known column of targets; '{heading}' was taken for it. Please check, or call it "
        "年度指标值.",
    )


def target_column_missing(place: Place, heading: str, unknown: str) -> Finding:
    """The names were taken for the targets, while a column is not known."""
    return doubt(
        "target-column-missing",
        place,
        f"没有认出指标值一列，“{heading}”被当作指标内容读取；不认得的列（{unknown}）里如果有指标值，"
        "请把表头改为“年度指标值”后再读。",
        f"no column of targets was found, so '{heading}' was read as the promise; if one of the "
        f"unknown columns ({unknown}) holds the targets, call it 年度指标值 and read again.",
        Severity.ERROR,
    )


def target_adjusted(place: Place, first: str, adjusted: str) -> Finding:
    """A target that was changed within the year."""
    return doubt(
        "target-adjusted",
        place,
        f"指标值经过调整，按调整后的“{adjusted}”读取，调整前是“{first}”。",
        f"the target was changed; '{adjusted}' counts, it was '{first}' before.",
        Severity.INFO,
    )
