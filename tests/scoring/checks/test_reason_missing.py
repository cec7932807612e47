"""Whoever misses a target says why."""

from dataclasses import replace

from scoring.checks.reason_missing import ReasonMissing
from scoring.register import find
from scoring.scorer import score
from tests.scoring.factories import done, facts, form, judged, promised, row

CHECK = ReasonMissing(check="reason-missing")
FORM = form(row(1, "output.quantity", promised(">=", "100")), row(2, "benefit.social"))


def _found(actual, answer=None) -> list[str]:
    actuals = facts(FORM, {"1.1": actual, "2.1": answer or judged("achieved", "0.8")})
    judged_form = score(FORM, actuals, find("cn-selfeval-2016"))
    return [finding.place for finding in CHECK.findings(judged_form, FORM, actuals)]


def test_missed_without_a_reason() -> None:
    assert _found(done("94")) == ["form.txt:1"]


def test_missed_with_a_reason() -> None:
    assert _found(replace(done("94"), reason="6 人中途离职")) == []


def test_kept_needs_none() -> None:
    assert _found(done("100")) == []


def test_reached_but_without_evidence() -> None:
    """The target was not missed: what lacks is the evidence. Nothing is left to judgement."""
    rules = find("cn-sc-review-2026")
    of = form(row(1, "output.quantity", promised(">=", "100")))
    actuals = facts(of, {"1.1": done("100")})
    judged_form = score(of, actuals, rules, missing="exclude")
    (finding,) = CHECK.findings(judged_form, of, actuals)
    assert "没有佐证材料（0.00/" in finding.words.zh
    assert "未达到" not in finding.words.zh
    working = judged_form.items[0].working
    assert working.low == working.high == 0


def test_judged_short_of_achieved() -> None:
    assert _found(done("100"), judged("partly_achieved")) == ["form.txt:2"]
