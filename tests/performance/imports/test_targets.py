"""A file of targets sets what the council means to reach; what can mean two things is asked about."""

from decimal import Decimal

import pytest

from performance.models import Target
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.imports.files import applied, csv, differences, effects, planned, told

pytestmark = pytest.mark.django_db
HEADER = "Reference,Indicator,Year,Period,Target,Starts from"


@pytest.fixture
def satisfied(service):
    return IndicatorFactory(service=service, reference="BV 3", title="Citizens satisfied")


@pytest.mark.shows("F18", "F24")
@pytest.mark.parametrize(
    "target, kept",
    [
        pytest.param("85%", ("absolute", Decimal(85), None), id="figure"),
        pytest.param("at least 85", ("absolute", Decimal(85), None), id="at-least"),
        pytest.param("+5 points", ("points", None, Decimal(5)), id="points-without-a-base"),
    ],
)
def test_target_of_a_year_is_added(satisfied, target, kept):
    applied("targets", csv(HEADER, f"BV 3,Citizens satisfied,2026/27,,{target}"))

    row = Target.objects.get()
    assert (row.indicator, row.year, row.period, row.as_written) == (satisfied, 2026, None, target)
    assert (row.basis, row.value, row.change) == kept
    assert row.history.get().history_change_reason == "Imported from file.csv"


def test_target_of_a_period_is_added_in_the_year_of_the_period(satisfied):
    period = lives.quarter(2)

    applied("targets", csv(HEADER, "BV 3,,,Q2 2026/27,70%"))

    row = Target.objects.get()
    assert (row.period, row.year, row.value) == (period, 2026, 70)


@pytest.mark.shows("S2-24")
@pytest.mark.parametrize(
    "answer, basis, value",
    [
        pytest.param("+5 points", "points", Decimal(65), id="points"),
        pytest.param("+5 per cent", "per_cent", Decimal(63), id="per-cent"),
    ],
)
def test_plus_5_per_cent_is_asked_about_and_then_kept_as_written(satisfied, answer, basis, value):
    content = csv(HEADER, "BV 3,Citizens satisfied,2026/27,,+5%,60%")

    asked = planned("targets", content)
    applied("targets", content, answers={"target-2": answer})

    (question,) = asked.open_questions
    assert not asked.is_ready
    assert [(choice.value, choice.label) for choice in question.choices] == [
        ("+5 points", "65% (5 points more than 60%) (“+5 points”)"),
        ("+5 per cent", "63% (5 per cent more than 60%) (“+5 per cent”)"),
    ]
    row = Target.objects.get()
    assert (row.as_written, row.basis, row.value, row.base) == ("+5%", basis, value, 60)


@pytest.mark.shows("S2-24")
def test_change_starts_from_the_last_figure_of_the_year_before(satisfied):
    lives.signed_off(satisfied, lives.quarter(1, 2025), "50")
    lives.signed_off(satisfied, lives.quarter(2, 2025), "60")

    applied("targets", csv(HEADER, "BV 3,,2026/27,,+5 points"))

    assert (Target.objects.get().base, Target.objects.get().value) == (60, 65)


@pytest.mark.shows("FILE-49", "FILE-50")
@pytest.mark.parametrize("written", ["+5%", " +5% "])
def test_same_target_again_changes_nothing_and_asks_nothing(satisfied, written):
    TargetFactory(indicator=satisfied, as_written="+5%", basis="points", change=5, base=60, value=65)

    plan = planned("targets", csv(HEADER, f"BV 3,,2026/27,,{written}"))

    assert (effects(plan), plan.questions) == ([(2, "unchanged")], ())


def test_target_that_means_the_same_in_other_words_changes_nothing(satisfied):
    TargetFactory(indicator=satisfied, as_written="80%", value=80)

    assert effects(planned("targets", csv(HEADER, "BV 3,,2026/27,,80"))) == [(2, "unchanged")]


def test_changed_target_keeps_its_history(satisfied):
    target = TargetFactory(indicator=satisfied, as_written="80%", value=80)

    plan = planned("targets", csv(HEADER, "BV 3,,2026/27,,90%"))
    applied("targets", csv(HEADER, "BV 3,,2026/27,,90%"))

    target.refresh_from_db()
    assert differences(plan) == [[("Target", "80%", "90%")]]
    assert (target.value, target.version, target.history.count()) == (90, 2, 2)


@pytest.mark.shows("FILE-51")
def test_row_without_a_target_is_left_alone(satisfied):
    assert effects(planned("targets", csv(HEADER, "BV 3,,2026/27,,", "BV 3,,2027/28,,9%"))) == [(3, "new")]


@pytest.mark.shows("R1", "FILE-47", "FILE-48")
@pytest.mark.parametrize(
    "rows, where, sentence",
    [
        pytest.param(["BV 3,,,,5%"], "Cell C2", "Write the year, such as 2026/27.", id="no-year"),
        pytest.param(["BV 3,,2026,,5%"], "Cell C2", "Enter a year such as 2026/27.", id="half-a-year"),
        pytest.param(["BV 3,,2026/27,,many"], "Cell E2", "Enter a percentage", id="no-figure"),
        pytest.param(["BV 3,,2026/27,,145%"], "Cell E2", "Enter a percentage", id="beyond-100"),
        pytest.param(["BV 3,,2026/27,,+5%,none"], "Cell F2", "", id="no-base"),
        pytest.param(
            ["BV 3,,2025/26,Q2 2026/27,5%"],
            "Cell C2",
            "Quarter 2 2026/27 lies in 2026/27, not in 2025/26.",
            id="other-year",
        ),
        pytest.param(
            ["BV 3,,2026/27,,5%", "BV 3,Citizens satisfied,2026/27,,6%"],
            "Row 3",
            "Rows 2 and 3 are both for BV 3 Citizens satisfied, 2026/27. Keep one of them.",
            id="twice",
        ),
        pytest.param(
            ["BV 99,,2026/27,,5%"], "Cell A2", "“BV 99” is no indicator of the register.", id="unknown"
        ),
        pytest.param(
            [",,2026/27,,5%"], "Row 2", "Write the reference or the name of the indicator.", id="nameless"
        ),
    ],
)
def test_what_cannot_be_used_is_named_by_its_cell(satisfied, rows, where, sentence):
    lives.quarter(2)

    plan = planned("targets", csv(HEADER, *rows))

    assert [problem[0] for problem in told(plan)] == [where]
    assert told(plan)[0][1].startswith(sentence)


@pytest.mark.shows("S2-26")
def test_reference_that_several_share_is_asked_about(service):
    first = IndicatorFactory(service=service, reference="p32", title="Consult")
    IndicatorFactory(service=service, reference="p32", title="Extend")
    content = csv(HEADER, "p32,,2026/27,,5%")

    asked = planned("targets", content)
    chosen = planned("targets", content, answers={"indicator-2": str(first.pk)})
    left_out = planned("targets", content, answers={"indicator-2": "none"})

    assert asked.open_questions[0].sentence == "“p32” is the name of several indicators. Which one is it?"
    assert effects(chosen) == [(2, "new")]
    assert effects(left_out) == [(2, "kept")]


@pytest.mark.shows("F17", "F24")
def test_range_for_an_indicator_of_which_higher_is_better_stops_the_file(satisfied):
    plan = planned("targets", csv(HEADER, "BV 3,Citizens satisfied,2026/27,,60-70"))

    (problem,) = plan.problems
    assert (problem.where, plan.is_ready) == ("Cell E2", False)
    assert problem.sentence.startswith("This is a range, and for this indicator higher is better")
