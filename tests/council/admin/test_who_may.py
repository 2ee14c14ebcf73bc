import pytest
from django.contrib import admin
from django.urls import reverse

from council.access import Role
from council.admin_site import KeptByAdministrators, RegisterSite
from performance.models import SummaryHeading
from portfolios.models import Body, Post
from tests.factories import BodyFactory, UserFactory

LISTS = [
    reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist") for model in admin.site._registry
]
# There are three headings of summaries, no more and no fewer, and one text for each occasion.
FIXED = ("/admin/performance/summaryheading/", "/admin/complaints/messagetext/")
PAGES = ["/admin/", *LISTS, *(f"{address}add/" for address in LISTS if address not in FIXED)]


@pytest.mark.shows("P21", "F1")
def test_every_noun_of_the_register_is_kept_and_no_return():
    assert {model.__name__ for model in admin.site._registry} == {
        *("User", "BankHoliday", "ClosureDay"),
        *("Body", "Person", "Portfolio", "Post", "Service"),
        *(
            "Abbreviation",
            "Amendment",
            "AwaitedEvent",
            "Decision",
            "Finding",
            "KeyDecisionNotice",
            "Meeting",
            "Procedure",
        ),
        *("Promise", "Report"),
        *("Cycle", "Indicator", "MunicipalYear", "Period", "RatingRule", "Target"),
        *("ProgressHeading", "ReportingArea", "SummaryHeading"),
        *("CaseDefinition", "CaseProcedure", "Cause", "MessageText", "RetentionRule", "Survey"),
    }


@pytest.mark.shows("P21")
@pytest.mark.parametrize("page", PAGES)
def test_administrators_reach_every_page(client, administrator, page):
    client.force_login(administrator)

    assert client.get(page).status_code == 200


@pytest.mark.shows("P21")
@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEAD_OFFICER, Role.MEMBER])
@pytest.mark.parametrize("page", PAGES)
def test_no_other_role_reaches_any_page_whatever_django_thinks_of_it(client, db, role, page):
    client.force_login(UserFactory(role=role, is_staff=True, is_superuser=True))

    assert client.get(page).status_code == 403
    assert client.post(page, {}).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_led_to_sign_in_and_back(client, db, page):
    answer = client.get(page, follow=True)

    assert answer.redirect_chain[-1] == (f"/sign-in/?next={page}", 302)


@pytest.mark.shows("P21")
def test_an_administrator_needs_none_of_djangos_own_permissions(client, db):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR, is_staff=False, is_superuser=False))

    assert client.get("/admin/portfolios/body/add/").status_code == 200


def test_an_administrator_who_was_switched_off_is_out(client, administrator):
    client.force_login(administrator)
    administrator.is_active = False
    administrator.save()

    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/sign-in/")


@pytest.mark.parametrize("page", ["history/", "delete/", "change/"])
def test_an_officer_reaches_no_page_of_a_row(client, officer, page):
    client.force_login(officer)

    assert client.get(f"/admin/portfolios/body/{BodyFactory().pk}/{page}").status_code == 403


def test_an_officer_cannot_look_things_up_in_search_lists(client, officer):
    client.force_login(officer)
    query = "app_label=portfolios&model_name=service&field_name=manager"

    assert client.get(f"/admin/autocomplete/?{query}").status_code == 403


def test_what_a_library_registers_is_left_out():
    class Theirs(admin.ModelAdmin):
        pass

    class Ours(KeptByAdministrators, admin.ModelAdmin):
        pass

    site = RegisterSite()
    site.register(Body, Theirs)
    site.register(Post, Ours)

    assert list(site._registry) == [Post]


def test_rows_are_never_deleted_by_the_dozen(client, administrator):
    BodyFactory()
    client.force_login(administrator)

    page = client.get("/admin/portfolios/body/").content.decode()

    assert "delete_selected" not in page
    assert admin.site._actions == {}


def test_a_summary_heading_is_not_removed_even_with_a_reason(client, administrator):
    client.force_login(administrator)
    heading, _ = SummaryHeading.objects.get_or_create(section="risk", defaults={"words": "Risks"})

    answer = client.post(
        f"/admin/performance/summaryheading/{heading.pk}/delete/", {"why": "x", "post": "yes"}
    )

    assert answer.status_code == 403
    assert SummaryHeading.objects.filter(pk=heading.pk).exists()
