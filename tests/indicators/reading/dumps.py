"""Text dumps for tests: declarations written down in the grammar of such dumps."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indicators.model import Form
from indicators.reading import document_of, read_document

ARCHIVE = Path(__file__).parents[3] / "data" / "xicheng-2019"
REAL = ARCHIVE / "xicheng-2019-budget.txt"
GOLD = ARCHIVE / "gold.jsonl"

TITLE = "项目支出绩效目标申报表"
HEADER = ("绩效指标", "一级指标", "二级指标", "具体指标（指标内容、指标值）")

Row = tuple[str, str, str]
"""Level 1 (empty below a merged cell), level 2, text."""

ROWS: tuple[Row, ...] = (
    ("产出指标", "产出数量指标", "聘用保安人员100人"),
    ("", "产出质量指标", "达到合同要求"),
    ("效益指标", "社会效益指标", "提升城市环境秩序水平"),
    ("", "服务对象满意度指标", "满意度不低于90%"),
)


def cell(*paragraphs: str) -> str:
    """A cell of these paragraphs."""
    return "\t" + "\n".join(paragraphs) + "\n"


def row(*cells: str) -> str:
    """A row, closed by its empty line."""
    return "".join(cell(text) for text in cells) + "\n"


@dataclass(frozen=True)
class Declared:
    """A project's declaration before it is written down."""

    department: str = "示例局"
    project: str = "示例项目"
    budget: str = "756.00"
    goal: str = "示例目标"
    remark: str = "无"
    rows: Sequence[Row] = field(default=ROWS)

    def lines(self) -> list[str]:
        """Title, year, and every row of the form, a string each."""
        return [
            f"{TITLE}\n",
            "（2019年度）\n",
            row("部门（单位）名称", self.department),
            row("项目名称", self.project, "预算金额（万元）", self.budget),
            row("项目负责人", "张某", "联系电话", "000"),
            row("项目绩效目标", self.goal),
            row(*HEADER),
            *(row("", *texts) for texts in self.rows),
            row("", "", "…", ""),
            row("其他说明的\n问题", "", self.remark, ""),
        ]

    def dump(self) -> str:
        """The declaration as the dump of its document."""
        return "".join(self.lines())


def forms_of(text: str, *, path: str = "a.txt") -> list[Form]:
    """The forms of a dump."""
    return read_document(document_of(text.encode(), path=path))


def checks(form: Form) -> list[str]:
    """The names of a form's findings."""
    return [finding.check for finding in form.findings]
