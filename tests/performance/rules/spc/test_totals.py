from decimal import Decimal

from performance.choices import Direction, ValueKind
from performance.rules.spc import Series, Variation, analyse
from tests.performance.rules.spc.quarters import ORDINARY, reading, series

APART = "Returns count from the start of the year; each period is judged by what it added itself."


def running(values):
    """The values added up from each April."""
    totals, total = [], 0
    for place, value in enumerate(values):
        total = value if place % 4 == 0 else total + value
        totals.append(total)
    return totals


def of(values, kind=ValueKind.COUNT, **more):
    return analyse(series(values, kind=kind, is_cumulative=True, **more))


def test_running_totals_are_judged_by_what_each_period_added():
    spc = of(running(ORDINARY), target=200)

    assert [int(point.value) for point in spc.points] == ORDINARY
    assert spc.limits == analyse(series(ORDINARY, kind=ValueKind.COUNT)).limits
    assert spc.remarks == (APART,)


def test_a_target_for_the_year_so_far_says_nothing_about_single_periods():
    spc = of(running(ORDINARY), target=200)

    assert (spc.assurance, spc.variation) == (None, Variation.COMMON)
    assert (
        spc.no_assurance_because
        == "The target is for the year so far, and the periods are judged one by one."
    )


def test_a_series_that_begins_within_a_year_begins_with_the_next_figure():
    whole = series(running(ORDINARY), kind=ValueKind.COUNT, is_cumulative=True)
    later = whole.readings[2:]
    spc = analyse(Series(later, kind=ValueKind.COUNT, is_cumulative=True))

    assert spc.points[0].value is None
    assert spc.points[0].absent == "no total before it in its year"
    assert spc.points[1].value == ORDINARY[3]


def test_a_total_that_is_not_known_takes_the_next_period_with_it():
    totals = running([50] * 16)
    spc = of([*totals[:13], "not known", *totals[14:]])

    assert [point.absent for point in spc.points[13:]] == [
        "not known",
        "no total before it in its year",
        "",
    ]


def test_a_total_that_falls_is_no_running_total():
    spc = of([10, 20, 15, 30] * 4)

    assert spc.variation is None
    assert spc.no_icon_because == (
        "The total for the year so far is lower at Quarter 3 2020/21 than before it, so it is no running total."
    )


def test_money_may_be_taken_back():
    assert of([10, 20, 15, 30] * 4, ValueKind.MONEY).variation == Variation.COMMON


def test_a_running_share_is_taken_apart_by_its_counts():
    shares = []
    for place in range(16):
        kept, of_all = 8 + place % 3, 10
        before = shares[-1] if place % 4 else None
        part = Decimal(kept + (before.numerator if before else 0))
        whole = Decimal(of_all + (before.denominator if before else 0))
        shares.append(
            reading(place, 100 * part / whole, numerator=part, denominator=whole, target=Decimal(70))
        )
    spc = analyse(Series(tuple(shares), kind=ValueKind.PERCENTAGE, is_cumulative=True))

    assert [int(point.value) for point in spc.points[:5]] == [80, 90, 100, 80, 90]
    assert spc.target == (70, 70)


def test_a_running_share_without_counts_cannot_be_taken_apart():
    spc = of(ORDINARY, ValueKind.PERCENTAGE)

    assert spc.variation is None
    assert "only where its counts are known" in spc.no_icon_because


def test_a_share_of_which_nothing_was_added_leaves_a_gap():
    first = reading(0, 50, numerator=Decimal(5), denominator=Decimal(10))
    spc = analyse(
        Series(
            (first, reading(1, 50, numerator=Decimal(5), denominator=Decimal(10))),
            kind=ValueKind.PERCENTAGE,
            is_cumulative=True,
            direction=Direction.LOWER,
        )
    )

    assert spc.points[1].absent == "nothing was counted"
