"""A page put together from pieces is the page, compressed or not."""

import gzip

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from performance.views.sent import PLACE, Kept, page_with
from tests.performance import lives
from tests.performance.views.pages import words


def sent(before, part, after, **headers):
    return page_with(Kept.of(part), f"{before}{PLACE}{after}", RequestFactory().get("/", headers=headers))


@given(before=st.text(), part=st.text(), after=st.text())
def test_a_browser_that_takes_gzip_gets_the_same_page(before, part, after):
    answer = sent(before, part, after, accept_encoding="gzip, deflate, br")

    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content).decode() == before + part + after


def test_a_large_part_takes_a_tenth_of_the_bytes():
    row = "<tr><th>Waste recycled</th><td>60%</td></tr>\n"

    assert len(sent("<p>", row * 4000, "</p>", accept_encoding="gzip").content) < len(row) * 400


@pytest.mark.parametrize("headers", [{}, {"accept_encoding": "br"}], ids=["none", "br"])
def test_others_get_the_page_as_it_is(headers):
    answer = sent("<p>", "£ and → 60%", "</p>", **headers)

    assert answer.content.decode() == "<p>£ and → 60%</p>"
    assert not answer.has_header("Content-Encoding")
    assert answer["Vary"] == "Accept-Encoding"


def test_a_dashboard_says_the_same_to_both(browser_of, member, service, period):
    lives.signed_off(lives.measured(service), period, "60")
    browser = browser_of(member)

    plain = browser.get("/performance/")
    packed = browser.get("/performance/", headers={"accept-encoding": "gzip"})
    assert len(packed.content) < len(plain.content) / 3

    packed.content = gzip.decompress(packed.content)
    assert words(packed) == words(plain)
