"""Writes `actuals.xlsx`: the fill-in workbook with the illustrative answers filled in.

    python data/xicheng-2019/make_actuals.py [OUTPUT]

The answers stand in `illustrative-answers.yaml`, and are marked as illustrative in the workbook.
"""

import sys
from pathlib import Path

from evalengine.reports.template import write_template
from indicators import rulefile
from indicators.pairing.sheet import EXECUTED, Answer
from indicators.reading import read_forms
from scoring import register

HERE = Path(__file__).parent
DECLARATION = HERE / "xicheng-2019-budget.txt"
ANSWERS = HERE / "illustrative-answers.yaml"
STANDARD = "cn-beijing-selfeval-2016"
NOTE = "示例数据：表中“实际完成值”全部为演示而设，不是该单位公布的数据。"
MONEY = "全年执行数"


def answers() -> dict[str, dict[str, Answer]]:
    """The illustrative answers by project and item id."""
    data, _ = rulefile.parse(rulefile.read_text(ANSWERS), name=ANSWERS.name)
    return {
        project: {EXECUTED if key == MONEY else key: Answer(*cells) for key, cells in rows.items()}
        for project, rows in data.items()
    }


def main(output: Path) -> None:
    """Write the filled-in workbook to `output`."""
    filled = answers()
    forms = [form for form in read_forms(DECLARATION) if form.project is not None]
    write_template(
        forms,
        output,
        bands=register.find(STANDARD).levels.bands,
        answers={form.id: filled[str(form.project)] for form in forms},
        note=NOTE,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "actuals.xlsx")
