"""How firm a grade is, in words and as data."""

from decimal import Decimal

from evalengine.reports.firmness import (
    firmness_data,
    firmness_lines,
    judgement_words,
    weight_words,
)
from indicators.errors import Words
from scoring.model import Grade
from scoring.sensitivity import JudgementRange, Sensitivity, Turn, WeightRange
from tests.evalengine.factories import evaluation

D = Decimal
TOP = Grade("excellent", "优", "Excellent", D(90))
NEXT = Grade("good", "良", "Good", D(80))
OUTPUT = WeightRange(
    "output", Words("产出指标", "output"), D(50), D("46.86"), D(100), below=NEXT, above=None
)
FREE = WeightRange("benefit", Words("效益指标", "benefit"), D(30), D(0), D(100), None, None)
TURN = Turn(Words("达成 78.35%", "achieved 78.35%"), D("9.79"), D("89.99"), NEXT)
JUDGED = JudgementRange("2.1", "提高效率", D(10), D("12.50"), falls=TURN, rises=None)
FIRM = JudgementRange("3.1", "提高质量", D(10), D("12.50"), falls=None, rises=None)
FOUND = [(evaluation().score, Sensitivity(D("90.20"), TOP, (OUTPUT, FREE), (JUDGED, FIRM)))]


def test_ranges_in_words() -> None:
    assert weight_words(OUTPUT).zh == "46.86 至 100 分之间等级不变，再低为“良”。"
    assert weight_words(FREE).en == "the grade holds whatever they are."
    both = WeightRange("a", Words("甲", "a"), D(5), D(4), D(6), NEXT, NEXT)
    assert weight_words(both).en == (
        "the grade holds from 4 to 6, below it is 'Good', above it is 'Good'."
    )


def test_turns_in_words() -> None:
    assert judgement_words(JUDGED).zh == "改为“达成 78.35%”，总分 89.99，为“良”。"
    assert judgement_words(FIRM).zh == "无论怎样评判，等级都不变。"


def test_lines_name_what_moves_the_grade_and_count_the_rest() -> None:
    text = "\n".join(firmness_lines(FOUND, "zh"))
    assert "敏感性：保安服务费（2019年度） 示例局，90.20 分，优" in text
    assert "其余各类按原比例缩放" in text
    assert "2.1 提高效率（10/12.50）：改为" in text
    assert "3.1" not in text
    assert "其余 1 项评判无论怎样改，等级都不变。" in text
    english = "\n".join(firmness_lines(FOUND, "en"))
    assert "whatever is judged of the other 1 judged items, the grade stays." in english


def test_as_data() -> None:
    (data,) = firmness_data(FOUND)
    assert data["weights"][0] == {
        "category": "output",
        "now": "50",
        "low": "46.86",
        "high": "100",
        "grade_below": "良",
        "grade_above": None,
    }
    assert data["judgements"][0]["falls"]["answer_en"] == "achieved 78.35%"
    assert data["judgements"][1] == {
        "id": "3.1",
        "points": "10",
        "max_points": "12.50",
        "falls": None,
        "rises": None,
    }
