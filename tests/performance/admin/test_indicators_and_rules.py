import pytest
from django.contrib.messages import get_messages

from performance.models import RatingRule, Return
from tests.council.admin.filled import problems, save
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory, RatingRuleFactory


@pytest.mark.shows("S2-26")
def test_two_indicators_may_share_a_reference(keeper):
    first = IndicatorFactory(reference="p32")

    answer = save(
        keeper,
        "/admin/performance/indicator/add/",
        reference="p32",
        title="Another",
        service=first.service_id,
        cycle=first.cycle_id,
        value_kind="count",
        direction="higher",
        reference_kind="plan",
    )

    assert answer.status_code == 302
    assert type(first).objects.filter(reference="p32").count() == 2


STOCK = "The values of a year will be added to its figure. What stands at one moment, such as a register"


@pytest.mark.parametrize(
    "change, is_said",
    [
        pytest.param({"value_kind": "count"}, True, id="count"),
        pytest.param({"value_kind": "money"}, True, id="money"),
        pytest.param({"value_kind": "count", "year_to_date": "latest"}, False, id="latest chosen"),
        pytest.param({"value_kind": "count", "year_to_date": "sum"}, False, id="sum chosen"),
        pytest.param({"value_kind": "count", "is_cumulative": "on"}, False, id="from the start of the year"),
        pytest.param({"value_kind": "percentage"}, False, id="share"),
    ],
)
def test_who_leaves_a_count_as_usual_is_told_that_it_is_added(keeper, change, is_said):
    url = f"/admin/performance/indicator/{IndicatorFactory().pk}/change/"

    answer = save(keeper, url, **change, why="Test")

    assert answer.status_code == 302
    told = [str(each) for each in get_messages(answer.wsgi_request)]
    assert any(each.startswith(STOCK) for each in told) == is_said


def test_yearly_count_has_nothing_to_add(keeper):
    indicator = IndicatorFactory(cycle=CycleFactory(frequency="annual"))

    answer = save(
        keeper, f"/admin/performance/indicator/{indicator.pk}/change/", value_kind="count", why="Test"
    )

    assert answer.status_code == 302
    assert not any(str(each).startswith(STOCK) for each in get_messages(answer.wsgi_request))


def test_form_says_what_to_choose_for_what_stands_at_one_moment(keeper):
    page = keeper.get(f"/admin/performance/indicator/{IndicatorFactory().pk}/change/").content.decode()

    assert (
        "such as a register, a waiting list or cases in hand, is not to be added: choose the latest value"
        in page
    )


@pytest.mark.parametrize(
    "change, said",
    [
        pytest.param(
            {"minimum": "10", "maximum": "5"},
            {"maximum": ["The largest value is below the smallest"]},
            id="ends-crossed",
        ),
        pytest.param(
            {"value_kind": "milestone", "takes_monthly_values": "on"},
            {"takes_monthly_values": ["Only figures have monthly values"]},
            id="months-of-words",
        ),
        pytest.param(
            {"value_kind": "level"},
            {"levels": ["Enter the levels, one a line, the lowest first"]},
            id="level-without-levels",
        ),
        pytest.param(
            {"decimals": "9"},
            {"decimals": ["Select a valid choice. 9 is not one of the available choices."]},
            id="too-many-decimals",
        ),
    ],
)
def test_an_indicator_that_cannot_be_measured_is_told(keeper, change, said):
    indicator = IndicatorFactory()

    answer = save(keeper, f"/admin/performance/indicator/{indicator.pk}/change/", **change, why="Test")

    assert problems(answer) == said


def test_what_returns_rest_on_does_not_change_under_them(keeper):
    indicator = IndicatorFactory()
    Return.objects.create(indicator=indicator, period=PeriodFactory())

    answer = save(
        keeper,
        f"/admin/performance/indicator/{indicator.pk}/change/",
        value_kind="count",
        cycle=CycleFactory(name="Monthly", frequency="monthly").pk,
        why="Test",
    )

    told = ["Returns have been made in it. Make a new indicator instead"]
    assert problems(answer) == {"value_kind": told, "cycle": told}


def test_a_new_definition_is_a_new_version(keeper):
    indicator = IndicatorFactory()

    save(
        keeper,
        f"/admin/performance/indicator/{indicator.pk}/change/",
        definitions__TOTAL_FORMS="1",
        definitions__0__number="1",
        definitions__0__wording="Waste sent for recycling as a share of all household waste.",
        why="Plan 2026/27",
    )

    assert indicator.definitions.get().number == 1


@pytest.mark.shows("F36")
def test_a_rule_shows_what_it_says(keeper):
    rule = RatingRuleFactory(amber_tolerance=10)

    for page in ("", f"{rule.pk}/change/"):
        shown = keeper.get(f"/admin/performance/ratingrule/{page}").content.decode()

        assert "Green at the target or better; amber down to 90% of the target; lower is worse." in shown
        assert "Green at the target or better; amber up to 110% of the target; higher is worse." in shown


@pytest.mark.parametrize(
    "change, said",
    [
        pytest.param(
            {"green_tolerance": "20", "amber_tolerance": "10"}, "amber_tolerance", id="amber-inside-green"
        ),
        pytest.param({"green_tolerance": "-1"}, "green_tolerance", id="below-0"),
        pytest.param({"basis": "thresholds"}, "green_at", id="thresholds-without-figures"),
    ],
)
def test_a_rule_that_cannot_rate_is_told_at_its_field(keeper, change, said):
    rule = RatingRuleFactory()

    answer = save(keeper, f"/admin/performance/ratingrule/{rule.pk}/change/", **change, why="Test")

    assert said in problems(answer)


def test_thresholds_the_wrong_way_round_for_the_indicator_are_told(keeper):
    rule = RatingRuleFactory(indicator=IndicatorFactory(direction="lower"))

    answer = save(
        keeper,
        f"/admin/performance/ratingrule/{rule.pk}/change/",
        basis="thresholds",
        green_at="90",
        amber_at="80",
        why="Test",
    )

    assert problems(answer) == {
        "amber_at": ["Lower is better, so amber must begin at or above where green begins"]
    }


def test_one_rule_a_year(keeper):
    RatingRuleFactory(year=2026)

    answer = save(keeper, "/admin/performance/ratingrule/add/", name="Another", year="2026/27")

    assert problems(answer) == {"": ["The council already has a rule from that year."]}
    assert RatingRule.objects.count() == 1
