from decimal import Decimal

import pytest

from performance.choices import ValueKind
from performance.rules.spc.months import Month, months_remark


def months(*values):
    """Months as values, as (part, whole) of a share in per cent, or None."""
    return [_month(each) for each in values]


def _month(each):
    if each is None:
        return None
    if isinstance(each, tuple):
        part, whole = map(Decimal, each)
        return Month(100 * part / whole, part, whole)
    return Month(Decimal(str(each)))


@pytest.mark.parametrize(
    ("kind", "values", "value", "remark"),
    [
        pytest.param(ValueKind.COUNT, (10, 20, 30), 60, "", id="counts that add up"),
        pytest.param(
            ValueKind.COUNT,
            (10, 20, 30),
            61,
            "The months add up to 60, but the value is 61.",
            id="counts that do not",
        ),
        pytest.param(
            ValueKind.MONEY,
            ("10.60", 20, 30),
            60,
            "The months add up to £60.60, but the value is £60.",
            id="money that does not",
        ),
        pytest.param(ValueKind.PERCENTAGE, ((1, 10), (9, 10), (80, 80)), 90, "", id="shares that weigh up"),
        pytest.param(
            ValueKind.PERCENTAGE,
            ((1, 10), (9, 10), (80, 80)),
            67,
            "The months together come to 90%, but the value is 67%.",
            id="the mean of shares is not their share",
        ),
        pytest.param(ValueKind.PERCENTAGE, (70, 80, 90), 85, "", id="shares without counts, among them"),
        pytest.param(
            ValueKind.PERCENTAGE,
            (70, 80, 90),
            95,
            "The months are 70% to 90%, and 95% does not lie among them.",
            id="shares without counts, beyond them",
        ),
        pytest.param(ValueKind.PERCENTAGE, ((1, 10), 90, 80), 67, "", id="shares of which one has counts"),
        pytest.param(ValueKind.DECIMAL, (1, 2, 3), 2, "", id="decimals as a mean"),
        pytest.param(ValueKind.DECIMAL, (1, 2, 3), 6, "", id="decimals as a sum"),
        pytest.param(
            ValueKind.DURATION,
            (1, 2, 3),
            5,
            "The months are 1 to 3, and 5 does not lie among them.",
            id="neither mean nor sum",
        ),
        pytest.param(
            ValueKind.PERCENTAGE,
            (30, 30, 30),
            90,
            "The months are 30% to 30%, and 90% does not lie among them.",
            id="shares never add up",
        ),
        pytest.param(ValueKind.COUNT, (10, None, 30), 61, "", id="a month is missing"),
        pytest.param(ValueKind.COUNT, (10, 20, 30), None, "", id="no value"),
        pytest.param(ValueKind.COUNT, (), 60, "", id="no months"),
        pytest.param(ValueKind.PERCENTAGE, ((0, 10), (0, 10), (0, 10)), 0, "", id="noughts"),
    ],
)
def test_months_beside_the_value_of_their_period(kind, values, value, remark):
    value = None if value is None else Decimal(value)

    assert months_remark(months(*values), value, kind=kind) == remark


@pytest.mark.parametrize(
    ("value", "decimals", "agrees"),
    [("66.7", 1, True), ("66.6", 1, False), ("67", 0, True), ("66", 0, False), ("66.6667", 4, True)],
)
def test_a_share_agrees_to_the_indicators_decimal_places(value, decimals, agrees):
    shares = months((2, 3), (2, 3), (2, 3))
    remark = months_remark(shares, Decimal(value), kind=ValueKind.PERCENTAGE, decimals=decimals)

    assert (remark == "") == agrees


@pytest.mark.parametrize(
    ("value", "remark"),
    [(100, ""), (110, "The months add up to 60, but this period added 70.")],
)
def test_of_a_running_total_the_months_are_what_the_period_added(value, remark):
    found = months_remark(months(10, 20, 30), Decimal(value), kind=ValueKind.COUNT, before=Decimal(40))

    assert found == remark
