"""The grid: a quarter's returns of a service, entered, kept, submitted, and never lost."""

import pytest

from performance.models import Return, Revision
from tests.factories import ServiceFactory
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


def typed(answer, indicator, **said):
    """What the page's boxes hold, with something typed into the row of the indicator."""
    return boxes(answer) | {f"i{indicator.pk}-{name}": value for name, value in said.items()}


@pytest.mark.shows("F24")
def test_the_grid_shows_each_indicator_with_its_last_value_and_target(client, indicator, url):
    lives.signed_off(indicator, lives.quarter(1), "71")

    page = words(client.get(url))

    assert "Household waste recycled BV 82a" in page
    assert "71% 80%" in page


@pytest.mark.shows("F24")
def test_what_is_typed_is_kept_as_a_draft_with_its_rating_to_be(client, indicator, url):
    answer = client.post(url, typed(client.get(url), indicator, as_written="85"), follow=True)

    assert "1 saved as a draft" in words(answer)
    assert "Green" in words(answer)
    assert (Return.objects.get().step, Revision.objects.get().value) == ("drafted", 85)


@pytest.mark.shows("F24", "F25")
def test_what_is_complete_is_submitted(client, indicator, url):
    answer = client.post(
        url, typed(client.get(url), indicator, as_written="85") | {"submit": "yes"}, follow=True
    )

    assert "1 submitted" in words(answer)
    assert Return.objects.get().step == "submitted"


@pytest.mark.shows("F26")
def test_a_value_off_target_needs_a_comment_and_is_kept_meanwhile(client, indicator, url):
    answer = client.post(url, typed(client.get(url), indicator, as_written="12") | {"submit": "yes"})

    assert (answer.status_code, Return.objects.get().step) == (200, "drafted")
    assert "This is off target. Say in the comment why" in words(answer)
    assert boxes(answer)[f"i{indicator.pk}-as_written"] == "12"


@pytest.mark.parametrize(
    "as_written, said",
    [
        pytest.param("£2m", "Enter", id="shortened", marks=pytest.mark.shows("N18")),
        pytest.param("1e5", "Enter", id="scientific", marks=pytest.mark.shows("N6")),
        pytest.param("NaN", "", id="not-a-number", marks=pytest.mark.shows("N4")),
        pytest.param("12,34", "", id="comma", marks=pytest.mark.shows("N11")),
        pytest.param("<b>85</b>", "", id="markup"),
    ],
)
def test_what_cannot_be_read_stays_in_its_box_with_a_sentence(as_written, said, client, indicator, url):
    answer = client.post(
        url, typed(client.get(url), indicator, as_written=as_written, comment="My own words")
    )

    kept = boxes(answer)
    assert (kept[f"i{indicator.pk}-as_written"], kept[f"i{indicator.pk}-comment"]) == (
        as_written,
        "My own words",
    )
    assert "There is a problem" in words(answer)
    assert said in words(answer)
    assert answer.content.decode().count("<title>Error: ") == 1
    assert not Return.objects.exists()


def test_rows_that_can_be_read_are_kept_whatever_the_others_hold(client, indicator, service, url):
    other = lives.measured(service, title="Missed collections")
    sent = typed(client.get(url), indicator, as_written="85")
    sent[f"i{other.pk}-as_written"] = "lots"

    answer = client.post(url, sent)

    assert Return.objects.get().indicator == indicator
    assert "1 saved as a draft" in words(answer)
    assert boxes(answer)[f"i{other.pk}-as_written"] == "lots"


@pytest.mark.shows("C4")
def test_saving_the_same_again_writes_nothing_new(client, indicator, url):
    client.post(url, typed(client.get(url), indicator, as_written="85"))

    answer = client.post(url, boxes(client.get(url)), follow=True)

    assert "Nothing was changed" in words(answer)
    assert Revision.objects.count() == 1


@pytest.mark.shows("R4", "C1", "C2")
def test_the_second_of_two_officers_sees_both_and_a_second_save_keeps_theirs(
    client, browser_of, lead_officer, indicator, url
):
    stale = typed(client.get(url), indicator, as_written="85")
    colleague = browser_of(lead_officer)
    colleague.post(url, typed(colleague.get(url), indicator, as_written="91", comment="Counted anew"))

    answer = client.post(url, stale)

    assert "Somebody else saved this first" in words(answer)
    assert "91" in words(answer)
    assert "Counted anew" in words(answer)
    assert boxes(answer)[f"i{indicator.pk}-as_written"] == "85"
    assert Return.objects.get().latest.as_written == "91"

    again = boxes(answer)
    chosen = [name for name in again if "keep" in name or "choose" in name]
    client.post(url, again | {name: again[name] or "mine" for name in chosen})

    assert [each.as_written for each in Revision.objects.order_by("number")] == ["91", "85"]


@pytest.mark.shows("R4")
def test_a_colleagues_row_is_no_conflict_for_who_typed_in_another(
    client, browser_of, lead_officer, indicator, service, url
):
    other = lives.measured(service, title="Missed collections")
    stale = typed(client.get(url), other, as_written="85")
    colleague = browser_of(lead_officer)
    colleague.post(url, typed(colleague.get(url), indicator, as_written="91"))

    client.post(url, stale)

    kept = {each.indicator_id: each.latest.as_written for each in Return.objects.select_related("latest")}
    assert kept == {indicator.pk: "91", other.pk: "85"}


@pytest.mark.shows("S2-10")
def test_ditto_keeps_its_word_and_means_the_comment_above(client, service, url):
    first, second = lives.measured(service, reference="A1"), lives.measured(service, reference="A2")
    sent = typed(client.get(url), first, as_written="12", comment="The depot was flooded.")
    sent |= {f"i{second.pk}-as_written": "13", f"i{second.pk}-comment": "Ditto"}

    client.post(url, sent)

    revision = Return.objects.get(indicator=second).latest
    assert (revision.comment, revision.comment_resolved) == ("Ditto", "The depot was flooded.")


@pytest.mark.shows("F20")
@pytest.mark.parametrize("state", ["not_known", "not_due"])
def test_not_known_and_not_due_are_chosen_and_never_a_blank(state, client, indicator, url):
    client.post(url, typed(client.get(url), indicator, value_status=state, comment="The survey runs in May"))

    revision = Revision.objects.get()
    assert (revision.known, revision.value) == (state, None)


def test_a_submitted_row_is_shown_and_cannot_be_changed(client, indicator, officer, period, url):
    before = typed(client.get(url), indicator, as_written="99")
    lives.submitted(indicator, period, "85", by=officer)

    assert f"i{indicator.pk}-as_written" not in boxes(client.get(url))
    answer = client.post(url, before)

    assert "This return is now “Submitted”, so nothing was saved here" in words(answer)
    assert Return.objects.get().latest.as_written == "85"


@pytest.mark.shows("S2", "D29")
def test_another_service_and_a_period_to_come_are_not_found(client, period, service, url):
    theirs = ServiceFactory(name="Housing")
    future = lives.quarter(3)

    for address in (
        url.replace(f"/{service.pk}/", f"/{theirs.pk}/", 1),
        url.replace(f"/{period.pk}/", f"/{future.pk}/"),
    ):
        assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


@pytest.mark.shows("N53")
def test_a_field_sent_twice_is_refused(client, indicator, url):
    sent = typed(client.get(url), indicator, as_written=["85", "86"])

    assert (client.post(url, sent).status_code, Return.objects.count()) == (400, 0)


def test_the_script_gets_the_mark_the_rating_and_the_version_of_a_row(client, indicator, url):
    sent = typed(client.get(url), indicator, as_written="85")

    answer = client.post(f"{url}{indicator.pk}/", sent).json()

    assert (answer["saved"], answer["version"], answer["errors"]) == (True, 1, {})
    assert "Green" in answer["rating"]


@pytest.mark.shows("R1")
def test_a_version_nobody_gave_is_a_conflict_and_the_words_stay(client, indicator, url):
    answer = client.post(url, typed(client.get(url), indicator, as_written="85", version="7"))

    assert (answer.status_code, boxes(answer)[f"i{indicator.pk}-as_written"]) == (200, "85")
    assert client.post(url, boxes(answer), follow=True).redirect_chain
    assert Return.objects.get().latest.as_written == "85"
