"""What goes beyond a limit is refused with what to do."""

import subprocess
import sys

from indicators.reading.document import document_of
from indicators.reading.limits import seconds_apart, too_large


def test_the_error_says_which_limit() -> None:
    document = document_of(b"x", path="a.xlsx")
    (problem,) = too_large(document, "9 格", "9 cells").problems
    assert problem.where == "a.xlsx"
    assert problem.words.zh.startswith("文件展开后过大（9 格），未读取；请删去")
    assert "(9 cells)" in problem.words.en


def test_the_time_of_processes_apart_only_grows() -> None:
    before = seconds_apart()
    subprocess.run([sys.executable, "-c", ""], check=True)
    assert seconds_apart() >= before
