"""A file of indicators adds to the register and changes it, each row shown before."""

import datetime

import pytest

from performance.models import Indicator
from tests.factories import CycleFactory, IndicatorFactory, PostFactory, ServiceFactory
from tests.performance.imports.files import applied, csv, differences, effects, planned, told

pytestmark = pytest.mark.django_db
HEADER = (
    "Reference,Indicator,Service,Kind,Better is,Returned,Unit,Decimals,Owner,Minimum,Maximum,From,To,Levels"
)
NEW = "BV 9,Bins emptied on the day,Waste and recycling,Percentage,Higher is better,Quarterly"


@pytest.fixture
def cycle():
    return CycleFactory()


@pytest.fixture
def bins(service, cycle):
    return IndicatorFactory(service=service, cycle=cycle, reference="BV 1", title="Missed bins", unit="bins")


@pytest.mark.shows("F14", "F24")
def test_new_indicator_is_added_with_all_its_row_says(service, cycle):
    post = PostFactory(title="Head of Waste", abbreviation="HW", service=service)
    content = csv(HEADER, f"{NEW},,1,HW,0,100,1 April 2026,31/03/2028,")

    _, number = applied("indicators", content)

    row = Indicator.objects.get()
    assert number == 1
    assert (row.reference, row.title, row.service, row.owner) == (
        "BV 9",
        "Bins emptied on the day",
        service,
        post,
    )
    assert (row.value_kind, row.direction, row.cycle, row.decimals) == ("percentage", "higher", cycle, 1)
    assert (row.minimum, row.maximum) == (0, 100)
    assert (row.starts_on, row.ends_on) == (datetime.date(2026, 4, 1), datetime.date(2028, 3, 31))
    assert (row.history.get().history_change_reason, row.history.get().history_user.username[:4]) == (
        "Imported from file.csv",
        "user",
    )


@pytest.mark.parametrize(
    "cells, expected",
    [
        pytest.param("%,Lower", ("percentage", "lower"), id="per-cent-sign"),
        pytest.param("£,up", ("money", "higher"), id="pound-sign"),
        pytest.param("Yes or no,Within a range is best", ("yes_no", "range"), id="labels"),
        pytest.param("ORDERED LEVEL,neither", ("level", "neither"), id="capitals"),
    ],
)
def test_kind_and_direction_are_read_as_people_write_them(service, cycle, cells, expected):
    applied(
        "indicators",
        csv("Indicator,Service,Kind,Better is,Returned", f"X,Waste and recycling,{cells},Quarterly"),
    )

    row = Indicator.objects.get()
    assert (row.value_kind, row.direction) == expected


@pytest.mark.parametrize(
    "reference, kind",
    [
        pytest.param("156", "national", id="number"),
        pytest.param("Local 3", "local", id="local"),
        pytest.param("p32", "plan", id="page"),
    ],
)
@pytest.mark.shows("S2-08")
def test_who_gave_a_new_reference_is_told_from_its_form(service, cycle, reference, kind):
    applied("indicators", csv(HEADER, NEW.replace("BV 9", reference)))

    assert Indicator.objects.get().reference_kind == kind


@pytest.mark.shows("FILE-51")
def test_blank_cell_leaves_the_register_as_it_is(bins):
    plan = planned("indicators", csv("Reference,Indicator,Unit,Decimals", "BV 1,Missed bins,,2"))

    assert effects(plan) == [(2, "changed")]
    assert differences(plan) == [[("Decimals", "0", "2")]]


def test_change_is_saved_with_its_history_and_a_new_version(bins):
    applied("indicators", csv("Reference,Indicator,Unit", "BV 1,Missed bins,sacks"), name="bins.csv")

    bins.refresh_from_db()
    assert (bins.unit, bins.version) == ("sacks", 2)
    assert bins.history.first().history_change_reason == "Imported from bins.csv"


@pytest.mark.shows("FILE-50")
def test_row_that_says_what_is_there_changes_nothing(bins):
    plan = planned("indicators", csv("Ref,Name,Unit,Service", "BV 1,Missed bins,bins,waste AND recycling"))

    assert (effects(plan), plan.is_ready) == ([(2, "unchanged")], False)


def test_row_that_spells_a_name_otherwise_changes_its_spelling(bins):
    plan = planned("indicators", csv("Ref,Name", "bv1,MISSED  bins"))

    assert differences(plan) == [[("Reference", "BV 1", "bv1"), ("Indicator", "Missed bins", "MISSED  bins")]]


@pytest.mark.shows("S2-26")
def test_doubtful_row_is_asked_about_and_both_answers_are_kept_to(bins, cycle):
    content = csv(HEADER, "BV 1,Bins missed,Waste and recycling,Count,Lower is better,Quarterly,,,,,,,,")

    asked = planned("indicators", content)
    (question,) = asked.questions
    as_new = planned("indicators", content, answers={question.key: "new"})
    as_old = planned("indicators", content, answers={question.key: str(bins.pk)})

    assert (asked.is_ready, [choice.value for choice in question.choices]) == (False, [str(bins.pk), "new"])
    assert effects(as_new) == [(2, "new")]
    assert differences(as_old)[0][0] == ("Indicator", "Missed bins", "Bins missed")


def test_answer_that_was_not_offered_counts_for_nothing(bins):
    plan = planned("indicators", csv(HEADER, NEW.replace("BV 9", "BV 1")), answers={"indicator-2": "999999"})

    assert len(plan.open_questions) == 1


def test_service_that_was_chosen_counts_where_a_row_names_none(service, cycle):
    applied("indicators", csv(HEADER, NEW.replace("Waste and recycling", "")), service=service.pk)

    assert Indicator.objects.get().service == service


def test_service_whose_name_two_have_is_told_by_what_stands_above_it(cycle):
    place, people = ServiceFactory(name="Place"), ServiceFactory(name="People")
    ServiceFactory(name="Support", parent=people)
    support = ServiceFactory(name="Support", parent=place)

    asked = planned("indicators", csv(HEADER, NEW.replace("Waste and recycling", "Support")))
    applied("indicators", csv(HEADER, NEW.replace("Waste and recycling", "Place / Support")))

    assert told(asked) == [
        (
            "Cell C2",
            "There are 2 services of this name. Write the one you mean: “/ People / Support”; “/ Place / Support”.",
        )
    ]
    assert Indicator.objects.get().service == support


def test_levels_stand_one_a_line_in_the_register(service, cycle):
    row = NEW.replace("Percentage", "Ordered level") + ",,,,,,,,Level 1; Level 2; Level 3"

    applied("indicators", csv(HEADER, row))

    assert Indicator.objects.get().level_names == ["Level 1", "Level 2", "Level 3"]


@pytest.mark.shows("T19", "T17", "T8")
@pytest.mark.parametrize(
    "title",
    ["'; DROP TABLE performance_indicator", "{{7*7}}", "ŵ اردو 中文", "<script>go()</script>", "Null"],
)
def test_words_that_look_like_something_else_are_kept_as_words(service, cycle, title):
    applied("indicators", csv(HEADER, NEW.replace("Bins emptied on the day", title)))

    assert Indicator.objects.get().title == title


def test_a_file_says_which_indicators_take_monthly_values(bins):
    applied("indicators", csv("Reference,Indicator,Takes monthly values", "BV 1,Missed bins,Yes"))

    bins.refresh_from_db()
    assert bins.takes_monthly_values
