import datetime

import pytest
from django.contrib.auth.hashers import check_password

from council.models import User
from portfolios.models import Body
from tests.council.admin.filled import problems, save
from tests.factories import AppointmentFactory, BodyFactory, PersonFactory, PortfolioFactory, UserFactory


def lines(client, url):
    """Each line of the history: who, what was done to what, each field before and after, why."""
    entries = client.get(url).context["page"].object_list
    return [
        (each.by, each.verb, each.what, [(c.field, c.old, c.new) for c in each.changes], each.why)
        for each in entries
    ]


@pytest.mark.shows("F13")
def test_history_says_old_new_who_and_why(keeper, administrator):
    body = BodyFactory(name="Cabinet", kind="committee")

    save(keeper, f"/admin/portfolios/body/{body.pk}/change/", kind="executive", why="Council, 7 April 2026")

    assert lines(keeper, f"/admin/portfolios/body/{body.pk}/history/")[0] == (
        "administrator",
        "Changed",
        "",
        [("Kind", "Committee", "Cabinet or executive")],
        "Council, 7 April 2026",
    )


@pytest.mark.shows("F13")
def test_history_of_a_portfolio_tells_its_holders_too(keeper):
    portfolio, person = PortfolioFactory(), PersonFactory(name="The holder")

    save(
        keeper,
        f"/admin/portfolios/portfolio/{portfolio.pk}/change/",
        appointments__0__person=person.pk,
        appointments__0__starts_on="20 May 2026",
        why="Annual meeting",
    )

    assert lines(keeper, f"/admin/portfolios/portfolio/{portfolio.pk}/history/")[0] == (
        "administrator",
        "Added",
        "Holder “The holder”",
        [("Person", "(blank)", "The holder"), ("From", "(blank)", "20 May 2026")],
        "Annual meeting",
    )


def test_history_tells_that_a_holder_was_taken_out(keeper):
    appointment = AppointmentFactory(person__name="The holder")
    address = f"/admin/portfolios/portfolio/{appointment.portfolio_id}"

    save(keeper, f"{address}/change/", appointments__0__DELETE="on", why="Entered by mistake")

    assert lines(keeper, f"{address}/history/")[0] == (
        "administrator",
        "Removed",
        "Holder “The holder”",
        [],
        "Entered by mistake",
    )


@pytest.mark.shows("F13", "X-04")
def test_history_tells_other_names_which_have_no_table_of_their_own(keeper):
    body = BodyFactory(name="Cabinet")
    address = f"/admin/portfolios/body/{body.pk}"
    save(keeper, f"{address}/change/", other_names__0__name="The Executive", why="As minutes call it")

    save(keeper, f"{address}/change/", other_names__0__name="Executive Board", why="Renamed")

    assert lines(keeper, f"{address}/history/")[:2] == [
        (
            "administrator",
            "Changed",
            "Other name “Executive Board”",
            [("Name", "The Executive", "Executive Board")],
            "Renamed",
        ),
        (
            "administrator",
            "Added",
            "Other name “The Executive”",
            [("Name", "(blank)", "The Executive")],
            "As minutes call it",
        ),
    ]


@pytest.mark.shows("F13")
def test_history_tells_a_change_of_role(keeper):
    user = UserFactory(role="officer")

    save(keeper, f"/admin/council/user/{user.pk}/change/", role="lead_officer", why="Acting up")

    assert lines(keeper, f"/admin/council/user/{user.pk}/history/")[0] == (
        "administrator",
        "Changed",
        "",
        [("Role", "Officer", "Lead officer")],
        "Acting up",
    )


@pytest.mark.shows("S15")
def test_history_tells_that_a_password_was_set_and_never_which(keeper):
    user = UserFactory()
    new = {"password1": "three odd words", "password2": "three odd words", "usable_password": "true"}

    keeper.post(f"/admin/council/user/{user.pk}/password/", {**new, "set-password": "yes"})
    page = keeper.get(f"/admin/council/user/{user.pk}/history/").content.decode()

    assert check_password("three odd words", User.objects.get(pk=user.pk).password)
    assert "Password" in page
    assert "three odd words" not in page
    assert user.password not in page


def test_an_account_shows_nothing_of_its_password(keeper):
    user = UserFactory()

    page = keeper.get(f"/admin/council/user/{user.pk}/change/").content.decode()

    assert "Set a new one" in page
    assert user.password.split("$")[-1][:4] not in page


def test_history_outlives_the_row(keeper):
    body = BodyFactory(name="Short-lived Panel")

    keeper.post(f"/admin/portfolios/body/{body.pk}/delete/", {"post": "yes", "why": "Never met"})

    assert not Body.objects.filter(pk=body.pk).exists()
    assert lines(keeper, f"/admin/portfolios/body/{body.pk}/history/")[0] == (
        "administrator",
        "Removed",
        "",
        [],
        "Never met",
    )


def test_a_removal_needs_a_reason(keeper):
    body = BodyFactory()

    answer = keeper.post(f"/admin/portfolios/body/{body.pk}/delete/", {"post": "yes"}, follow=True)

    assert Body.objects.filter(pk=body.pk).exists()
    assert "Say why, in a few words" in answer.content.decode()


@pytest.mark.shows("F13")
def test_a_change_needs_a_reason_and_a_new_row_does_not(keeper):
    body = BodyFactory()

    changed = save(keeper, f"/admin/portfolios/body/{body.pk}/change/", name="Other")
    added = save(keeper, "/admin/portfolios/body/add/", name="New", kind="panel")

    assert problems(changed) == {"why": ["Say why, in a few words"]}
    assert added.status_code == 302


def test_saving_without_a_change_leaves_no_line(keeper):
    body = BodyFactory()
    address = f"/admin/portfolios/body/{body.pk}"

    save(keeper, f"{address}/change/", why="Only looking")

    assert [line[1] for line in lines(keeper, f"{address}/history/")] == ["Added"]


def test_history_has_no_page_that_brings_an_old_state_back(keeper):
    body = BodyFactory()
    record = body.history.get()

    answer = keeper.get(f"/admin/portfolios/body/{body.pk}/history/{record.pk}/")

    assert answer.status_code == 302


@pytest.mark.parametrize("pk", ["9" * 30, "nothing", "0"])
def test_history_of_nothing_is_not_found(keeper, pk):
    assert keeper.get(f"/admin/portfolios/body/{pk}/history/").status_code == 404


@pytest.mark.parametrize("changes", [3, 30])
def test_history_takes_the_same_queries_however_long(keeper, django_assert_max_num_queries, changes):
    portfolio = PortfolioFactory()
    for number in range(changes):
        start = datetime.date(2020, 1, 1) + datetime.timedelta(days=number)
        AppointmentFactory(portfolio=portfolio, starts_on=start)

    with django_assert_max_num_queries(12):
        keeper.get(f"/admin/portfolios/portfolio/{portfolio.pk}/history/")
