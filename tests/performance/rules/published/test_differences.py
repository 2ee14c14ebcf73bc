from decimal import Decimal

import pytest

from council.rag import Rag
from performance.choices import Direction, Known, TargetBasis, ValueKind
from performance.rules.conventions import DEFAULT_RULE, FIVE_PER_CENT
from performance.rules.judgement import Judgement
from performance.rules.published.differences import difference
from performance.rules.rating import rate
from performance.rules.target import Target

WHY = "40% is 7.0% short of the target of 43%."


@pytest.mark.shows("S2-35")
@pytest.mark.parametrize(
    "published, ours, sentence",
    [
        pytest.param(
            Rag.AMBER, Rag.RED, f"Published as amber; by our rule it is red. {WHY}", id="two ratings"
        ),
        pytest.param(
            Rag.AMBER,
            Rag.NOT_KNOWN,
            f"Published as amber; by our rule its status is not known. {WHY}",
            id="ours not known",
        ),
        pytest.param(
            Rag.NOT_KNOWN,
            Rag.GREEN,
            f"Published as not known; by our rule it is green. {WHY}",
            id="theirs not known",
        ),
        pytest.param(
            Rag.GREEN,
            Rag.NOT_RATED,
            f"Published as green; by our rule it is not rated. {WHY}",
            id="not rated",
        ),
        pytest.param(
            None, Rag.GREEN, f"Published without a status; by our rule it is green. {WHY}", id="none"
        ),
    ],
)
def test_difference_says_both_statuses_and_why(published, ours, sentence):
    assert difference(published, Judgement(ours, WHY)) == sentence


def rated(outturn, target, rule=DEFAULT_RULE, known=Known.KNOWN):
    """What a rule says of a row of the published table whose value is a percentage."""
    aim = Target(f"{target}%", TargetBasis.ABSOLUTE, value=Decimal(target))
    value = None if outturn is None else Decimal(outturn)
    return rate(value, aim, Direction.HIGHER, rule, kind=ValueKind.PERCENTAGE, known=known)


@pytest.mark.shows("S2-22", "S2-35")
def test_row_156_differs_because_its_outturn_is_not_known():
    assert difference(Rag.AMBER, rated(None, 14, known=Known.NOT_KNOWN)) == (
        "Published as amber; by our rule its status is not known. The value is not known."
    )


@pytest.mark.shows("S2-35")
@pytest.mark.parametrize(
    "outturn, target", [pytest.param(60, 65, id="row 3"), pytest.param(40, 43, id="row 4")]
)
def test_measured_ambers_of_the_published_table_are_amber_down_to_90_per_cent(outturn, target):
    assert difference(Rag.AMBER, rated(outturn, target)) is None


@pytest.mark.shows("S2-35")
def test_another_rule_differs_and_its_reason_has_the_figures():
    sentence = difference(Rag.AMBER, rated(40, 43, FIVE_PER_CENT))

    assert sentence.startswith("Published as amber; by our rule it is red. ")
    assert "43%" in sentence


@pytest.mark.parametrize("status", list(Rag))
def test_same_status_is_no_difference(status):
    assert difference(status, Judgement(status, WHY)) is None
