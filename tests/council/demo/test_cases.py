"""The cases of the demo council: written at once, and yet what the verbs of the pages would have left."""

import datetime
from collections import Counter
from itertools import pairwise

import pytest

from complaints.choices import CaseKind, CaseState, CaseStep, Channel, Finding
from complaints.figures.possible_duplicates import possible_pairs
from complaints.models import (
    Case,
    CaseEntry,
    CaseNumber,
    Clock,
    Contact,
    Customer,
    Extension,
    Incident,
    Message,
    PointAnswer,
    Remedy,
    Survey,
    SurveyRequest,
)
from complaints.operations.ending import withdraw
from complaints.rules.clocks import due_day, where_laid_down
from complaints.rules.life import state_after
from council.access import Role
from council.models import User, holidays_of
from council.periods import local_day
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def demo(council, db):
    """Every test here looks at the demo council."""
    return council


def lives():
    """Each case with its entries, the oldest first."""
    for case in Case.objects.prefetch_related("entries", "clocks").select_related("procedure"):
        yield case, sorted(case.entries.all(), key=lambda each: each.number)


def test_there_is_a_year_and_a_half_of_every_kind_channel_and_end():
    cases = Case.objects.all()

    assert 380 <= cases.count() <= 420
    assert {each.kind for each in cases} == set(CaseKind)
    assert {each.channel for each in cases} == set(Channel)
    assert {each.state for each in cases} == set(CaseState)
    first = min(each.received_on for each in cases)
    assert datetime.timedelta(500) < NOVEMBER - first < datetime.timedelta(560)
    assert cases.filter(stage=2).count() >= 15
    assert cases.open().count() >= 15
    assert 3 <= cases.overdue(on=NOVEMBER).count() <= 15
    assert cases.waiting_for_triage().count() >= 2


def test_there_are_findings_causes_remedies_extensions_and_messages():
    answers = PointAnswer.objects.all()

    assert {each.finding for each in answers} == set(Finding)
    assert len({each.cause_id for each in answers}) >= 7
    assert Remedy.objects.outstanding().exists()
    assert len({each.kind for each in Remedy.objects.all()}) == 6
    assert Extension.objects.count() >= 5
    assert len({each.kind for each in Message.objects.all()}) == 8


def test_one_event_was_told_by_25_people():
    incident = Incident.objects.earliest("began_on")

    assert len({case.customer_id for case in incident.cases.all()}) == 25
    assert Contact.objects.filter(case__incident=incident).count() == 25
    for telling in incident.tellings.all():
        assert Message.objects.filter(key__endswith=f":telling-{telling.pk}").count() == 25


def test_somebody_is_to_be_merged_is_merged_and_is_spoken_for():
    team = User.objects.get(username="complaints")

    assert len(possible_pairs(team)) == 2
    assert Customer.objects.exclude(merged_into=None).count() == 1
    assert Case.objects.exclude(representative=None).count() == 1
    assert Customer.objects.exclude(adjustments="").count() >= 5
    assert Incident.objects.going_on(on=NOVEMBER).get().cases.exists()


def test_each_entry_follows_from_the_one_before_by_the_law_of_steps():
    for case, entries in lives():
        assert [entry.number for entry in entries] == list(range(1, len(entries) + 1)), case
        assert (entries[0].step, entries[0].state) == (CaseStep.RECEIVED, CaseState.WAITING), case
        for before, after in pairwise(entries):
            assert after.state == state_after(after.step, before.state), (case, after)
            assert before.at < after.at, (case, after)
            assert after.stage - before.stage == (after.step == CaseStep.ESCALATED), (case, after)
        assert local_day(entries[-1].at) < NOVEMBER, case


def test_each_case_stands_as_its_newest_entry_left_it():
    for case, entries in lives():
        newest = entries[-1]
        assert (case.state, case.stage, case.due_on) == (newest.state, newest.stage, newest.due_on), case
        assert case.version == len(entries), case
        running = [each for each in case.clocks.all() if each.done_on is None and each.called_off_on is None]
        nearest = min(running, key=lambda each: (each.due_on, each.pk), default=None)
        assert (case.due_on, case.due_for) == ((nearest.due_on, nearest.kind) if nearest else (None, "")), (
            case
        )
        assert (case.closed_on is None) == (
            case.state not in (CaseState.CLOSED, CaseState.REFUSED, CaseState.WITHDRAWN)
        )


def test_each_clock_is_counted_as_its_procedure_says():
    holidays = holidays_of("england-and-wales")
    for clock in Clock.objects.select_related("case__procedure").prefetch_related("extensions"):
        procedure = clock.case.procedure
        assert clock.working_days == procedure.working_days(clock.stage, clock.kind)
        assert clock.rule == where_laid_down(procedure.code, clock.stage, clock.kind, procedure.source)
        assert clock.first_due_on == due_day(clock.started_on, clock.working_days, holidays)
        assert clock.due_on == due_day(clock.started_on, clock.working_days + clock.extended_by, holidays)
        assert clock.extended_by == sum(each.working_days for each in clock.extensions.all())
        assert clock.extended_by <= procedure.extension(clock.stage)


def test_what_was_replied_late_says_why_and_stage_two_is_somebody_elses():
    late = Clock.objects.filter(kind="reply", done_on__gt=datetime.date(1, 1, 1)).late(on=NOVEMBER)
    assert late.exists()
    assert not late.filter(late_why="").exists()
    for case in Case.objects.filter(stage=2):
        replies = CaseEntry.objects.filter(case=case, step=CaseStep.REPLIED)
        by_stage = {entry.stage: entry.by_id for entry in replies}
        assert by_stage[1] != case.handler_id
        assert by_stage.get(2, case.handler_id) == case.handler_id


def test_references_are_numbered_as_they_came_and_go_on():
    for year, last in CaseNumber.objects.values_list("year", "last"):
        cases = Case.objects.filter(received_on__year=year).order_by("reference")
        assert [case.reference for case in cases] == [
            f"C-{year}-{number:04}" for number in range(1, last + 1)
        ]
        days = [case.received_on for case in cases]
        assert days == sorted(days)


def test_a_case_goes_on_by_the_verbs_of_the_pages():
    case, at = Case.objects.open().latest("pk"), datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)
    by = User.objects.get(username="complaints")
    row = withdraw(case, expected=case.version, why="No need", by=by, at=at)

    assert (row.state, by.role) == (CaseState.WITHDRAWN, Role.COMPLAINTS_OFFICER)
    assert not case.clocks.running().exists()


def test_customers_lead_nowhere_and_nothing_waits_to_be_sent():
    assert all(row.email.endswith("@example.com") for row in Customer.objects.exclude(email=""))
    assert all(row.phone.startswith("01632 960") for row in Customer.objects.exclude(phone=""))
    assert not Message.objects.to_send().exists()
    assert Counter(each.key for each in Message.objects.all()).most_common(1)[0][1] == 1


def test_a_third_of_those_asked_answered_and_some_had_it_taken_up_again():
    asked = SurveyRequest.objects.asked()
    answered = asked.exclude(answered_at=None)

    assert 0.25 < answered.count() / asked.count() < 0.45
    assert set(answered.exclude(fixed="").values_list("fixed", flat=True)) == {"yes", "partly", "no"}
    assert CaseEntry.objects.filter(step=CaseStep.REOPENED).exists()
    assert Survey.objects.live_on(NOVEMBER).name == "How did we do?"
    assert Survey.objects.count() == 2
    for request in answered.prefetch_related("answers"):
        said = {each.question: each.said or each.words for each in request.answers.all()}
        names = ("handling", "outcome", "fixed", "words")
        assert said == {name: getattr(request, name) for name in names if getattr(request, name)}
