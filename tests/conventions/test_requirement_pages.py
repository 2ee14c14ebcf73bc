"""The pages that the list of requirements names are addresses of the site."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.contrib.auth.views import LoginView
from django.urls import URLPattern, URLResolver, get_resolver, include, path, re_path

from tests.requirements import Requirement, read_requirements

SOME_ROUTES = [
    path("performance/", include([path("indicators/<int:pk>/", LoginView.as_view())])),
    re_path(r"^portfolios/$", LoginView.as_view()),
]


def addresses(patterns: Iterable[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Every address, with <> where something is filled in: /performance/indicators/<>/."""
    for pattern in patterns:
        address = before + re.sub(r"<[^>]*>", "<>", str(pattern.pattern).strip("^$"))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, address)
        else:
            yield address


def wrong_pages(requirements: Iterable[Requirement], known: set[str]) -> list[str]:
    """A sentence for every page that is no address of the site; several pages stand with commas between."""
    return [
        f"{requirement.id} is said to be seen at {page}, which is no address of the site."
        for requirement in requirements
        if requirement.page != "–"
        for page in requirement.page.split(", ")
        if re.sub(r"<[^>]*>", "<>", page) not in known
    ]


def test_every_page_named_is_an_address_of_the_site():
    assert wrong_pages(read_requirements(), set(addresses(get_resolver().url_patterns))) == []


def test_addresses_are_put_together_from_their_parts():
    assert list(addresses(SOME_ROUTES)) == ["/performance/indicators/<>/", "/portfolios/"]


@pytest.mark.parametrize(
    "page, sentences",
    [
        pytest.param("–", [], id="none-as-yet"),
        pytest.param("/portfolios/", [], id="plain"),
        pytest.param("/performance/indicators/<id>/", [], id="pattern"),
        pytest.param("/portfolios/, /performance/indicators/<id>/", [], id="two"),
        pytest.param(
            "/portfolio/",
            ["F1 is said to be seen at /portfolio/, which is no address of the site."],
            id="mistyped",
        ),
        pytest.param(
            "the register",
            ["F1 is said to be seen at the register, which is no address of the site."],
            id="words",
        ),
    ],
)
def test_a_page_that_is_no_address_is_told(page, sentences):
    known = set(addresses(SOME_ROUTES))

    assert wrong_pages([Requirement("F1", "A register", page)], known) == sentences
