"""Reports in the register: written until they are presented, and fixed from then on."""

import datetime
from datetime import date

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from portfolios.choices import ImplicationAnswer
from portfolios.models import AwaitedEvent, Decision, KeyDecisionNotice, Promise, Report
from tests.council.admin.filled import filled, problems, save
from tests.factories import BodyFactory, MeetingFactory
from tests.factories.decisions import (
    DecisionFactory,
    ImplicationFactory,
    RecommendationFactory,
    ReportFactory,
    RouteStopFactory,
)
from tests.factories.promises import AwaitedEventFactory, PromiseFactory

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2026, 10, 7, 18, 0, tzinfo=datetime.UTC)


@pytest.fixture
def report():
    """Fit to be presented."""
    row = ReportFactory(subject="Food waste")
    RouteStopFactory(report=row)
    RecommendationFactory(report=row, number="1", words="That a trial be approved.")
    ImplicationFactory(report=row, why_none="Nothing changes in law.")
    return row


def change(row):
    return reverse(f"admin:portfolios_{row._meta.model_name}_change", args=[row.pk])


def present(client, *rows, **more):
    boxes = {
        ACTION_CHECKBOX_NAME: [row.pk for row in rows],
        "action": "present_reports",
        "index": "0",
        **more,
    }
    return client.post(reverse("admin:portfolios_report_changelist"), boxes, follow=True)


@pytest.mark.shows("F55", "S4-01")
def test_a_report_is_entered_with_its_route(keeper):
    body = BodyFactory(name="Cabinet")

    save(
        keeper,
        reverse("admin:portfolios_report_add"),
        subject="Food waste",
        agenda_words="To decide on a trial.",
        stops__TOTAL_FORMS="1",
        stops__0__number="1",
        stops__0__body=body.pk,
        stops__0__asked_to="decide",
        stops__0__read_as="",
    )

    assert Report.objects.get().stops.get().body == body


@pytest.mark.shows("F51")
def test_presenting_asks_first_and_then_fixes_the_words(keeper, report):
    asked = present(keeper, report).content.decode()
    report.refresh_from_db()
    assert "It cannot be undone." in asked
    assert report.presented_at is None

    done = present(keeper, report, sure="yes").content.decode()
    report.refresh_from_db()
    assert report.presented_at is not None
    assert "Its words are fixed from now on." in done
    assert report.history.first().history_change_reason == "Presented"


def test_a_report_that_lacks_something_is_not_presented(keeper):
    empty = ReportFactory(text="")

    said = present(keeper, empty, sure="yes").content.decode()

    empty.refresh_from_db()
    assert empty.presented_at is None
    assert "Enter the words of the report" in said
    assert "add a stop to its route" in said


@pytest.mark.shows("F51")
def test_fixed_words_have_no_box(keeper, report):
    Report.objects.update(presented_at=AT)

    boxes = filled(keeper, change(report))

    assert not {"subject", "text", "agenda_words", "recommendations-0-words", "implications-0-answer"} & set(
        boxes
    )
    assert {"stops-0-outcome", "implications-0-reviewed_on", "recommendations-0-verb"} <= set(boxes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"text": "Other words"}, id="text"),
        pytest.param({"agenda_words": "Other words"}, id="agenda"),
        pytest.param({"recommendations__0__words": "Other words"}, id="recommendation"),
        pytest.param({"implications__0__why_none": "Other words"}, id="implication"),
    ],
)
@pytest.mark.shows("F51")
def test_other_words_sent_for_fixed_ones_are_refused(keeper, report, changes):
    Report.objects.update(presented_at=AT)

    answer = save(keeper, change(report), why="Trying", stops__0__outcome="Endorsed", **changes)

    assert "its words are fixed" in answer.content.decode()
    report.refresh_from_db()
    assert report.text == "The words of the report."
    assert report.stops.get().outcome == ""
    assert report.recommendations.get().words == "That a trial be approved."


@pytest.mark.shows("F90", "F95")
def test_what_came_of_a_presented_report_can_still_be_entered(keeper, report):
    Report.objects.update(presented_at=AT)

    save(
        keeper,
        change(report),
        why="After the meeting",
        stops__0__outcome="Endorsed",
        implications__0__reviewed_on="8 October 2026",
        implications__0__review="Nothing changed",
    )

    assert report.stops.get().outcome == "Endorsed"
    assert report.implications.get().reviewed_on == date(2026, 10, 8)


def test_a_presented_report_is_not_deleted(keeper, report):
    Report.objects.update(presented_at=AT)

    assert keeper.get(reverse("admin:portfolios_report_delete", args=[report.pk])).status_code == 403


def test_a_decision_takes_the_report_of_its_recommendation(keeper, report):
    decision = DecisionFactory(report=None)

    save(keeper, change(decision), recommendation=report.recommendations.get().pk, why="Found the paper")

    decision.refresh_from_db()
    assert decision.report == report


def test_a_decision_fits_the_meeting_it_names(keeper):
    meeting = MeetingFactory(body=BodyFactory(name="Council"), held_on=date(2026, 9, 30))
    decision = DecisionFactory(body=BodyFactory(name="Cabinet", kind="executive"))

    told = problems(save(keeper, change(decision), meeting=meeting.pk, why="Filed"))

    assert told["meeting"] == ["This is a meeting of Council, not of Cabinet"]
    assert told["decided_on"] == ["The meeting was on 30 September 2026"]
    assert Decision.objects.get().meeting is None


@pytest.mark.parametrize(
    "procedure, field",
    [
        pytest.param("general_exception", "chair_told_on", id="general"),
        pytest.param("special_urgency", "agreed_by", id="urgency"),
    ],
)
@pytest.mark.shows("F85")
def test_an_exception_is_asked_for_what_it_needs(keeper, procedure, field):
    answer = save(
        keeper,
        reverse("admin:portfolios_keydecisionnotice_add"),
        matter="Roof",
        published_on="2 November 2026",
        why_key="It costs £200,000.",
        procedure=procedure,
    )

    assert {field, "exception_reasons"} <= set(problems(answer))
    assert not KeyDecisionNotice.objects.exists()


@pytest.mark.shows("S3-16")
def test_an_event_that_happens_wakes_implications_and_dates_promises(keeper):
    event = AwaitedEventFactory(name="The contract starts")
    row = ImplicationFactory(answer=ImplicationAnswer.CONDITIONAL, event=event)
    PromiseFactory(due_kind="event", due_on=None, event=event, months_after=6)

    save(keeper, change(event), happened_on="1 October 2026", why="It was signed")

    assert list(type(row).objects.awake(on=date(2026, 10, 1))) == [row]
    assert not type(row).objects.awake(on=date(2026, 9, 30))
    assert Promise.objects.get().due_on == date(2027, 4, 1)
    assert AwaitedEvent.objects.get().version == 2
