"""Answers in words are worth their share of the points."""

from decimal import Decimal

from scoring.columns.result import REASONS
from scoring.columns.routes import Route
from scoring.columns.worth import answer, worth
from scoring.methods.levels import Levels
from scoring.methods.ratio import Ratio
from scoring.register import find
from scoring.table import Reason

MOF = find("cn-mof-2020-10")
JUDGED = Route(rule="qualitative", use=Levels(method="levels"), how="judged")
COUNTED = Route(rule="quantitative", use=Ratio(method="ratio"), how="counted", low=True)


def test_judgements_bands_and_what_is_neither() -> None:
    words = [None, "achieved", "partly_achieved", "未达成", "很好", "not_applicable"]
    found = worth(words, JUDGED, MOF.levels)
    shares = [Decimal(int(part)) / found.whole for part in found.part[1:4]]
    assert shares == [1, Decimal("0.7"), 0]
    assert found.met[1:4].tolist() == [True, False, False]
    reasons = [REASONS[code] if code >= 0 else None for code in found.reason]
    assert reasons == [
        Reason.JUDGEMENT_MISSING,
        None,
        None,
        None,
        Reason.JUDGEMENT_UNKNOWN,
        Reason.NOT_APPLICABLE,
    ]


def test_a_counted_promise_may_be_said_to_be_kept() -> None:
    found = worth([None, "achieved", "not_achieved"], COUNTED, MOF.levels)
    reasons = [REASONS[code] if code >= 0 else None for code in found.reason]
    assert reasons == [Reason.ACTUAL_MISSING, None, Reason.NOT_COMPARABLE]
    assert (int(found.part[1]), bool(found.met[1])) == (found.whole, True)


def test_the_name_of_a_band_stands_for_its_title() -> None:
    part = find("us-omb-part")
    assert answer("large_extent", part.levels).text == "大部分"
    assert worth(["large_extent"], JUDGED, part.levels).part.tolist() == [67]
