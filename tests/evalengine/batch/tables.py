"""Small long tables for the tests of batches."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from evalengine.batch.readings import Item
from evalengine.batch.rules import Rules
from indicators.bulk.source import Source, open_source

RULES = Rules("cn-mof-2020-10")
HEAD = "project_id,project,year,budget,executed,level1,level2,indicator,target,actual,max_points"
ROWS = [
    ("产出指标", "数量指标", "培训人次", "≥100人次", "94人次", "50"),
    ("效益指标", "社会效益指标", "就业人数", "≥10人", "10人", "30"),
    ("满意度指标", "服务对象满意度指标", "满意度", "≥90%", "95%", "10"),
]
"""47.00 of 50, all of 30 and of 10; with an execution of 80 % (8.00) that is 95.00."""


def lines(*projects: str, actual: str = "94人次") -> list[str]:
    return [
        f"{name},示例{name},2023,100,80,{','.join(row)}".replace("94人次", actual)
        for name in projects
        for row in ROWS
    ]


def csv(folder: Path, *rows: str, encoding: str = "utf-8") -> Path:
    path = folder / "table.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding)
    return path


def opened(folder: Path, *rows: str) -> tuple[Source, pa.Table]:
    source = open_source(csv(folder, *rows), folder)
    return source, pq.read_table(source.files[0])


def item(target: str, actual: str) -> Item:
    return Item("产出指标", "数量指标", "培训人次", "", "", target, actual, "2023")
