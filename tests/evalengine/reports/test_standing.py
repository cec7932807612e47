"""A comparison as lines of a terminal."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd

from evalengine.comparing import Against, Comparison
from evalengine.reports.standing import MOST, comparison_lines
from indicators.errors import Words
from scoring.comparison.discrimination import deciding, undiscriminating
from scoring.comparison.distributions import by_category
from scoring.comparison.priority import Reason, Suspicion
from scoring.comparison.ranking import ranked
from scoring.comparison.reweighing import reweighed
from scoring.comparison.settings import settings
from tests.scoring.comparison.samples import WAN, item, project, tables


def comparison(count: int) -> Comparison:
    both = tables(
        [project(str(k), 9000 - k, budget=45 * WAN if k else None) for k in range(count)],
        [item(str(k), 1000 - k) for k in range(count)],
    )
    decided = deciding(both.items, "indicator")
    reason = Reason("declared-above-rule", Decimal("20.0"), Words("自评偏高。", "declared high."))
    return Comparison(
        tables=both,
        ranking=ranked(both.projects),
        groups={},
        categories=by_category(both.items),
        deciding=decided,
        undiscriminating=undiscriminating(decided, settings()),
        reweighed=reweighed(both.projects, both.items, settings()),
        priority=[Suspicion("1", Decimal("20.0"), (reason,)), Suspicion("0", Decimal(0), ())],
        years=[],
        against=None,
    )


def test_places_and_reasons() -> None:
    lines = comparison_lines(comparison(3), "zh")
    assert any("89.99" in line and "示例项目1" in line for line in lines)
    assert "1. 示例项目1（45万元）　20.0" in lines
    assert not any("示例项目0" in line for line in lines[lines.index(lines[-1]) - 2 :])


def test_a_long_list_says_how_much_is_left_out() -> None:
    lines = comparison_lines(comparison(MOST + 3), "zh")
    assert "…… 另有 3 行" in lines
    assert "… 3 more" in comparison_lines(comparison(MOST + 3), "en")


def test_another_standard_beside_it() -> None:
    found = comparison(2)
    other = ranked(found.tables.projects).assign(
        total_other=[8000, 7000], grade_other=["良", "中"], rank_other=[1, 2]
    )
    lines = comparison_lines(replace(found, against=Against("cn-示例", 1.0, other)), "zh")
    assert "── 换用 cn-示例（名次一致 τ 1.00）" in lines
    assert any("80.00" in line for line in lines)


def test_the_spread_of_a_category_adds_up() -> None:
    shares = pd.Series(by_category(comparison(3).tables.items)["share"])
    assert float(shares.sum()) == 1
