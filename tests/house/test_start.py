"""Start-up stays light: the everyday commands import no tables, no learning, no office writers."""

import subprocess
import sys

import pytest

from tests.house.tree import ROOT

TABLES = {"pandas", "numpy", "pyarrow", "sklearn", "scipy"}
DOCUMENTS = {"docx", "openpyxl", "lxml", "xlsxwriter", "python_calamine"}

DECLARATION = "data/xicheng-2019/xicheng-2019-budget.txt"
ACTUALS = "data/xicheng-2019/actuals.xlsx"


def _imported(*arguments: str) -> set[str]:
    """The top-level modules in memory when the command has ended."""
    code = (
        "import sys\nfrom evalengine.cli import run\n"
        f"code = run({list(arguments)!r})\n"
        "names = sorted({name.partition('.')[0] for name in sys.modules})\n"
        "print(code, *names, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    code, *names = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(names)


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse", "--text", "年故障累计时间＜48小时"),
        ("parse", DECLARATION),
        ("standards", "list"),
    ],
    ids=" ".join,
)
def test_reading_is_light(arguments: tuple[str, ...]) -> None:
    assert _imported(*arguments) & (TABLES | DOCUMENTS) == set()


def test_scoring_needs_no_tables() -> None:
    assert _imported("score", DECLARATION, "--actuals", ACTUALS) & TABLES == set()
