"""Forms that are nearly the same."""

from scoring.recheck.rules import load_rules
from tests.scoring.recheck.samples import declared, money, row

CHECK = load_rules().checks.copied_forms


def test_what_is_compared_of_a_form() -> None:
    form = declared(money("100", "90", "9"), row("≥5场", "6场", "10", name="演出", reason="增加"))
    assert CHECK.text(form) == "演出\n≥5场\n6场\n增加"


def test_the_finding_names_the_forms() -> None:
    form = declared(row("≥5场", "6场", "10"))
    finding = CHECK.about([form.form.title] * 2, [form.form.source.file] * 2, 0.976)
    assert (finding.check, finding.place) == ("copied-forms", "form.xlsx")
    assert finding.words.zh == ("2 份自评表的文字几乎一样（数字不算，相似 97% 以上）：“示例项目”。")
