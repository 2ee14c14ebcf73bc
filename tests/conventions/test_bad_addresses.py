"""No address ends in an error of ours, whatever is in its path, its query or its cookies."""

import re
from urllib.parse import quote_plus

import pytest
from django.db import transaction
from django.test import Client

from tests.conventions.addresses import addresses
from tests.conventions.bad_text import NASTY, NASTY_BYTES

HUGE = (
    "99999999999999999999",
    str(2**31),
    str(2**63),
    "9" * 5000,
    "0",
    "-1",
    "1.5",
    "١٢",
    "x" * 8000,
    "1e400",
)
PARAMETERS = (
    "at",
    "on",
    "beside",
    "portfolio",
    "service",
    "page",
    "sort",
    "export",
    "search",
    "status",
    "reference_kind",
    "next",
    "when",
    "whose",
    "owner",
    "report",
    "about",
)
ROLES = ("lead officer", "administrator")


def codes(council, urls, roles=ROLES):
    """Every address asked by each role, with those that ended in an error of ours, and how many were asked."""
    broken, asked = [], 0
    for role in roles:
        client = Client(raise_request_exception=False)
        for url in urls:
            client.cookies.update(council.sessions[role])
            with transaction.atomic():
                code = client.get(raw(url)).status_code
            asked += 1
            if code >= 500:
                broken.append(f"{role}: {url[:60]}…{url[-30:]} {code}")
    return broken, asked


def raw(url):
    """The address as it travels: what is no ASCII becomes bytes, lone halves of characters too."""
    return "".join(
        letter if letter.isascii() else quote_plus(letter.encode("utf-8", "surrogatepass")) for letter in url
    ).replace("\0", "%00")


@pytest.mark.shows("R1")
def test_no_path_breaks_a_page(council):
    values = (*HUGE, *NASTY_BYTES)
    urls = [each.with_parts(value) for each in addresses() if each.parts for value in values]
    # The register's history pages look a key up by themselves: see its own tests for keys beyond all measure.
    urls = [url for url in urls if not (url.startswith("/admin/") and "9" * 5000 in url)]
    urls += [f"/{value}" for value in values] + [f"/performance/{value}/" for value in values]

    broken, asked = codes(council, [url for url in urls if "admin/jsi18n" not in url])

    assert asked > 1000
    assert broken == []


@pytest.mark.shows("R1", "P50")
def test_no_query_breaks_a_page(council):
    values = [
        quote_plus(text.encode("utf-8", "surrogatepass")) for text in NASTY.values() if len(text) <= 5000
    ]
    pages = [
        each.url(council) for each in addresses() if not each.is_register and not each.route.startswith("^")
    ]
    urls = [
        f"{page}?{name}={value}" for page in pages for name in PARAMETERS for value in (*values, *NASTY_BYTES)
    ]

    # One in seven, so that each page meets each parameter and each value within a minute.
    broken, asked = codes(council, urls[::7], roles=ROLES[:1])

    assert asked > 500
    assert broken == []


@pytest.mark.shows("R1")
def test_no_query_breaks_the_list_of_indicators(council):
    """The page with the most parameters, with all of them."""
    url = "/performance/indicators/"
    values = [quote_plus(text.encode("utf-8", "surrogatepass")) for text in NASTY.values()]
    urls = [f"{url}?{name}={value}" for name in PARAMETERS for value in (*values, *NASTY_BYTES)]
    urls += [f"{url}?{name}=a&{name}={value}" for name in PARAMETERS for value in values[:6]]

    assert codes(council, urls, roles=("member",))[0] == []


@pytest.mark.shows("R1")
def test_a_dashboard_of_every_quarter_offered_can_be_opened(council):
    client = Client()
    client.cookies.update(council.sessions["member"])
    offered = re.findall(r'<option value="(\d{4}-q\d)"', client.get("/performance/").content.decode())

    assert [client.get(f"/performance/?at={each}").status_code for each in offered] == [200] * 20


@pytest.mark.shows("R1")
@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken"])
def test_no_cookie_breaks_a_page(council, cookie):
    values = [
        '"\\000abcdefgh"',
        "\\000" * 8,
        "x" * 5000,
        "'; DROP TABLE a; --",
        "é" * 32,
        '"\\377\\376abcdefgh"',
    ]
    client, answers = Client(raise_request_exception=False), []
    for value in values:
        with transaction.atomic():
            answers.append(client.get("/performance/", headers={"cookie": f"{cookie}={value}"}).status_code)

    assert set(answers) <= {302, 400}
