import datetime

import pytest
from django.db.models import ProtectedError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from complaints.choices import CaseKind, FeedbackStep
from complaints.figures.feedback_report import parts_of, standings
from complaints.figures.feedback_return import told_now
from complaints.models import Case, FeedbackEntry, FeedbackReturn
from complaints.models.feedback_return import quarter_of
from complaints.operations.feedback_reports import (
    NothingSaid,
    ReportPresented,
    StillRunning,
    add_report_erratum,
    begin_report,
    present_report,
    write_report,
)
from complaints.operations.feedback_returns import (
    NOT_BEGUN,
    HandedIn,
    draft_return,
    hand_in_return,
    send_return_back,
)
from complaints.operations.steps import Stopped
from complaints.rules.feedback_report import whole_of
from council.audit import Conflict
from tests.complaints.lives import at, day
from tests.factories import BodyFactory, PostFactory, ResponsibilityFactory, ServiceFactory, UserFactory
from tests.factories.complaints import case

SPAN = quarter_of(2026, 3)
OVER = "2027-01-12"
WORDS = dict.fromkeys(("requests", "complaints", "compliments", "actions"), "Nothing new.")


@pytest.fixture
def team(service):
    service.manager = PostFactory(title="Waste manager")
    service.save()
    return service


def how(by, on=OVER, **stated):
    usual = {"year": 2026, "quarter": 3, "words": WORDS, "expected": NOT_BEGUN, "by": by, "at": at(on)}
    return usual | stated


def handed_in(team, by, **stated):
    return hand_in_return(team, figures=told_now(team, SPAN, on=day(OVER)).values, **how(by, **stated))


@pytest.mark.shows("S1-06")
def test_a_return_keeps_the_figures_it_was_handed_in_with(team, officer, holidays):
    case(service=team)
    row = handed_in(team, officer)
    case(service=team)

    [standing] = standings(SPAN, quarter=3, on=day(OVER))
    assert row.step == FeedbackStep.HANDED_IN
    assert (standing.counts["complaints"], standing.has_returned) == (1, True)
    entry = FeedbackEntry.objects.get()
    assert entry.content["words"] == WORDS
    with pytest.raises(ProtectedError):
        row.delete()


def test_a_quarter_that_is_not_over_cannot_be_handed_in_but_drafted(team, officer):
    with pytest.raises(Stopped, match="ends on 31 December 2026"):
        hand_in_return(team, figures={}, **how(officer, "2026-12-31"))

    assert draft_return(team, **how(officer, "2026-12-31")).step == FeedbackStep.DRAFTED


def test_what_is_handed_in_is_written_no_more_until_it_is_sent_back(team, officer, lead_officer):
    row = handed_in(team, officer)
    with pytest.raises(HandedIn, match="12 January 2027"):
        draft_return(team, **how(officer, expected=row.version))

    with pytest.raises(Stopped, match="put right"):
        send_return_back(row, expected=row.version, why="", by=lead_officer, at=at(OVER))
    row = send_return_back(row, expected=row.version, why="Say more", by=lead_officer, at=at(OVER))
    with pytest.raises(Stopped, match="with its team"):
        send_return_back(row, expected=row.version, why="Again", by=lead_officer, at=at(OVER))
    row = handed_in(team, officer, expected=row.version, words=WORDS | {"actions": "Two done."})

    assert [each.step for each in row.entries.all()] == ["handed_in", "sent_back", "handed_in"]


def test_two_who_begin_or_save_at_once_do_not_overwrite_each_other(team, officer):
    row = draft_return(team, **how(officer))

    with pytest.raises(Conflict):
        draft_return(team, **how(officer))
    draft_return(team, **how(officer, expected=row.version))
    with pytest.raises(Conflict):
        draft_return(team, **how(officer, expected=row.version))
    assert FeedbackReturn.objects.count() == 1


@pytest.fixture
def body(team):
    return ResponsibilityFactory(
        service=team, portfolio=None, body=BodyFactory(name="Planning Committee")
    ).body


def report(by, body=None, **stated):
    return begin_report(**({"year": 2026, "quarter": 3, "body": body, "by": by, "at": at(OVER)} | stated))


def written(row, by):
    return write_report(row, summary="Bins.", chief_executive="Thanks.", expected=row.version, by=by)


@pytest.mark.shows("S1-07")
def test_a_presented_report_stays_as_it_was(team, body, lead_officer, holidays):
    for _ in range(6):
        case(service=team)
    row = written(report(lead_officer, body), lead_officer)
    row = present_report(row, expected=row.version, dated_on=day(OVER), by=lead_officer, at=at(OVER))
    case(service=team)

    [line] = row.paper.content["report"]["lines"]
    assert (line["team"], line["shown"][1], line["returned"]) == ("Waste and recycling", 6, "")
    with pytest.raises(ReportPresented):
        written(row, lead_officer)
    first = add_report_erratum(row, words="Seven.", by=lead_officer, at=at(OVER))
    assert add_report_erratum(row, words="Seven.", by=lead_officer, at=at(OVER)) == first


def test_a_report_is_begun_once_and_presented_with_words_when_its_quarter_is_over(body, lead_officer):
    row = report(lead_officer, body)

    assert report(lead_officer, body) == row
    assert report(lead_officer) != row
    with pytest.raises(NothingSaid):
        present_report(row, expected=row.version, dated_on=day(OVER), by=lead_officer, at=at(OVER))
    row = written(row, lead_officer)
    early = at("2026-12-31")
    with pytest.raises(StillRunning):
        present_report(row, expected=row.version, dated_on=day(OVER), by=lead_officer, at=early)


@pytest.mark.django_db
@pytest.mark.shows("S1-19")
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from(CaseKind.values)), max_size=6),
    st.sets(st.integers(0, 3)),
)
def test_every_case_is_counted_once_in_the_returns_of_a_quarter(holidays, told, returning):
    tops = [ServiceFactory(manager=PostFactory()), ServiceFactory(manager=None)]
    services = [*tops, ServiceFactory(parent=tops[0], manager=PostFactory()), ServiceFactory(parent=tops[0])]
    began = datetime.datetime(2031, 5, 5, 9, tzinfo=datetime.UTC)
    before = Case.objects.filter(received_on__year=2031).count()
    for place, kind in told:
        case(kind=kind, service=services[place] if place < 4 else None, received_at=began)

    span = quarter_of(2031, 1)
    for place in returning:
        service = services[place]
        if (
            service.manager
            and not FeedbackReturn.objects.filter(service=service, year=2031, quarter=1).exists()
        ):
            figures = told_now(service, span, on=day("2031-08-01")).values
            hand_in_return(service, figures=figures, **how(UserFactory(), "2031-08-01", year=2031, quarter=1))
    whole = whole_of(parts_of(span, quarter=1, on=day("2031-08-01")))

    kinds = ("requests", "complaints", "comments", "compliments")
    assert sum(whole[each] for each in kinds) == before + len(told)
