import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.charts.lettering import folded, shortened, spread, width, wrapped

WORDS = st.text(alphabet="abcdefg mWil.%£0123456789", max_size=60).map(lambda said: " ".join(said.split()))


@pytest.mark.parametrize(
    "said, ems",
    [
        # Advance widths of Arial and Helvetica, in ems.
        pytest.param("Q1 2025/26", 5.226, id="period"),
        pytest.param("Target 95%", 5.001, id="target"),
        pytest.param("Not known", 4.447, id="not-known"),
        pytest.param("WWWWWWWWWW", 9.44, id="widest"),
        pytest.param("illilliill", 2.22, id="narrowest"),
    ],
)
def test_words_are_given_at_least_the_room_they_take(said, ems):
    assert ems * 14 <= width(said, 14) <= ems * 14 * 1.35


def test_bold_words_take_more_room():
    assert width("Amber", 14, bold=True) > width("Amber", 14)


@given(WORDS, st.floats(min_value=0, max_value=400))
def test_shortened_words_fit_and_begin_alike(said, room):
    short = shortened(said, room, 14)

    assert short == said or (width(short, 14) <= room and said.startswith(short.removesuffix("…")))


@given(WORDS)
def test_folded_words_lose_nothing(said):
    assert " ".join(folded(said)) == said


@given(WORDS, st.floats(min_value=40, max_value=400), st.integers(min_value=1, max_value=4))
def test_wrapped_lines_fit_and_are_no_more_than_asked(said, room, most):
    lines = wrapped(said, room, 14, most=most)

    assert len(lines) <= most
    assert all(width(line, 14) <= room for line in lines)


def test_words_that_fit_stay_on_one_line():
    assert wrapped("Red, Not known", 200, 14, most=3) == ("Red, Not known",)


@pytest.mark.parametrize(
    "wanted, placed",
    [
        pytest.param([50, 150], [50, 150], id="room-for-both-where-they-are-wanted"),
        pytest.param([100, 100], [100, 122], id="the-second-gives-way"),
        pytest.param([5, 195], [10, 190], id="moved-in-from-the-edges"),
        pytest.param([195, 190], [190, 168], id="pushed-back-in-their-order"),
    ],
)
def test_labels_stand_as_near_as_may_be(wanted, placed):
    assert spread(wanted, [20, 20], 0, 200, gap=2) == placed


def test_labels_that_cannot_all_fit_are_refused():
    assert spread([10, 20], [60, 60], 0, 100) is None


@given(
    st.lists(
        st.tuples(st.floats(min_value=-50, max_value=350), st.floats(min_value=1, max_value=60)), max_size=8
    )
)
def test_labels_never_meet_nor_leave_their_room(labels):
    wanted, lengths = [at for at, _ in labels], [length for _, length in labels]

    places = spread(wanted, lengths, 0, 300, gap=1)

    if places is None:
        assert sum(lengths) + len(labels) - 1 > 300
        return
    edges = sorted(
        (place - length / 2, place + length / 2) for place, length in zip(places, lengths, strict=True)
    )
    assert all(after[0] - before[1] >= 1 - 1e-6 for before, after in zip(edges, edges[1:], strict=False))
    assert all(start >= -1e-6 and end <= 300 + 1e-6 for start, end in edges)
