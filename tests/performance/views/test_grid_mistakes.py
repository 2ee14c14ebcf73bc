"""The grid: what a tired officer forgets or says twice is asked for, row by row."""

import re

import pytest

from performance.models import Return
from tests.performance import lives
from tests.performance.views.pages import boxes, words


@pytest.fixture
def indicator(service):
    return lives.measured(service, title="Household waste recycled", reference="BV 82a")


@pytest.fixture
def url(service, period):
    return f"/performance/returns/grid/{service.pk}/{period.pk}/"


@pytest.fixture
def client(browser_of, officer):
    return browser_of(officer)


def test_a_value_beside_not_known_is_asked_about_and_neither_is_lost(client, indicator, url):
    sent = boxes(client.get(url)) | {
        f"i{indicator.pk}-as_written": "85",
        f"i{indicator.pk}-value_status": "not_known",
        f"i{indicator.pk}-comment": "The survey runs in May",
    }

    answer = client.post(url, sent)

    assert "Take this value out, or choose something other than “Not known”" in words(answer)
    assert boxes(answer)[f"i{indicator.pk}-as_written"] == "85"
    assert boxes(answer)[f"i{indicator.pk}-value_status"] == "not_known"
    assert not Return.objects.exists()


def test_a_word_for_not_due_is_kept_and_may_stay_in_its_box(client, indicator, url):
    client.post(url, boxes(client.get(url)) | {f"i{indicator.pk}-as_written": "Not due"})

    client.post(url, boxes(client.get(url)) | {f"i{indicator.pk}-comment": "It starts in May"})

    kept = Return.objects.get().latest
    assert (kept.known, kept.as_written, kept.comment) == ("not_due", "Not due", "It starts in May")


def test_a_value_carried_forward_is_not_submitted_without_its_day(client, indicator, url):
    sent = boxes(client.get(url)) | {
        f"i{indicator.pk}-as_written": "85",
        f"i{indicator.pk}-value_status": "carried_forward",
        "submit": "yes",
    }

    answer = client.post(url, sent)

    assert "Say when this value was last measured" in words(answer)
    assert Return.objects.get().step == "drafted"
    client.post(url, boxes(answer) | {f"i{indicator.pk}-carried_from": "March 2026", "submit": "yes"})
    assert Return.objects.get().step == "submitted"


def test_the_list_of_problems_names_each_row(client, indicator, service, url):
    lives.measured(service, title="Missed collections", reference="")

    answer = client.post(url, boxes(client.get(url)) | {"submit": "yes"})

    assert "BV 82a Household waste recycled: Enter the value" in words(answer)
    assert "Missed collections: Enter the value" in words(answer)


def test_an_untouched_row_is_said_to_be_not_begun(client, indicator, url):
    answer = client.post(url, boxes(client.get(url)) | {"submit": "yes"})

    assert "Not begun" in words(answer)
    assert "Not saved" not in words(answer)


def test_enter_without_script_hands_nothing_in(client, indicator, url):
    page = client.get(url).content.decode()

    first, *_ = re.findall(r"<button[^>]*>", page[page.index("data-grid") :])
    assert 'name="save"' in first


@pytest.mark.parametrize("typed", ["=A1*2", "=SUM(B2:B9)", "+85%", "#REF!", "85\t90"])
def test_what_came_as_a_formula_or_as_too_many_cells_is_never_kept_as_a_confident_figure(
    client, indicator, url, typed
):
    page = boxes(client.get(url))

    answer = client.post(url, page | {f"i{indicator.pk}-as_written": typed})

    kept = Return.objects.select_related("latest").first()
    assert answer.status_code in (200, 302)
    assert kept is None or kept.latest.value == 85
