"""The words of a remit are changed by amendments alone: no other form of the register has a box for them."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from portfolios.choices import AmendmentKind
from portfolios.models import Amendment, AmendmentEntry, PortfolioName
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import boxes, page_of
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted, found, texts

WRITTEN_BY_AMENDMENTS = (Amendment, AmendmentEntry, PortfolioName)


def forms_of(model_admin, request, row=None):
    """The boxes of a page of the register, of its own row and of the rows below it."""
    yield model_admin.model, model_admin.get_form(request, row, change=row is not None).base_fields
    for inline in model_admin.get_inline_instances(request, row):
        yield inline.model, inline.get_formset(request, row).form.base_fields


def boxes_for_words(site, request):
    return [
        f"{type(model_admin).__name__} has a box for {name} of {model.__name__}."
        for model_admin in site._registry.values()
        for model, fields in forms_of(model_admin, request)
        if model in WRITTEN_BY_AMENDMENTS
        for name in fields
        if name not in ("why", "read_as")
    ]


@pytest.fixture
def request_of_keeper(administrator):
    request = RequestFactory().get("/admin/")
    request.user = administrator
    return request


def test_no_form_of_the_register_has_a_box_for_the_words_of_a_remit(request_of_keeper):
    assert boxes_for_words(admin.site, request_of_keeper) == []


def test_a_box_for_them_would_be_told(request_of_keeper):
    class Loose(admin.ModelAdmin):
        fields = ["words"]

    site = admin.AdminSite()
    site.register(Amendment, Loose)

    assert boxes_for_words(site, request_of_keeper) == ["Loose has a box for words of Amendment."]


def test_the_name_of_a_registered_portfolio_has_no_box(request_of_keeper, db):
    model_admin = next(
        each for each in admin.site._registry.values() if type(each).__name__ == "PortfolioAdmin"
    )

    assert "name" not in model_admin.get_form(request_of_keeper, PortfolioFactory(), change=True).base_fields
    assert "name" in model_admin.get_form(request_of_keeper).base_fields


@pytest.mark.parametrize("far", ["decided", "pending", "recorded"])
def test_words_sent_for_what_is_no_draft_any_more_change_nothing(client, administrator, far):
    client.force_login(administrator)
    portfolio = PortfolioFactory()
    item = found(portfolio, "libraries", by=administrator)
    row = drafted(
        AmendmentKind.SUBSTITUTE, portfolio, item=item, anchor="libraries", words="books", by=administrator
    )
    sent = boxes(client.get(page_of(row))) | {"words": "Forged", "why": "Forged"}
    if far == "recorded":
        row = item
    else:
        decided(row, by=administrator)
    if far == "pending":
        commenced(row, by=administrator)
    before, words = texts(portfolio, ANNUAL), row.words

    for button in ("show", "save", "fields", "_save"):
        answer = client.post(page_of(row), sent | {"version": row.version, button: "1"})
        assert "Nothing was saved" in answer.content.decode()

    row.refresh_from_db()
    assert row.words == words
    assert texts(portfolio, ANNUAL) == before
