"""Where two standards differ, parameter by parameter, with the clauses."""

from evalengine.reports.difference import difference_data, difference_lines, differences
from scoring.register import find

FORM, GUIDE = find("cn-selfeval-2016"), find("cn-mof-2021-101")


def test_every_parameter_that_differs() -> None:
    found = {each.key: (each.one, each.other) for each in differences(FORM, GUIDE)}
    assert found["execution.denominator"] == ("initial_budget", "annual_budget")
    assert found["execution.use.method"] == ("ratio", "bands")
    assert found["execution.use.bands.80.share"] == (None, "70")
    assert found["levels.bands.partly_achieved.from"] == ("50", "60")
    assert found["weights.alternatives.2.points.cost"] == (None, "20")
    assert found["not_applicable.policy"] == ("rescale", "siblings")
    assert not any(
        key.startswith(("weights.points", "rounding", "rules.deadline")) for key in found
    )


def test_the_other_way_round() -> None:
    there = {each.key: (each.other, each.one) for each in differences(GUIDE, FORM)}
    assert there == {each.key: (each.one, each.other) for each in differences(FORM, GUIDE)}


def test_a_standard_does_not_differ_from_itself() -> None:
    assert differences(FORM, FORM) == []
    assert difference_lines(FORM, FORM, "en")[-1] == "All parameters that give points are the same."


def test_the_clauses_of_what_differs() -> None:
    text = "".join(line.strip() for line in difference_lines(FORM, GUIDE, "zh"))
    assert (
        "定性分档　cn-mof-2021-101：财预〔2020〕10号：100%—80%（含）、80%—60%（含）、60%—0%" in text
    )
    assert "满意度　cn-mof-2021-101：财预〔2021〕101号例" in text
    assert "取整　" not in text


def test_as_data() -> None:
    data = difference_data(FORM, GUIDE)
    assert [each["id"] for each in data["standards"]] == [FORM.id, GUIDE.id]
    assert {"key": "levels.bands.not_achieved.to", "one": "50", "other": "60"} in data[
        "differences"
    ]
