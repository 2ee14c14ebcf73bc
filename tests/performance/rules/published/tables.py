"""Tables to read: the published one of 2002/03, and small ones made up of the rows that a test is about."""

import csv
from pathlib import Path

from performance.rules.published.table import PublishedTable, read_table

DATA = Path(__file__).parents[3] / "data"
HEADINGS = ["ref", "indicator", "top_25_per_cent", "actual_2000_01", "actual_2001_02", "target_2002_03"]
HEADINGS += ["estimated_outturn_2002_03", "status", "comment"]
RULE = "Green at the target or better; amber down to 90% of the target; red below."


def lines_of(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def published_2002_03() -> PublishedTable:
    table = read_table(lines_of("indicators-2002-03.csv")).table
    assert table
    return table


def table_of(*rows: list[str], headings: list[str] = HEADINGS, rule: str = RULE) -> PublishedTable:
    table = read_table([headings, *rows], rule=rule).table
    assert table
    return table


def row(
    ref="12",
    title="% of bins emptied on the day",
    top="95%",
    first="90%",
    second="92%",
    target="94%",
    outturn="95%",
    status="G",
    comment="",
) -> list[str]:
    return [ref, title, top, first, second, target, outturn, status, comment]
