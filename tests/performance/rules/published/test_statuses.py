import pytest

from council.rag import Rag
from performance.rules.published.statuses import read_status, says_not_known


@pytest.mark.shows("S2-07")
@pytest.mark.parametrize(
    "text, status",
    [
        pytest.param("R", Rag.RED, id="R"),
        pytest.param("amber", Rag.AMBER, id="amber"),
        pytest.param(" G. ", Rag.GREEN, id="G with a stop"),
        pytest.param("NOT  KNOWN", Rag.NOT_KNOWN, id="NOT KNOWN"),
        pytest.param("N/K", Rag.NOT_KNOWN, id="N/K"),
        pytest.param("", None, id="blank"),
        pytest.param("Purple", None, id="no status"),
    ],
)
def test_status_is_read_from_its_letter_or_word(text, status):
    assert read_status(text) is status


@pytest.mark.parametrize(
    "text, said",
    [
        pytest.param("Not known", True, id="not known"),
        pytest.param("not yet known.", True, id="not yet known"),
        pytest.param("Not known (survey late)", True, id="not known, with a note"),
        pytest.param("", False, id="blank says nothing"),
        pytest.param("0", False, id="nought is known"),
        pytest.param("Not known to be late", False, id="more than that"),
    ],
)
def test_cell_says_that_the_value_is_not_known(text, said):
    assert says_not_known(text) is said
