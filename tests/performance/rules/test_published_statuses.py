"""The 16 rows of the table of 2002/03: what it printed, and what the default rule says of the same figures."""

from decimal import Decimal

import pytest

from council.rag import Rag, RagSummary
from performance.choices import Direction, Known, ValueKind
from performance.rules.conventions import FIVE_PER_CENT, TEN_PER_CENT_TRAVEL_COUNTS
from performance.rules.rating import DEFAULT_RULE, rate
from performance.rules.targets import read_target
from performance.rules.values import read_known, read_value

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
PERCENTAGE, COUNT, MILESTONE = ValueKind.PERCENTAGE, ValueKind.COUNT, ValueKind.MILESTONE

ROWS = [
    ("1a", MILESTONE, HIGHER, "Mar-03", "Will be achieved", Rag.GREEN),
    ("2", ValueKind.LEVEL, HIGHER, "Level 2", "Level 2", Rag.GREEN),
    ("p32 consultation", MILESTONE, HIGHER, "Do It", "Will be achieved", Rag.GREEN),
    ("3", PERCENTAGE, HIGHER, "+5 points", "60%", Rag.AMBER),
    ("4", PERCENTAGE, HIGHER, "43%", "40%", Rag.AMBER),
    ("5", COUNT, LOWER, "0", "0", Rag.GREEN),
    ("156", PERCENTAGE, HIGHER, "14%", "Not known", Rag.AMBER),
    ("157", PERCENTAGE, HIGHER, "40%", "49%", Rag.GREEN),
    ("Local01", COUNT, HIGHER, "6", "14", Rag.GREEN),
    ("Local02", COUNT, HIGHER, "3", "7", Rag.GREEN),
    ("p32 ceremonies", MILESTONE, HIGHER, "Do It", "Done", Rag.GREEN),
    ("Local 03", PERCENTAGE, HIGHER, "85%", "90%", Rag.GREEN),
    ("Local 04", PERCENTAGE, HIGHER, "80%", "100%", Rag.GREEN),
    ("Local 05", PERCENTAGE, HIGHER, "85%", "95%", Rag.GREEN),
    ("177", ValueKind.YES_NO, HIGHER, "Yes", "Yes", Rag.GREEN),
    ("p32 arrangements", MILESTONE, HIGHER, "Do It", "Done", Rag.GREEN),
]


def judged(row, rule=DEFAULT_RULE):
    _, kind, direction, target_text, outturn, _ = row
    target = read_target(target_text, kind, direction, base=Decimal(60))
    known = read_known(outturn)
    if known != Known.KNOWN:
        return rate(None, target, direction, rule, kind=kind, known=known)
    read = read_value(outturn, kind=kind)
    return rate(read.value, target, direction, rule, kind=kind, words=read.words)


def row_named(name):
    return next(row for row in ROWS if row[0] == name)


@pytest.mark.shows("S2-05", "S2-06", "S2-35", "F35")
@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in ROWS if row[0] != "156"])
def test_default_rule_gives_back_the_printed_status(row):
    assert judged(row).status == row[-1]


@pytest.mark.shows("S2-22", "S2-07", "L9")
def test_outturn_that_is_not_known_is_not_amber():
    row = row_named("156")
    assert (row[-1], judged(row).status) == (Rag.AMBER, Rag.NOT_KNOWN)


@pytest.mark.shows("S2-22", "F39")
def test_summary_by_the_tables_own_key():
    statuses = [judged(row).status for row in ROWS]
    summary = RagSummary.of({status: statuses.count(status) for status in statuses})
    assert [(share.number, share.per_cent) for share in summary.rows] == [(13, 81), (2, 13), (0, 0), (1, 6)]


@pytest.mark.shows("S2-35", "S2-24")
@pytest.mark.parametrize("target", ["+5 points", "+5 per cent"])
def test_satisfaction_is_amber_however_its_target_is_meant(target):
    row = ("3", PERCENTAGE, HIGHER, target, "60%", Rag.AMBER)
    assert judged(row).status == Rag.AMBER


@pytest.mark.shows("S2-35", "L7")
def test_tolerance_of_5_per_cent_turns_complaint_handling_red():
    assert judged(row_named("4"), FIVE_PER_CENT).status == Rag.RED


@pytest.mark.shows("S2-35", "S2-24")
@pytest.mark.parametrize(
    "target, status",
    [
        pytest.param("+5 points", Rag.RED, id="as points"),
        pytest.param("+5 per cent", Rag.AMBER, id="as per cent"),
    ],
)
def test_tolerance_of_5_per_cent_turns_satisfaction_red_only_if_points_were_meant(target, status):
    row = ("3", PERCENTAGE, HIGHER, target, "60%", Rag.AMBER)
    assert judged(row, FIVE_PER_CENT).status == status


@pytest.mark.shows("S2-35", "L7")
@pytest.mark.parametrize("name", ["3", "4"])
def test_green_within_10_per_cent_turns_both_measured_ambers_green(name):
    assert judged(row_named(name), TEN_PER_CENT_TRAVEL_COUNTS).status == Rag.GREEN
