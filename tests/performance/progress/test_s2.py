"""Part 1 of the report of 2002, entered as it stands: nothing is made to line up, and what is counted is right."""

import datetime

import pytest

from council.dates import Precision
from performance.choices import ItemKind
from performance.figures.progress.paper import draft_of
from performance.models import ProgressItem
from performance.operations.progress.reports import begin_report
from performance.rules.progress.counts import count
from tests.factories import BodyFactory, MeetingFactory, PeriodFactory, PostFactory
from tests.factories.progress import AT, ReportingAreaFactory, presented, written
from tests.performance.progress.s2 import HEADINGS

pytestmark = pytest.mark.django_db
DECEMBER = datetime.date(2002, 12, 1)


@pytest.fixture
def report(officer):
    """The report, its lists beside each other for as long as each lasts; what is left over stands alone."""
    capm = PostFactory(title="Customer Access Programme Manager", abbreviation="CAPM")
    PostFactory(title="Head of Strategic Resource Planning", abbreviation="HSRP")
    period = PeriodFactory(
        starts_on=datetime.date(2002, 9, 1),
        ends_on=datetime.date(2002, 12, 31),
        year=2002,
        name="Four months",
    )
    area = ReportingAreaFactory(
        name="CUSTOMER SERVICE", lead_post=capm, targets_from="Local Performance Plan"
    )
    report = begin_report(area, period, by=officer, at=AT)
    for heading, (done, issues, owners, times) in HEADINGS.items():
        for number in range(done):
            written(report, f"Done {number}", kind=ItemKind.PROGRESS, heading=heading, by=officer)
        certain = heading in ("People Management", "Resources")
        for number in range(max(map(len, (issues, owners, times)))):
            text, who, when = (each[number] if number < len(each) else "" for each in (issues, owners, times))
            written(
                report,
                text,
                kind=ItemKind.ISSUE if text else ItemKind.UNMATCHED,
                heading=heading,
                by=officer,
                who=who,
                by_when=when,
                owners_of_heading=bool(who) and not certain,
                waits_for="PARIS outcome" if "PARIS" in text.upper() else "",
            )
    return report


@pytest.mark.shows("S2-04", "S2-30")
def test_the_lists_keep_their_own_lengths(report):
    kept = {}
    for section in draft_of(report, on=DECEMBER).sections:
        issues = [item for item in section.issues if item.kind == ItemKind.ISSUE]
        who, when = ([getattr(item, name) for item in section.issues] for name in ("who", "by_when"))
        kept[section.heading] = (
            len(section.progress),
            len(issues),
            len(list(filter(None, who))),
            len([*filter(None, when)]),
        )

    assert kept == {
        "Leadership": (4, 3, 4, 4),
        "People Management": (3, 3, 3, 3),
        "Policy and Strategy": (3, 2, 3, 2),
        "Resources": (2, 3, 3, 3),
        "Process": (9, 10, 8, 8),
    }


@pytest.mark.shows("S2-31", "S2-11", "L21")
def test_one_post_owns_or_co_owns_14_of_the_21_that_say_who(report):
    counts = count(draft_of(report, on=DECEMBER), on=DECEMBER)

    assert counts.overloaded.owner.short == "CAPM"
    assert (counts.overloaded.items, counts.owned) == (14, 21)
    assert counts.total == 21 + 21 + 2


@pytest.mark.shows("S2-12", "S2-31")
def test_what_was_written_for_a_time_is_kept_with_how_much_it_tells(report):
    rows = ProgressItem.objects.exclude(by_when_as_written="").values_list("by_when_as_written", "precision")

    assert dict(rows) == {
        "Jan 03": Precision.MONTH,
        "April 03": Precision.MONTH,
        "June 03": Precision.MONTH,
        "Sept 03": Precision.MONTH,
        "April o3": Precision.MONTH,
        "Spring 03": Precision.SEASON,
        "13.1.03": Precision.DAY,
        "Ongoing": Precision.RECURRING,
        "ongoing": Precision.RECURRING,
        "Quarterly": Precision.RECURRING,
        "??": Precision.NONE,
    }
    assert ProgressItem.objects.get(by_when_as_written="April o3").latest == datetime.date(2003, 4, 30)


@pytest.mark.shows("S2-30")
def test_an_owner_given_for_the_heading_says_so_and_one_that_is_certain_does_not(report):
    uncertain = ProgressItem.objects.filter(owners_of_heading=True)

    assert uncertain.filter(heading__name__in=["People Management", "Resources"]).count() == 0
    assert set(uncertain.values_list("heading__name", flat=True)) == {
        "Leadership",
        "Policy and Strategy",
        "Process",
    }


@pytest.mark.shows("S2-16")
def test_what_is_subject_to_an_outcome_waits_for_it_by_name(report):
    waiting = [item for item in draft_of(report, on=DECEMBER).items if item.is_waiting]

    assert {item.waits_for for item in waiting} == {"PARIS outcome"}
    assert len(waiting) == 2


@pytest.mark.shows("S2-17")
def test_a_day_after_the_report_is_still_to_come_and_one_before_it_is_overdue(report):
    open_day = next(item for item in draft_of(report, on=DECEMBER).items if item.by_when == "13.1.03")

    assert not open_day.is_overdue(on=DECEMBER)
    assert open_day.is_overdue(on=datetime.date(2003, 1, 14))


@pytest.mark.shows("S2-01", "S2-02")
def test_it_is_written_for_one_body_and_published_for_a_later_meeting_of_another(report, officer):
    cabinet = MeetingFactory(body=BodyFactory(name="Cabinet"), held_on=datetime.date(2003, 2, 5))
    directors = BodyFactory(name="Directors Group")

    row = presented(report, by=officer, dated_on=DECEMBER, to_body=directors, meeting=cabinet)

    assert (row.to_body, row.dated_on, row.meeting) == (directors, DECEMBER, cabinet)
    assert row.paper.content["targets_from"] == "Local Performance Plan"
