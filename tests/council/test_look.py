"""The look: tags with word and shape, dates in words, threads, and pages that need nothing."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from council.access import Role
from council.models import User
from council.rag import Rag
from council.templatetags import gt

CSS = (Path(__file__).parents[2] / "static/css/golden-thread.css").read_text()


def draw(source: str, **context: object) -> str:
    return Template("{% load gt %}" + source).render(Context(context))


def words(html: str) -> str:
    """What is left for somebody who sees no shapes: the text, outside what is hidden from assistive technology."""
    spoken = re.sub(r'<svg[^>]*aria-hidden="true".*?</svg>', "", html, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", "", spoken).split())


# --- Ratings and travel


@pytest.mark.shows("F47")
@pytest.mark.parametrize(
    "rag, word",
    [
        pytest.param(Rag.GREEN, "Green", id="green"),
        pytest.param(Rag.AMBER, "Amber", id="amber"),
        pytest.param(Rag.RED, "Red", id="red"),
        pytest.param(Rag.NOT_KNOWN, "Not known", id="not-known"),
        pytest.param(Rag.LATE, "Late", id="late"),
        pytest.param(Rag.NOT_RATED, "Not rated", id="not-rated"),
        pytest.param(Rag.NOT_DUE, "Not due", id="not-due"),
        pytest.param("red", "Red", id="its-value"),
        pytest.param(None, "Not rated", id="nothing"),
        pytest.param("", "Not rated", id="empty"),
    ],
)
def test_a_tag_says_its_word_without_its_shape(rag, word):
    assert words(gt.rag_tag(rag)) == word


@pytest.mark.shows("F47")
def test_every_tag_has_a_shape_of_its_own():
    shapes = {re.search(r"<svg.*?>(.*)</svg>", gt.rag_tag(rag), flags=re.S)[1] for rag in Rag}

    assert len(shapes) == len(Rag)
    assert "" not in shapes


@pytest.mark.parametrize("rag", Rag)
def test_every_tag_has_its_class_in_the_stylesheet(rag):
    assert f'class="tag tag-{rag.value}"' in gt.rag_tag(rag)
    assert rag is Rag.NOT_KNOWN or f".tag-{rag.value}" in CSS


@pytest.mark.shows("F37")
def test_an_overridden_rating_says_that_a_person_set_it():
    assert words(gt.rag_tag(Rag.AMBER, overridden=True)) == "Amber set by a person"


def test_a_rating_that_is_none_of_the_seven_is_refused():
    with pytest.raises(ValueError, match="'blue' is not a valid Rag"):
        gt.rag_tag("blue")


@pytest.mark.parametrize(
    "way, word, said",
    [
        pytest.param("better", "Better", "Better", id="better"),
        pytest.param("same", "No change", "No change", id="same"),
        pytest.param("", "", "Cannot be said", id="none"),
        pytest.param("up", "<b>", "&lt;b&gt;", id="markup"),
    ],
)
def test_travel_says_its_word(way, word, said):
    assert words(gt.travel_mark(way, word)) == said


# --- Dates


@pytest.mark.parametrize(
    "day, said",
    [
        pytest.param(date(2005, 4, 7), "7 April 2005", id="date"),
        pytest.param(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026", id="moment-in-summer-time"),
        pytest.param(datetime(2026, 1, 14, 23, 59), "14 January 2026", id="naive-moment"),
        pytest.param(None, "", id="none"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_date_is_written_as_it_is_said(day, said):
    assert draw("{{ day|long_date }}", day=day) == said


@pytest.mark.parametrize(
    "moment, said",
    [
        pytest.param(datetime(2026, 7, 1, 13, 2, tzinfo=UTC), "14:02", id="summer-time"),
        pytest.param(datetime(2026, 1, 1, 9, 5), "09:05", id="naive"),
        pytest.param(None, "", id="none"),
    ],
)
def test_a_time_is_that_of_the_councils_clock(moment, said):
    assert draw("{{ moment|clock_time }}", moment=moment) == said


# --- The thread


def test_the_thread_links_says_and_tells_what_is_missing():
    html = draw(
        "{% thread strands %}",
        strands=[
            {"text": "Planning <service>", "url": "/s"},
            {"text": "2 actions"},
            {"text": "no portfolio answers for this", "missing": True},
        ],
    )

    assert '<a href="/s">Planning &lt;service&gt;</a>' in html
    assert "<span>2 actions</span>" in html
    assert '<span class="thread-gap">no portfolio answers for this</span>' in html


# --- Pages


def test_the_title_is_the_heading_and_is_escaped():
    html = render_to_string("layouts/page.html", {"title": "Streets <b>&"})

    assert "<title>Streets &lt;b&gt;&amp; – " in html
    assert "<h1>Streets &lt;b&gt;&amp;</h1>" in html


def test_the_navigation_marks_where_the_reader_is():
    html = render_to_string(
        "base.html", {"navigation": [("My work", "/work", False), ("Performance", "/performance", True)]}
    )

    assert '<a href="/work">My work</a>' in html
    assert '<a href="/performance" aria-current="page">Performance</a>' in html


def test_paper_says_when_it_was_printed(time_machine):
    time_machine.move_to(date(2026, 10, 12))

    assert '<p class="print-only">Printed on 12 October 2026.</p>' in render_to_string("base.html")


def test_filters_are_folded_on_a_phone_and_open_when_one_is_wrong():
    form = "<input>"
    folded, wrong = (
        render_to_string("parts/filters.html", {"list": {"form": form, "name": "bins", "has_problems": bad}})
        for bad in (False, True)
    )

    assert (
        '<details class="menu"><summary>Filter the bins</summary></details>\n<form class="filters"' in folded
    )
    assert '<details class="menu" open>' in wrong


def test_signing_out_is_a_form_with_a_token():
    user = User(username="officer", role=Role.LEAD_OFFICER)
    html = render_to_string("base.html", {"user": user}, RequestFactory().get("/"))

    assert re.search(r'<form method="post" action="/sign-out/"><input type="hidden" name="csrfmiddle', html)
    assert "<strong>officer</strong>, lead officer" in html


def test_nobody_is_named_before_they_sign_in():
    assert "Sign out" not in render_to_string("base.html", {"user": AnonymousUser()})


@pytest.mark.shows("R3")
@pytest.mark.parametrize("name", ["400", "403_csrf", "413", "429", "500", "503"])
def test_error_pages_need_no_request_no_reader_and_no_database(name):
    html = render_to_string(f"{name}.html")

    assert html.count("<h1>") == 1
    assert 'href="/static/css/golden-thread.css"' in html


@pytest.mark.parametrize("name", ["403", "404"])
def test_pages_refused_keep_the_navigation(name):
    html = render_to_string(f"{name}.html", {"navigation": [("My work", "/work", False)]})

    assert '<a href="/work">My work</a>' in html
