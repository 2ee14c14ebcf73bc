"""What all pages of a case have in common: who may open them, and that nothing is done twice or lost."""

import re

import pytest

from complaints.models import Case, CaseEntry, Look, Message
from complaints.operations.handing_over import add_note
from complaints.urls import urlpatterns
from tests.complaints.lives import at
from tests.complaints.views.pages import boxes, browser, now, opened, problems, resent, told, words
from tests.complaints.views.steps import PAGES, TEAM_ONLY, TUESDAY, WORDS, prepared

KEEPING = ("hold", "lift", "anonymise")
"""Whose hindrances are no state of the case; see test_keeping.py."""
ANY_STATE = (
    *("complain", "reopen", "note", "concern", "hear", "represent", "incident", "learn", "thank"),
    *KEEPING,
    "ombudsman",
)
"""Those that a withdrawn case may be used on too."""
EVERY = pytest.mark.parametrize("name", PAGES)


def url(row, page):
    return f"{row.get_absolute_url()}{page}/"


def state():
    """What looking at a page must leave as it is."""
    return list(Case.objects.values()), CaseEntry.objects.count(), Message.objects.count()


def test_every_page_of_a_case_is_among_these():
    named = {each.name.removeprefix("case_") for each in urlpatterns if each.name.startswith("case_")}
    # No step is taken on these: a new case, a file or a letter handed out, how many there are, and how satisfied.
    named -= {"new", "file", "letter", "patterns", "satisfaction", "figures"}

    assert {name.partition("/")[0] for name in PAGES} == named


@pytest.mark.shows("S1", "S2", "P17")
@EVERY
def test_who_may_open_it(name, complaints_officer, other_officer, officer, member, administrator, service):
    row, page, _ = prepared(name, complaints_officer, service)
    for send in ("get", "post"):
        codes = [
            getattr(browser(user), send)(url(row, page)).status_code
            for user in (complaints_officer, officer, other_officer, member, administrator)
        ]
        expected = [200, 403, 403, 403, 403] if name in TEAM_ONLY else [200, 200, 404, 403, 403]

        assert codes == expected, send


@pytest.mark.shows("S4", "S16")
@EVERY
def test_looking_changes_nothing_but_is_kept(name, complaints_officer, service):
    row, page, _ = prepared(name, complaints_officer, service)
    before = state()

    answer = opened(complaints_officer, row, page)

    assert state() == before
    assert Look.objects.filter(case=row, user=complaints_officer).count() == 1
    assert "Your visit to this page is recorded" in words(answer)


@EVERY
def test_nothing_typed_changes_nothing_and_says_what_to_do(name, complaints_officer, service):
    row, page, _ = prepared(name, complaints_officer, service)
    before = state()

    answer = browser(complaints_officer).post(url(row, page), {})

    assert answer.status_code == 200
    assert state() == before
    assert problems(answer)


@EVERY
def test_the_second_of_two_at_once_sees_how_it_stands_and_keeps_what_they_typed(
    name, complaints_officer, second_officer, service
):
    row, page, typed = prepared(name, complaints_officer, service)
    read = boxes(opened(complaints_officer, row, page))
    somebody_else(name, row, second_officer)
    before = state()

    answer = resent(complaints_officer, row, page, read, **typed)

    if name == "refuse":  # The first sending only shows what the customer will read.
        answer = resent(complaints_officer, row, page, read | {"seen": boxes(answer)["seen"]}, **typed)
    assert state() == before
    assert name == "anonymise" or WORDS in answer.content.decode()
    assert "How the case now stands" in words(answer)
    assert "was quicker" in " ".join(problems(answer))
    if name == "refuse":  # And what they will read is shown once more.
        answer = resent(complaints_officer, row, page, boxes(answer), **typed)
    assert told(resent(complaints_officer, row, page, boxes(answer), **typed))


def somebody_else(name, row, by):
    """Another officer was quicker; with a remedy, it is the remedy that they changed."""
    if name == "settle":
        remedy = row.remedies.get()
        remedy.version += 1
        remedy.save()
    add_note(row, "Rang", expected=row.version, by=by, at=at(TUESDAY, 9))


@pytest.mark.shows("C4")
@EVERY
def test_sent_twice_it_is_done_once(name, complaints_officer, service):
    row, page, typed = prepared(name, complaints_officer, service)
    read = boxes(opened(complaints_officer, row, page))
    if name == "refuse":
        read = boxes(resent(complaints_officer, row, page, read, **typed))
    resent(complaints_officer, row, page, read, **typed)
    before = state()

    again = resent(complaints_officer, row, page, read, **typed)

    # The reference of an anonymised case leads nowhere any more.
    assert again.status_code == (404 if name == "anonymise" else 200)
    assert state() == before


@pytest.mark.parametrize("name", [each for each in PAGES if each not in ANY_STATE])
def test_what_cannot_be_done_says_so_in_a_sentence_and_shows_no_form(name, complaints_officer, service):
    row, page, _ = prepared(name, complaints_officer, service)
    Case.objects.filter(pk=row.pk).update(state="withdrawn", stage=2)
    if name == "settle":
        row.remedies.update(done_on="2026-10-13")
    if name == "release":
        row.people_concerned.all().delete()
    if name == "survey":
        row.survey_requests.update(not_asked="moved_on")

    answer = opened(complaints_officer, row, page)

    assert "This cannot be done now" in words(answer)
    assert "<textarea" not in answer.content.decode()


@pytest.mark.shows("N53")
def test_an_answer_sent_twice_in_one_form_is_refused(complaints_officer, service):
    row, page, _ = prepared("note", complaints_officer, service)

    assert browser(complaints_officer).post(url(row, page), {"words": ["a", "b"]}).status_code == 400


@pytest.mark.parametrize(
    "page", ["answer/9", "answer/0", "settle/1", f"settle/{'9' * 30}", f"answer/{'9' * 30}"]
)
def test_a_point_or_remedy_that_is_not_there_is_not_found(page, complaints_officer, service):
    row, _, _ = prepared("note", complaints_officer, service)

    assert opened(complaints_officer, row, page).status_code == 404


def test_who_loses_sight_of_a_case_by_a_step_is_told_elsewhere(officer, complaints_officer, service):
    row, page, typed = prepared("move", complaints_officer, service)
    read = boxes(opened(officer, row, page))

    answer = resent(officer, row, page, read, **typed)

    assert answer.status_code == 200
    assert re.search("is with Parks now", words(answer))
    assert opened(officer, now(row), "note").status_code == 404


def test_your_own_step_is_called_your_own(officer, complaints_officer, service):
    row, page, typed = prepared("note", complaints_officer, service)
    read = boxes(opened(officer, row, page))
    resent(officer, row, page, read, **typed)

    answer = resent(officer, row, page, read, **typed)

    assert "You took a step with this case already: “Noted”. Nothing was done twice." in problems(answer)[0]
