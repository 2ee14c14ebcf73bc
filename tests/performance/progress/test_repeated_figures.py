"""Facts told in prose are tied to the figures they repeat: S2's "747 complaints in 2001/2" beside the indicator."""

import pytest

from performance.choices import ValueKind
from performance.figures.progress.paper import draft_of, paper_for_readers
from performance.models import ProgressItem
from performance.operations.progress.items import NoFigureStands
from performance.operations.progress.reports import begin_report
from performance.operations.returns import reopen
from performance.rules.progress.repeated import says
from tests.factories import IndicatorFactory
from tests.factories.progress import AT, ReportingAreaFactory, presented, written
from tests.performance import lives

pytestmark = pytest.mark.django_db


@pytest.fixture
def complaints(service):
    indicator = IndicatorFactory(service=service, title="Complaints received", value_kind=ValueKind.COUNT)
    lives.signed_off(indicator, lives.quarter(2), "747")
    return indicator


@pytest.fixture
def draft(officer):
    area = ReportingAreaFactory(lead_post=officer.person.tenures.get().post)
    return begin_report(area, lives.quarter(2), by=officer, at=AT)


def read(report, number=1):
    report.refresh_from_db()
    return next(each for each in paper_for_readers(report, on=AT.date()).items if each.number == number)


@pytest.mark.shows("S2-13")
def test_words_are_tied_to_the_figure_they_repeat_and_say_when_it_becomes_another(draft, officer, complaints):
    written(draft, "We had 747 complaints.", by=officer, figure_of=complaints)
    presented(draft, by=officer)
    item = read(draft)
    assert (item.repeats.name, item.repeats.period_name) == ("Complaints received", "Quarter 2 2026/27")
    assert (item.repeats.value, item.remarks) == ("747", ())

    correct(complaints, "750")
    item = read(draft)
    assert (item.repeats.value, item.remarks) == ("747", ("Since then the figure has become 750.",))


def correct(indicator, value):
    """Another figure in the place of the one that stands."""
    row = lives.fresh(indicator.returns.get())
    reopen(row, expected=row.version, by=lives.somebody("lead"), at=lives.AT, reason="Counted again")
    row = lives.submitted(
        indicator, lives.quarter(2), value, by=lives.somebody("enters"), expected=row.version
    )
    lives.returns.sign_off(row, expected=row.version, by=lives.somebody("signs"), at=lives.AT)


@pytest.mark.shows("S2-13")
def test_words_that_do_not_have_the_figure_are_remarked_on(draft, officer, complaints):
    written(draft, "We had 774 complaints.", by=officer, figure_of=complaints)

    assert read(draft).remarks == ("The words do not say 747.",)


def test_a_figure_that_does_not_stand_cannot_be_repeated(draft, officer, service):
    with pytest.raises(NoFigureStands, match="was signed off by the end of the period"):
        written(draft, "None", by=officer, figure_of=IndicatorFactory(service=service))
    assert not ProgressItem.objects.exists()


def test_what_is_carried_forward_keeps_its_figure(draft, officer, complaints):
    written(draft, "747 complaints wait.", by=officer, figure_of=complaints, who="HS", by_when="2027")
    presented(draft, by=officer)

    following = begin_report(draft.area, lives.quarter(3), by=officer, at=AT)
    assert [each.repeats.value for each in draft_of(following, on=AT.date()).items] == ["747"]


@pytest.mark.parametrize(
    "text, value, found",
    [
        ("1,234 letters", "1,234", True),
        ("1234 letters", "1,234", True),
        ("in 85.50 per cent", "85.5%", True),
        ("12,340 letters", "1,234", False),
        ("it is done at last", "Done", True),
        ("", "747", False),
    ],
)
def test_a_figure_is_found_in_words_however_it_is_written(text, value, found):
    assert says(text, value) is found


def test_the_form_ties_and_tells_what_it_cannot_tie(client, officer, draft, complaints, service):
    client.force_login(officer)
    url = f"/performance/progress/{draft.pk}/work/"
    heading = ProgressItem.objects.first() or written(draft, by=officer)
    sent = {"heading": heading.heading_id, "kind": "progress", "text": "747 complaints", "add": "yes"}

    unknown = IndicatorFactory(service=service, title="Never counted")
    answer = client.post(url, sent | {"figure_of": unknown.pk})
    page = answer.content.decode()
    assert "No figure of Never counted was signed off by the end of the period. Choose another" in page
    assert "747 complaints</textarea>" in page
    client.post(url, sent | {"figure_of": complaints.pk})
    assert ProgressItem.objects.latest("number").figure_words == "747"
