"""The executive summaries of the demo council: everything that the product knows of them is there at least once."""

import pytest

from performance.choices import SummarySection
from performance.figures.summary.paper import changed_since, draft_of, paper_of, rows_of
from performance.models import ExecutiveSummary, SummaryErratum
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


@pytest.mark.shows("S1-12", "F50")
def test_the_last_quarter_is_presented_and_the_newest_is_being_written():
    presented, draft = ExecutiveSummary.objects.select_related("body").order_by("year", "quarter")

    assert (presented.is_presented, draft.is_presented) == (True, False)
    assert all(section.sentences for section in paper_of(presented).sections)
    assert SummaryErratum.objects.get().sentence_number == len(paper_of(presented).sentences)


@pytest.mark.shows("S1-20")
def test_one_directorate_has_services_in_different_sections():
    draft = ExecutiveSummary.objects.get(presented_at=None)
    sections = {row.service.name: row.section for row in rows_of(draft) if row.service}

    assert sections["Planning Enforcement"] == SummarySection.RISK
    assert sections["Building Control"] == SummarySection.WELL


def test_a_draft_warns_of_the_figure_that_was_corrected_since():
    draft = ExecutiveSummary.objects.select_related("body").get(presented_at=None)
    found = changed_since(draft, draft_of(draft, rows_of(draft)), today=NOVEMBER)

    [[changed]] = found.values()
    assert changed.words.startswith("was ")
    assert ", red" in changed.words.split("; now ")[0]


def test_sentences_are_worded_left_out_and_added_by_people():
    rows = rows_of(ExecutiveSummary.objects.get(presented_at=None))

    assert any(row.is_own for row in rows)
    assert any(row.is_left_out for row in rows)
    assert any(not row.is_own and row.text != row.drafted for row in rows)
