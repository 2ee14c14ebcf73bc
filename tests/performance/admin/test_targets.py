from decimal import Decimal

import pytest

from performance.models import Benchmark, Target
from tests.council.admin.filled import problems, row_problems, save
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory, TargetFactory

ADD = "/admin/performance/target/add/"


def add(client, written, base="", meant="", **kind):
    indicator = IndicatorFactory(**kind)
    return save(
        client, ADD, indicator=indicator.pk, year="2026/27", as_written=written, base=base, meant=meant
    )


@pytest.mark.shows("F17")
@pytest.mark.parametrize(
    "kind, written, expected",
    [
        pytest.param({}, "85%", {"basis": "absolute", "value": 85}, id="figure"),
        pytest.param(
            {"direction": "range"}, "40 to 60%", {"basis": "range", "low": 40, "high": 60}, id="range"
        ),
        pytest.param(
            {"value_kind": "level", "levels": "Level 1\nLevel 2"},
            "Level 2",
            {"basis": "words", "words": "Level 2", "value": 1},
            id="level",
        ),
        pytest.param({"value_kind": "yes_no"}, "Yes", {"basis": "words", "words": "Yes"}, id="yes"),
        pytest.param(
            {"value_kind": "date", "direction": "lower"},
            "by 31 March 2027",
            {"basis": "words", "words": "2027-03-31"},
            id="date",
        ),
        pytest.param(
            {"value_kind": "money"}, "£2,000,000", {"basis": "absolute", "value": 2_000_000}, id="money"
        ),
    ],
)
def test_a_target_is_read_from_what_the_plan_says(keeper, kind, written, expected):
    answer = add(keeper, written, **kind)

    assert answer.status_code == 302, problems(answer)
    target = Target.objects.get()
    assert target.as_written == written
    assert {name: getattr(target, name) for name in expected} == expected


@pytest.mark.shows("S2-24", "F17")
def test_plus_5_per_cent_is_asked_back_with_both_meanings(keeper):
    answer = add(keeper, "+5%", base="60")

    said = problems(answer)
    assert said["as_written"] == [
        "“+5%” can mean 65% (5 points more than 60%) or 63% (5 per cent more than 60%): "
        "enter “+5 points” or “+5 per cent”"
    ]
    assert said["meant"] == ["Choose which is meant, or type it out"]
    assert answer.context["adminform"].form["as_written"].value() == "+5%"
    assert not Target.objects.exists()


@pytest.mark.shows("S2-24")
@pytest.mark.parametrize("meant, value", [("points", "65"), ("per_cent", "63")])
def test_what_is_meant_is_kept_beside_what_is_written(keeper, meant, value):
    add(keeper, "+5%", base="60", meant=meant)

    target = Target.objects.get()
    assert (target.as_written, target.basis, target.change, target.base, target.value) == (
        "+5%",
        meant,
        Decimal(5),
        Decimal(60),
        Decimal(value),
    )


def test_what_is_meant_stays_chosen_when_the_target_is_opened_again(keeper):
    add(keeper, "+5%", base="60", meant="points")
    address = f"/admin/performance/target/{Target.objects.get().pk}/change/"

    answer = save(keeper, address, base="62", why="The base was wrong")

    assert answer.status_code == 302
    assert Target.objects.get().value == 67


@pytest.mark.shows("S2-24")
def test_a_change_needs_the_figure_that_it_starts_from(keeper):
    assert problems(add(keeper, "+5 points")) == {"base": ["Enter the figure that the change starts from"]}


def test_the_base_of_a_figure_to_reach_is_not_kept(keeper):
    add(keeper, "85%", base="60")

    assert Target.objects.get().base is None


@pytest.mark.parametrize("written", ["about right", "1e400", "NaN", "140%", "a\0b", "x" * 1_000_000])
def test_a_target_that_cannot_be_read_is_told_and_kept_in_its_box(keeper, written):
    answer = add(keeper, written)

    assert list(problems(answer)) == ["as_written"]
    assert answer.context["adminform"].form["as_written"].value() == written


def test_the_form_shows_what_was_read(keeper):
    target = TargetFactory(as_written="85%", value=85)

    assert "85%" in keeper.get(f"/admin/performance/target/{target.pk}/change/").content.decode()


def test_a_target_for_a_period_is_of_its_year_and_cycle(keeper):
    indicator, period = IndicatorFactory(), PeriodFactory(cycle=CycleFactory(name="Annual"), year=2026)

    answer = save(
        keeper, ADD, indicator=indicator.pk, period=period.pk, year="2025/26", as_written="85%", base=""
    )

    assert problems(answer) == {
        "period": ["Choose a period of the indicator’s own cycle"],
        "year": [f"{period} is reported under 2026/27"],
    }


def test_targets_are_typed_below_their_indicator_too(keeper):
    indicator = IndicatorFactory()
    address = f"/admin/performance/indicator/{indicator.pk}/change/"

    refused = save(keeper, address, targets__0__year="2026/27", targets__0__as_written="+5%", why="Plan")
    taken = save(keeper, address, targets__0__year="2026/27", targets__0__as_written="85%", why="Plan")

    assert "can mean 5 points more or 5 per cent more" in row_problems(refused)[0]["as_written"][0]
    assert taken.status_code == 302
    assert indicator.targets.get().value == 85


def test_a_second_target_for_a_year_is_refused_in_a_sentence(keeper):
    target = TargetFactory(year=2026)

    answer = save(keeper, ADD, indicator=target.indicator_id, year="2026/27", as_written="85%", base="")

    assert problems(answer) == {"": ["This indicator already has a target for that year."]}


@pytest.mark.shows("S2-27", "F18")
def test_a_benchmark_is_read_from_what_is_published(keeper):
    indicator = IndicatorFactory(value_kind="level", levels="Level 1\nLevel 2")

    save(
        keeper,
        f"/admin/performance/indicator/{indicator.pk}/change/",
        benchmarks__0__year="2000/01",
        benchmarks__0__group="All English councils",
        benchmarks__0__as_written="Level 1",
        why="Audit of 2000/01",
    )

    benchmark = Benchmark.objects.get()
    assert (benchmark.label, benchmark.words, benchmark.value) == ("Top 25%", "Level 1", 0)


@pytest.mark.shows("F32")
def test_a_rank_is_read_as_rank_and_number(keeper):
    indicator = IndicatorFactory(value_kind="percentage")
    page = f"/admin/performance/indicator/{indicator.pk}/change/"
    row = {"year": "2025/26", "kind": "rank", "label": "Our rank", "as_written": "12th of 45"}

    save(keeper, page, **{f"benchmarks__0__{name}": given for name, given in row.items()}, why="Tables")

    benchmark = Benchmark.objects.get()
    assert (benchmark.rank, benchmark.out_of, benchmark.value) == (12, 45, None)


def test_a_rank_that_is_none_is_refused_and_kept(keeper):
    indicator = IndicatorFactory(value_kind="percentage")
    page = f"/admin/performance/indicator/{indicator.pk}/change/"
    row = {"year": "2025/26", "kind": "rank", "label": "Our rank", "as_written": "46 of 45"}

    answer = save(
        keeper, page, **{f"benchmarks__0__{name}": given for name, given in row.items()}, why="Tables"
    )

    assert "A rank is between 1 and 45: look at both numbers again" in answer.content.decode()
    assert 'value="46 of 45"' in answer.content.decode()
    assert not Benchmark.objects.exists()
