from decimal import Decimal

import pytest

from performance.choices import Direction, ValueKind
from performance.rules.spc import Side, Signal, analyse, in_words
from performance.rules.spc.words import RULES, rule_words, shown_point
from tests.performance.rules.spc.quarters import ORDINARY, series

PERCENT = {"kind": ValueKind.PERCENTAGE}


def said(values, **about):
    return in_words(analyse(series(values, **about)))


@pytest.mark.parametrize(
    ("values", "direction", "sentence"),
    [
        (
            ORDINARY,
            Direction.HIGHER,
            "Quarter 2 2023/24, 52%, is within the ordinary ups and downs of this measure: nothing has changed for "
            "certain.",
        ),
        (
            [*ORDINARY, 75],
            Direction.HIGHER,
            "Quarter 3 2023/24, 75%, is above the upper limit. That is seldom chance: the change is real, and it is "
            "for the better.",
        ),
        (
            [*ORDINARY, 75],
            Direction.LOWER,
            "Quarter 3 2023/24, 75%, is above the upper limit. That is seldom chance: the change is real, and it is "
            "for the worse.",
        ),
        (
            [*ORDINARY, 25],
            Direction.NEITHER,
            "Quarter 3 2023/24, 25%, is below the lower limit. That is seldom chance: the change is real, and "
            "whether it is for the better is for people to say.",
        ),
        (
            [50, 52, 53],
            Direction.HIGHER,
            "Quarter 3 2020/21, 53%, is better than every figure before it. Whether the change is real cannot be "
            "told from so few figures.",
        ),
        (
            [50, 52],
            Direction.HIGHER,
            "Whether anything has changed cannot be told. 2 figures are too few for limits: there are some from 10.",
        ),
        ([], Direction.HIGHER, "Nothing can be said about change. No figure has been signed off yet."),
    ],
)
def test_a_councillor_reads_in_one_sentence_whether_the_change_is_real(values, direction, sentence):
    assert said(values, direction=direction, **PERCENT).councillor == sentence


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (
            42,
            "The target of 42% will be met in nearly every period, unless the way of working changes.",
        ),
        (
            60,
            "The target of 60% is out of reach of the process as it works now: it will go on missing it.",
        ),
        (
            51,
            "The target of 51% lies among the ordinary ups and downs: it is met or missed by chance.",
        ),
        (None, "There is no target in figures."),
    ],
)
def test_what_the_process_will_make_of_its_target(target, sentence):
    assert said(ORDINARY, target=target, **PERCENT).target == sentence


@pytest.mark.parametrize(("value", "target"), [(75, 80), (25, 20)])
def test_limits_from_before_a_change_are_not_held_against_the_target_without_a_word(value, target):
    assert said([*ORDINARY, value], target=target, **PERCENT).target == (
        f"So say the limits, which rest on figures from before the change as well. The target is {target}%."
    )


@pytest.mark.parametrize(
    ("value", "target", "word"),
    [
        (75, 80, "Missed its target before the change"),
        (25, 20, "Met its target before the change"),
        (75, 20, "Consistently meets the target"),
    ],
)
def test_an_assurance_that_a_change_speaks_against_is_said_of_before_the_change(value, target, word):
    assert said([*ORDINARY, value], target=target, **PERCENT).assurance == word


@pytest.mark.parametrize(
    ("value", "target", "shown"),
    [
        pytest.param("96.3415", None, "96%", id="as the page rounds it"),
        pytest.param("94.9615", 95, "94.96%", id="on its own side of the target"),
        pytest.param("61.4171", None, "61.42%", id="on its own side of the upper limit"),
    ],
)
def test_the_newest_figure_is_said_no_finer_than_the_page_shows_it(value, target, shown):
    sentence = said([*ORDINARY, Decimal(value)], target=target, **PERCENT).councillor

    assert sentence.startswith(f"Quarter 3 2023/24, {shown}, is ")


def test_a_target_that_is_a_range_is_said_with_both_ends():
    words = said(ORDINARY, direction=Direction.RANGE, low=40, high=60, **PERCENT)

    assert words.target.startswith("The target of 40% to 60% will be met")


def test_limits_are_said_with_how_many_figures_they_rest_on():
    words = said(ORDINARY, decimals=1, **PERCENT)

    assert words.limits == "Mean 51.36%, limits 43.17% to 59.54%, from 14 figures"


@pytest.mark.shows("F45")
@pytest.mark.parametrize(("number", "trial"), [(11, "trial limits (n=11)"), (13, ""), (9, "")])
def test_limits_on_trial_are_called_so_with_their_number(number, trial):
    assert said(ORDINARY[:number]).trial == trial


@pytest.mark.parametrize(
    ("values", "about", "sentence"),
    [
        pytest.param(
            [98, 90] * 7, PERCENT, "The upper limit, 115.3%, is drawn at 100%, where values end.", id="upper"
        ),
        pytest.param(
            [1, 9] * 7, PERCENT, "The lower limit, -16.3%, is drawn at 0%, where values end.", id="lower"
        ),
        pytest.param(
            [1, 99] * 7,
            PERCENT,
            "The lower limit, -210.7%, is drawn at 0% and the upper limit, 310.7%, is drawn at 100%, where values "
            "end.",
            id="both",
        ),
        pytest.param(ORDINARY, PERCENT, "", id="neither"),
    ],
)
def test_a_limit_that_is_drawn_nearer_says_so(values, about, sentence):
    assert said(values, **about).clamped == sentence


def test_steps_left_out_are_said():
    one, two = [*ORDINARY, 75], [*ORDINARY[:7], 90, *ORDINARY[7:]]

    assert said(ORDINARY).screened == ""
    assert said(one).screened == (
        "One step between neighbouring figures is too large to be ordinary, and is left out of the limits."
    )
    assert said(two).screened.startswith("2 steps between neighbouring figures are too large")


def test_every_rule_has_words_for_both_sides():
    assert set(RULES) == {(signal, side) for signal in Signal for side in Side}


def test_the_rule_of_a_point_is_said_and_ordinary_points_have_none():
    points = analyse(series([*ORDINARY, 75])).points

    assert [rule_words(each) for each in points[-2:]] == ["", "above the upper limit"]


@pytest.mark.parametrize(
    ("values", "variation", "assurance", "because"),
    [
        (
            ORDINARY,
            "Common cause: ordinary variation",
            "Hit and miss: meets the target in some periods, by chance alone",
            "",
        ),
        (ORDINARY[:4], "Sustained", "", "4 figures are too few for limits: there are some from 10."),
    ],
)
def test_names_stand_beside_the_icons_or_in_place_of_them(values, variation, assurance, because):
    words = said(values, target=51)

    assert (words.variation, words.assurance, words.because) == (variation, assurance, because)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("90.1961", "90.2%", id="one place more than usual"),
        pytest.param("90", "90%", id="no more than it has"),
        pytest.param("51.3566", "51.357%", id="as many as keep it below the mean"),
    ],
)
def test_a_point_is_said_as_finely_as_the_mean_beside_it(value, shown):
    spc = analyse(series(ORDINARY, **PERCENT))

    assert spc.limits.mean == Decimal("51.35714285714285714285714286")
    assert shown_point(Decimal(value), spc.series, spc.limits) == shown
