"""A comparison of made-up projects (示例)."""

from decimal import Decimal

import pandas as pd

from evalengine.comparing import Comparison, Doubt
from indicators.errors import Words
from scoring.comparison.discrimination import deciding, undiscriminating
from scoring.comparison.distributions import by_category, by_group
from scoring.comparison.measures import attainment, execution_rate
from scoring.comparison.priority import Reason, Suspicion
from scoring.comparison.ranking import ranked
from scoring.comparison.reweighing import reweighed
from scoring.comparison.settings import settings
from tests.scoring.comparison.samples import WAN, item, project, tables


def comparison(count: int, *, departments: int = 1, doubt: str = "没有写比较符") -> Comparison:
    """`count` projects; the first has no budget, the second one clue, each one finding."""
    both = tables(
        [
            project(
                str(k),
                9000 - k,
                budget=45 * WAN if k else None,
                department=f"示例{k % departments}局",
            )
            for k in range(count)
        ],
        [item(str(k), 1000 - k) for k in range(count)],
    )
    decided = deciding(both.items, "indicator")
    reason = Reason("declared-above-rule", Decimal("20.0"), Words("自评偏高。", "declared high."))
    groups = {"department": by_group(both.projects, "department")} if departments > 1 else {}
    return Comparison(
        tables=both,
        ranking=ranked(both.projects),
        groups=groups,
        categories=by_category(both.items),
        deciding=decided,
        undiscriminating=undiscriminating(decided, settings()),
        reweighed=reweighed(both.projects, both.items, settings()),
        priority=[Suspicion("1", Decimal("20.0"), (reason,)), Suspicion("0", Decimal(0), ())],
        years=[],
        against=None,
        attainment=pd.DataFrame(
            {"attained": attainment(both.items), "executed": execution_rate(both.projects)}
        ),
        findings=tuple(Doubt(str(k), "warning", "示例.txt:7", doubt) for k in range(count)),
    )
