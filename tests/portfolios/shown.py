"""Remits and amendments as pages show them, in a line or a text."""

from datetime import date

from django.test import Client

from portfolios.figures.remit_page import remit_page
from portfolios.figures.remits import remit_register
from portfolios.models import Portfolio
from tests.performance.views.pages import words

TODAY = date(2026, 10, 12)


def page_of(portfolio, on=TODAY, today=TODAY):
    """What the page of a portfolio is told of its remit on a day."""
    return remit_page(remit_register(), Portfolio.objects.get(pk=portfolio.pk), on=on, today=today)


def said(redlined):
    """A redline in one line: [-removed-] and {+added+}."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[each.kind].format(each.text) for each in redlined)


def signed_in(user):
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(user)
    return client


def page(client, address, **query):
    """A page as text; it must be there."""
    answer = client.get(address, query)
    assert answer.status_code == 200
    return words(answer)
