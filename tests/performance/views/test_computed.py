"""Computed values on pages: read-only in the grid, counted anew from the return, replaced only with a reason."""

import pytest

from council.computed.sources import compute
from performance.models import Return
from performance.operations.computed import Outcome
from performance.operations.returns import submit
from portfolios.choices import Fate
from tests.conventions.computed_rows import computed
from tests.factories.promises import PromiseFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words


@pytest.fixture
def indicator(service, period):
    return computed(service, period)


@pytest.fixture
def grid(service, period):
    return f"/performance/returns/grid/{service.pk}/{period.pk}/"


@pytest.fixture
def url(indicator, period):
    return f"/performance/returns/{indicator.pk}/{period.pk}/"


def latest():
    return Return.objects.select_related("latest").get().latest


def test_the_grid_shows_the_value_with_its_query_and_takes_only_a_comment(
    browser_of, officer, indicator, grid
):
    client = browser_of(officer)
    page = client.get(grid)

    sent = boxes(page) | {
        f"i{indicator.pk}-as_written": "2 of 2",
        f"i{indicator.pk}-value_status": "estimate",
        f"i{indicator.pk}-comment": lives.WHY,
        "submit": "yes",
    }
    answer = client.post(grid, sent, follow=True)

    assert "1 of 2" in words(page)
    assert "Promises due: 2. Kept by now: 1." in words(page)
    assert "/meetings/promises/?due_from=01/07/2026&amp;due_to=30/09/2026" in page.content.decode()
    assert "1 submitted" in words(answer)
    assert (latest().as_written, latest().value_status, latest().comment) == ("1 of 2", "actual", lives.WHY)
    assert latest().computed_words.startswith("Share of promises kept")


def test_the_words_of_the_query_are_no_comment_for_a_value_off_target(browser_of, officer, indicator, grid):
    client = browser_of(officer)

    answer = client.post(grid, boxes(client.get(grid)) | {"submit": "yes"})

    assert "This is off target. Say in the comment why" in words(answer)
    assert Return.objects.get().step == "drafted"


def test_the_list_behind_the_figure_holds_its_records(browser_of, officer, indicator):
    PromiseFactory(what="Not of this quarter", due_on="2026-12-01", owner=None)

    page = words(browser_of(officer).get("/meetings/promises/?due_from=01/07/2026&due_to=30/09/2026"))

    assert "2 promises" in page
    assert "Not of this quarter" not in page


def test_another_figure_asks_why_and_the_reason_stays_beside_it(browser_of, officer, indicator, url):
    client = browser_of(officer)
    form = url + "another-figure/"

    refused = client.post(form, boxes(client.get(form)) | {"as_written": "2 of 2", "comment": lives.WHY})
    kept = client.post(
        form, boxes(client.get(form)) | {"as_written": "2 of 2", "reason": "Entered twice"}, follow=True
    )

    assert "Enter why the computed figure is not right" in words(refused)
    assert "Your figure is kept as a draft" in words(kept)
    assert (latest().as_written, latest().reason, latest().by) == ("2 of 2", "Entered twice", officer)
    assert "In place of the computed figure: “Entered twice”" in words(client.get(url))


def test_another_figure_that_cannot_be_read_stays_in_its_box(browser_of, officer, indicator, url):
    client = browser_of(officer)
    form = url + "another-figure/"

    answer = client.post(form, boxes(client.get(form)) | {"as_written": "lots", "reason": "Entered twice"})

    assert (answer.status_code, boxes(answer)["as_written"], latest().as_written) == (200, "lots", "1 of 2")


def test_two_officers_who_give_another_figure_do_not_overwrite_each_other(
    browser_of, officer, indicator, url
):
    client = browser_of(officer)
    form = url + "another-figure/"
    opened = boxes(client.get(form)) | {"as_written": "2 of 2", "reason": "Entered twice"}
    client.post(form, opened)

    answer = client.post(form, opened | {"as_written": "0 of 2"})

    assert "Somebody else saved this return first." in words(answer)
    assert latest().as_written == "2 of 2"


def test_what_people_enter_has_no_such_page(browser_of, officer, service, period):
    row = lives.drafted(lives.measured(service), period, by=officer)

    answer = browser_of(officer).get(f"/performance/returns/{row.indicator_id}/{period.pk}/another-figure/")

    assert answer.status_code == 404


def test_a_lead_officer_computes_again_and_reads_what_became_of_it(browser_of, lead_officer, indicator, url):
    client = browser_of(lead_officer)
    PromiseFactory(fate=Fate.MISSED, due_on="2026-09-01", owner=None)

    answer = client.post(url + "compute/", follow=True)
    again = client.post(url + "compute/", follow=True)

    assert "Computed again. It is a draft" in words(answer)
    assert "1 of 3" in words(answer)
    assert "Compute again" in words(answer)
    assert "The records give the same figure as before" in words(again)


def test_a_figure_that_was_handed_in_stays_and_the_new_count_is_told(
    browser_of, lead_officer, officer, indicator, url, period
):
    row = Return.objects.select_related("latest").get()
    explained = lives.assessed(indicator, period, "1 of 2", computed_words=row.latest.computed_words)
    submit(explained, expected=row.version, by=officer, at=lives.AT)
    PromiseFactory(fate=Fate.MISSED, due_on="2026-09-01", owner=None)
    client = browser_of(lead_officer)

    client.post(url + "compute/")
    page = words(client.get(url))

    assert "the product’s own records gave another figure: 1 of 3 (33.3%)" in page
    assert "send the return back and compute again" in page
    assert latest().as_written == "1 of 2"


def test_the_return_says_how_it_was_computed_and_by_whom(browser_of, lead_officer, indicator, url):
    page = words(browser_of(lead_officer).get(url))

    assert (
        "How it was computed Share of promises kept, 1 July to 30 September 2026, of the whole council."
        in page
    )
    assert "Draft by the product" in page


def test_what_was_not_computed_yet_says_so_and_keeps_a_comment_meanwhile(
    browser_of, officer, service, period, grid
):
    indicator = lives.measured(service, computed_from="promises_kept")
    client = browser_of(officer)

    page = client.get(grid)
    client.post(grid, boxes(page) | {f"i{indicator.pk}-comment": "Two were put off"})

    assert "Not computed yet" in words(page)
    assert (latest().as_written, latest().comment) == ("", "Two were put off")
    assert compute(indicator, period, asked_by=None, at=lives.AT) == Outcome.DRAFTED
    assert (latest().known, latest().comment) == ("not_known", "Two were put off")
