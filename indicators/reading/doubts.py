"""The doubts that reading a form may leave, in words: each says what was read, and what to check.

The name of a check lasts; its words may change.
"""

from indicators.model import Finding, Severity
from indicators.places import Place
from indicators.reading.doubting import doubt


def title_missing(place: Place, title: str, seen: str = "") -> Finding:
    """A table with the columns of a form, but no known title above it."""
    line = f"（上方是“{seen}”）" if seen else ""
    line_en = f" ('{seen}' stands there)" if seen else ""
    return doubt(
        "title-missing",
        place,
        f"表格上方没有认得的表名{line}，按“{title}”读取；请核对。",
        f"no known title above this table{line_en}; read as '{title}'. Please check.",
    )


def title_alone(place: Place, title: str) -> Finding:
    """A title with no table below it."""
    return doubt(
        "title-alone",
        place,
        f"“{title}”下面没有表格，未读取；如果文件被截断，请补全。",
        f"there is no table below '{title}', so nothing was read; complete the file if it was cut.",
    )


def table_unread(place: Place) -> Finding:
    """A table that belongs to no form."""
    return doubt(
        "table-unread",
        place,
        "这个表格不属于任何一张绩效目标表，未读取。",
        "this table belongs to no form, so it was not read.",
        Severity.INFO,
    )


def year_missing(place: Place) -> Finding:
    """No year below the title."""
    return doubt(
        "year-missing",
        place,
        "表名下没有年度；期限只写月日的目标无法确定年份。请补上，如“（2019年度）”。",
        "no year below the title, so deadlines without a year stay open; add it: （2019年度）.",
    )


def year_range(place: Place, text: str, year: str) -> Finding:
    """Several years where one is due."""
    return doubt(
        "year-range",
        place,
        f"“{text}”不止一年，按第一年 {year} 年读取；请写明本表的预算年度，如“（{year}年度）”。",
        f"'{text}' is more than a year; {year}, the first, was taken. Write the budget year of "
        f"this form: （{year}年度）.",
    )


def year_differs(place: Place, text: str, year: str) -> Finding:
    """Two different years."""
    return doubt(
        "year-differs",
        place,
        f"表名和表名下的年度不一致：另写有“{text}”，按 {year} 年读取；请核对。",
        f"the years of the title and of what is below it differ: '{text}' stands there, too; "
        f"{year} was taken. Please check.",
    )


def name_missing(place: Place, label: str) -> Finding:
    """A form that does not say whose it is."""
    return doubt(
        "name-missing",
        place,
        f"没有填写“{label}”，请补上。",
        f"'{label}' is not filled in; add it.",
    )


def label_twice(place: Place, label: str) -> Finding:
    """A label that stands twice."""
    return doubt(
        "label-twice",
        place,
        f"“{label}”在表中出现两次，以第一次为准；请核对是否两张表连在了一起。",
        f"'{label}' stands twice, the first one counts; check whether two forms ran together.",
    )


def label_unknown(place: Place, label: str) -> Finding:
    """A label that the layout does not know; its value is kept."""
    return doubt(
        "label-unknown",
        place,
        f"不认得的栏目“{label}”，内容原样保留。",
        f"unknown label '{label}'; its content is kept as it is.",
        Severity.INFO,
    )


def row_joined(place: Place, words: str) -> Finding:
    """A row that the dump had split at an empty line."""
    return doubt(
        "row-joined",
        place,
        f"“{words}”之后有空行，已与下一行合为一行；请核对。",
        f"an empty line follows '{words}'; the row was joined with the next one. Please check.",
        Severity.INFO,
    )


def row_too_long(place: Place) -> Finding:
    """A row with more cells than the table has columns."""
    return doubt(
        "row-too-long",
        place,
        "这一行的单元格比表头多，多出的内容并入最后一格；请核对。",
        "this row has more cells than the header; the rest went into the last cell. Please check.",
    )


def cell_stray(place: Place, text: str) -> Finding:
    """A cell of an indicator's row below no heading."""
    return doubt(
        "cell-stray",
        place,
        f"“{text}”不在任何一栏之下，原样保留，未作为指标内容；请核对。",
        f"'{text}' stands below no heading; it is kept as it is, and not judged. Please check.",
    )


def header_twice(place: Place) -> Finding:
    """A second header of the indicator table behind the end of the first."""
    return doubt(
        "header-twice",
        place,
        "指标表头再次出现，其后的内容作为同一张表读取；请核对是否两张表连在了一起。",
        "the header of the indicator table comes again; what follows was read as the same form. "
        "Check whether two forms ran together.",
    )


def row_shifted(place: Place, words: str) -> Finding:
    """A row that stands further left than its header."""
    return doubt(
        "row-shifted",
        place,
        f"从“{words}”起的行比表头少左边的格，按“一级指标”一列对齐读取；请核对。",
        f"from '{words}' on the rows lack cells at their left; they were read with this below "
        "一级指标. Please check.",
    )


def indicators_behind(place: Place, words: str) -> Finding:
    """Rows like indicators behind the end of their table."""
    return doubt(
        "indicators-behind",
        place,
        f"指标表结束之后还有像指标的行（“{words}”），没有读作指标；请把它放回指标表里再读。",
        f"behind the indicator table stands a row like an indicator ('{words}'), which was not "
        "read as one; put it into the table and read again.",
        Severity.ERROR,
    )


def rows_apart(place: Place, project: str) -> Finding:
    """Rows of one project that do not stand together."""
    return doubt(
        "rows-apart",
        place,
        f"项目“{project}”的行没有放在一起，这一行又是它的；已合在一起读取，请核对是否两个同名项目。",
        f"the rows of project '{project}' do not stand together: this one is its again; they were "
        "read as one. Check whether two projects have the same name.",
    )


def values_differ(place: Place, first: str, other: str) -> Finding:
    """What should be the same in all rows of a project is not."""
    return doubt(
        "values-differ",
        place,
        f"同一项目的各行不一致：这里是“{other}”，前面是“{first}”，以前面为准；请核对。",
        f"the rows of one project differ: '{other}' here, '{first}' before, which counts; check.",
    )


def points_unreadable(place: Place, column: str, text: str) -> Finding:
    """Points that are no number."""
    return _no_points("points-unreadable", place, column, text)


def max_points_unreadable(place: Place, column: str, text: str) -> Finding:
    """Points that can be had, but are no number."""
    return _no_points("max-points-unreadable", place, column, text)


def _no_points(check: str, place: Place, column: str, text: str) -> Finding:
    return doubt(
        check,
        place,
        f"“{column}”写的是“{text}”，不是分数；应为数字，如 10 或 9.5。",
        f"'{column}' holds '{text}', which is no number of points; 10 or 9.5 is due.",
    )


def points_shared(place: Place, text: str, rows: int) -> Finding:
    """One cell with the points of several rows."""
    return doubt(
        "points-shared",
        place,
        f"{rows} 行合写了一个分数“{text}”，分值按行平均、得分按分值分给各行；请分行填写。",
        f"{rows} rows share the points '{text}', which were divided among them; give each its own.",
    )


def execution_row(place: Place, words: str) -> Finding:
    """The rate of execution among the indicators."""
    return doubt(
        "execution-row",
        place,
        f"“{words}”一行按预算执行率计分，不作为指标。",
        f"the row '{words}' is the rate of execution; it counts as such, not as an indicator.",
        Severity.INFO,
    )


def long_term_apart(place: Place, rows: int) -> Finding:
    """Indicators of more than the year."""
    return doubt(
        "long-term-apart",
        place,
        f"另有 {rows} 行中长期指标，单独读取，不参加年度评价。",
        f"{rows} long-term indicator(s) were read apart; they are not judged in the year.",
        Severity.INFO,
    )


def row_unread(place: Place, words: str) -> Finding:
    """A row across the whole indicator table that is neither a heading nor an indicator."""
    return doubt(
        "row-unread",
        place,
        f"“{words}”横跨整行，不是指标，未读取。",
        f"'{words}' goes across the whole row, which is no indicator; it was not read.",
        Severity.INFO,
    )


def indicator_empty(place: Place, level2: str) -> Finding:
    """An indicator that was left empty."""
    return doubt(
        "indicator-empty",
        place,
        f"“{level2}”没有填写内容，不作为指标；不适用的请写“不适用”。",
        f"'{level2}' is empty, so it is no indicator; write 不适用 if it does not apply.",
    )


def indicator_cut(place: Place, words: str) -> Finding:
    """An indicator row that ends before its text."""
    return doubt(
        "indicator-cut",
        place,
        f"“{words}”这一行缺少指标内容，文件可能在此被截断；请补全后再读。",
        f"the row of '{words}' ends before its text; the file may be cut here. Complete it.",
        Severity.ERROR,
    )


def category_unknown(place: Place, level1: str, level2: str) -> Finding:
    """Level names without a category."""
    return doubt(
        "category-unknown",
        place,
        f"不认得的指标类别“{level1}／{level2}”；请改用通行名称，如“产出指标／数量指标”。",
        f"unknown kind of indicator '{level1} / {level2}'; use a common name such as "
        "产出指标 / 数量指标.",
    )


def category_misplaced(place: Place, level1: str, level2: str) -> Finding:
    """A level-2 name under a level 1 where the standards have none of it."""
    return doubt(
        "category-misplaced",
        place,
        f"“{level2}”通常不在“{level1}”之下，按“{level2}”归类；请核对。",
        f"'{level2}' does not usually stand under '{level1}'; filed as '{level2}'. Please check.",
    )


def form_cut(place: Place, missing: str) -> Finding:
    """A form that ends before all its indicators."""
    return doubt(
        "form-cut",
        place,
        f"表格在此中断：没有{missing}，也没有表尾；请补全后再读。",
        f"the form breaks off here: without {missing}, and without its last rows. Complete it.",
        Severity.ERROR,
    )


def form_end_missing(place: Place, label: str) -> Finding:
    """A form without its last row."""
    return doubt(
        "form-end-missing",
        place,
        f"没有见到表尾“{label}”；请核对指标是否完整。",
        f"the last row '{label}' of the form was not found; check that all indicators are there.",
    )


def target_in_name(place: Place, name: str) -> Finding:
    """A row whose cell of the target is empty, while its name promises something."""
    return doubt(
        "target-in-name",
        place,
        f"没有填写指标值，按名称里写的“{name}”读取；请核对。",
        f"the target is left empty; what the name says, '{name}', was taken. Please check.",
        Severity.INFO,
    )


def spelling_differs(place: Place, text: str, usual: str, forms: int) -> Finding:
    """A name spelled differently from the other forms of the file."""
    return doubt(
        "spelling-differs",
        place,
        f"这里写作“{text}”，本文件另有 {forms} 张表写作“{usual}”；请核对是否同一名称。",
        f"written '{text}' here, but '{usual}' in {forms} other form(s) of this file; check "
        "whether they are the same.",
    )


def file_cut(place: Place) -> Finding:
    """A file whose last character is incomplete."""
    return doubt(
        "file-cut",
        place,
        "文件末尾的字符不完整，文件可能被截断；请核对。",
        "the last character of the file is incomplete; the file may be cut. Please check.",
    )
