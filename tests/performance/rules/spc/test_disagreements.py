import pytest

from council.rag import Rag
from performance.rules.spc import analyse, disagreements
from tests.performance.rules.spc.quarters import ORDINARY, series

RISEN, FALLEN = [*ORDINARY, 75], [*ORDINARY, 25]


def names(rating, values, target):
    return [each.name for each in disagreements(rating, analyse(series(values, target=target)))]


@pytest.mark.shows("L8")
@pytest.mark.parametrize(
    ("rating", "values", "target", "expected"),
    [
        (Rag.RED, ORDINARY, 55, ["Red, but ordinary variation"]),
        (Rag.GREEN, FALLEN, 20, ["Green, but worsening"]),
        (Rag.RED, RISEN, 80, ["Red, but improving"]),
        (
            Rag.RED,
            ORDINARY,
            80,
            ["Red, but ordinary variation", "Target never reached by this process"],
        ),
        (Rag.AMBER, ORDINARY, 80, ["Target never reached by this process"]),
        (Rag.GREEN, ORDINARY, 80, ["Green, but the target is never reached by this process"]),
        (Rag.AMBER, ORDINARY, 20, ["Not green, but the target is always reached by this process"]),
        (Rag.GREEN, ORDINARY, 51, []),
        (Rag.GREEN, ORDINARY, 20, []),
        (Rag.GREEN, RISEN, 51, []),
        (Rag.GREEN, RISEN, 80, []),
        (Rag.RED, FALLEN, 80, ["Target never reached by this process"]),
        (Rag.RED, FALLEN, 20, []),
        (Rag.RED, FALLEN, 51, []),
        (Rag.AMBER, FALLEN, 51, []),
    ],
)
def test_rating_and_values_disagree_in_words(rating, values, target, expected):
    assert names(rating, values, target) == expected


@pytest.mark.parametrize("rating", [None, Rag.NOT_KNOWN, Rag.LATE, Rag.NOT_RATED, Rag.NOT_DUE])
def test_without_a_rating_there_is_nothing_to_disagree_with(rating):
    assert names(rating, FALLEN, 80) == []


@pytest.mark.parametrize("values", [[], ORDINARY[:9], [7] * 14, [*ORDINARY, "not known"]])
def test_without_an_icon_there_is_nothing_to_disagree_with(values):
    assert names(Rag.RED, values, 80) == []
