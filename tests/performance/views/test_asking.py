"""A member's question pinned to a figure."""

import uuid

import pytest
from django.test import Client

from council.models import HistoryFixedError
from council.rag import Rag
from performance.figures.queries import figure_of
from performance.models import FigureQuery
from performance.operations.queries import ask_about_figure
from portfolios.models import Query
from portfolios.operations.queries import answer
from tests.conventions import scene
from tests.factories import PostFactory, RatingRuleFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(scene.TODAY)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def figure(service):
    """Calls answered in quarter 1, signed off: 75% against 80%."""
    RatingRuleFactory()
    indicator = lives.measured(service, title="Calls answered", owner=PostFactory(title="Contact Manager"))
    return lives.signed_off(indicator, lives.quarter(1), "75")


def address(row):
    return f"/performance/indicators/{row.indicator_id}/ask/{row.period_id}/"


def asked(member, row, question="How many were missed?"):
    found = figure_of(row.indicator, row.period, day=lives.AT.date())
    return ask_about_figure(found, question, by=member, at=lives.AT, sent_as=uuid.uuid4())


@pytest.mark.shows("F89", "L13", "S1-15")
def test_the_figure_is_kept_as_it_stood_with_its_owner(member, figure):
    client = client_of(member)
    page = client.get(address(figure))
    assert "The figure as it stands: 75% against 80%, amber." in words(page)

    client.post(address(figure), boxes(page) | {"question": "How many were missed?"})

    pin = FigureQuery.objects.get()
    assert (pin.value_words, pin.target_words) == ("75%", "80%")
    assert pin.query.figure_words.startswith("Calls answered, Quarter 1 2026/27: 75% against 80%, ")
    assert (pin.query.owner.title, pin.query.service) == ("Contact Manager", figure.indicator.service)


@pytest.mark.shows("L13", "F89")
def test_the_answer_stays_with_the_figure_and_whoever_asks_next_finds_it(member, officer, figure):
    query = asked(member, figure)
    answer(query, expected=1, words="It was 412.", by=officer, at=lives.AT)
    client = client_of(member)

    for url in (figure.indicator.get_absolute_url(), address(figure)):
        page = words(client.get(url))
        assert "How many were missed?" in page
        assert "It was 412." in page
    assert "Calls answered, Quarter 1 2026/27" in words(client.get(query.get_absolute_url()))


@pytest.mark.shows("L13")
def test_a_correction_of_the_figure_does_not_change_what_was_asked_about(
    member, officer, lead_officer, figure
):
    asked(member, figure)
    before = FigureQuery.objects.values_list("value_words", "rating").get()

    assert before[0] == "75%"
    with pytest.raises(HistoryFixedError):
        FigureQuery.objects.get().save()
    with pytest.raises(HistoryFixedError):
        FigureQuery.objects.update(value_words="90%")


@pytest.mark.shows("R5")
def test_a_second_click_makes_one_query(member, figure):
    client = client_of(member)
    sent = boxes(client.get(address(figure))) | {"question": "How many were missed?"}

    for _ in range(2):
        client.post(address(figure), sent)

    assert (Query.objects.count(), FigureQuery.objects.count()) == (1, 1)


def test_a_question_left_blank_is_asked_for(member, figure):
    client = client_of(member)

    assert "Enter your question" in words(client.post(address(figure), boxes(client.get(address(figure)))))
    assert not Query.objects.exists()


def test_a_figure_that_is_not_there_yet_can_be_asked_about(member, service):
    indicator, period = lives.measured(service), lives.quarter(1)

    found = figure_of(indicator, period, day=lives.AT.date())

    assert (found.words, found.rating) == ("No return yet, late", Rag.LATE)
    assert asked(member, type("Row", (), {"indicator": indicator, "period": period})).owner is None


@pytest.mark.shows("S2")
def test_an_officer_asks_nobody_and_a_period_of_another_cycle_is_not_found(officer, member, figure):
    other = address(figure).replace(f"/{figure.period_id}/", "/99999/")

    assert client_of(officer).get(address(figure)).status_code == 403
    assert client_of(member).get(other).status_code == 404


def test_only_who_may_ask_sees_the_way_to_it(officer, member, figure):
    url = figure.indicator.get_absolute_url()

    assert "Ask about it" in words(client_of(member).get(url))
    assert "Ask about it" not in words(client_of(officer).get(url))


def test_a_long_title_leaves_room_for_the_figure(member, service):
    RatingRuleFactory()
    row = lives.signed_off(lives.measured(service, title="Long " * 79), lives.quarter(1), "60")

    assert asked(member, row).figure_words.endswith("Long…, Quarter 1 2026/27: 60% against 80%, red")
