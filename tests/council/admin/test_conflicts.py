import pytest

from council.admin import saving
from council.admin.register import RegisterAdmin
from council.audit import save_versioned
from council.models import User
from portfolios.models import Appointment, Body
from tests.council.admin.filled import filled, problems, row_problems, save
from tests.factories import AppointmentFactory, BodyFactory, IndicatorFactory, PersonFactory, UserFactory

OVERTAKEN = "Somebody else saved this while you were working"


def elsewhere(body, by=None, **changes):
    """Another administrator saves the body meanwhile."""
    there = Body.objects.get(pk=body.pk)
    for name, value in changes.items():
        setattr(there, name, value)
    save_versioned(there, expected=there.version, by=by, why="Meanwhile")


@pytest.mark.shows("D4")
def test_the_second_of_two_saves_sees_both_and_loses_nothing(keeper):
    body = BodyFactory(name="Cabinet")
    address = f"/admin/portfolios/body/{body.pk}/change/"
    mine = filled(keeper, address, name="My Cabinet", why="Mine")
    elsewhere(body, name="Their Cabinet")

    answer = keeper.post(address, mine)

    assert Body.objects.get().name == "Their Cabinet"
    assert problems(answer)["name"] == ["Now saved as “Their Cabinet”"]
    assert problems(answer)[""][0].startswith(OVERTAKEN)
    assert answer.context["adminform"].form["name"].value() == "My Cabinet"
    assert answer.context["adminform"].form["why"].value() == "Mine"


def test_the_second_is_told_who_was_first(keeper):
    body = BodyFactory(name="Cabinet")
    address = f"/admin/portfolios/body/{body.pk}/change/"
    mine = filled(keeper, address, name="My Cabinet", why="Mine")
    elsewhere(body, by=UserFactory(first_name="The", last_name="Other"), name="Their Cabinet")

    assert problems(keeper.post(address, mine))[""][0].startswith(
        "The Other saved this while you were working"
    )


def test_saving_again_after_seeing_both_is_a_choice(keeper):
    body = BodyFactory(name="Cabinet")
    address = f"/admin/portfolios/body/{body.pk}/change/"
    mine = filled(keeper, address, name="My Cabinet", why="Mine")
    elsewhere(body, name="Their Cabinet")
    shown = keeper.post(address, mine).context["adminform"].form

    keeper.post(address, mine | {"read_as": shown["read_as"].value()})

    assert Body.objects.get().name == "My Cabinet"


@pytest.mark.parametrize("forged", ["", "999", "nonsense", "-1", "9" * 39, "1\0"])
def test_a_state_that_was_never_read_saves_nothing(keeper, forged):
    body = BodyFactory(name="Cabinet")

    answer = save(
        keeper, f"/admin/portfolios/body/{body.pk}/change/", name="Other", why="Forged", read_as=forged
    )

    assert answer.status_code == 200
    assert Body.objects.get().name == "Cabinet"


@pytest.mark.shows("D4")
def test_a_save_between_check_and_save_is_shown_too(keeper, monkeypatch):
    body = BodyFactory(name="Cabinet")
    address = f"/admin/portfolios/body/{body.pk}/change/"
    saving_it, interruptions = RegisterAdmin.save_model, []

    def interrupted(self, request, obj, form, change):
        if not interruptions:
            interruptions.append(1)
            Body.objects.filter(pk=obj.pk).update(name="Their Cabinet", version=obj.version + 1)
        saving_it(self, request, obj, form, change)

    monkeypatch.setattr(RegisterAdmin, "save_model", interrupted)

    answer = save(keeper, address, name="My Cabinet", why="Mine")

    # The interruption was part of the transaction that was taken back, so the second try finds the old state.
    assert (answer.status_code, Body.objects.get().name, interruptions) == (302, "My Cabinet", [1])


def test_without_the_comparison_the_first_save_is_lost(keeper, monkeypatch):
    """The control: it is the comparison that keeps the first save, not something else on the way."""
    body = BodyFactory(name="Cabinet")
    address = f"/admin/portfolios/body/{body.pk}/change/"
    mine = filled(keeper, address, name="My Cabinet", why="Mine")
    elsewhere(body, name="Their Cabinet")
    monkeypatch.setattr("council.admin.row_forms.RowForm._show_both", lambda form: None)
    monkeypatch.setattr(saving, "save_versioned", lambda row, **_: row.save())

    keeper.post(address, mine)

    assert Body.objects.get().name == "My Cabinet"


@pytest.mark.shows("D4")
def test_an_account_has_no_version_and_is_compared_all_the_same(keeper):
    user = UserFactory(first_name="Old", role="officer")
    address = f"/admin/council/user/{user.pk}/change/"
    mine = filled(keeper, address, first_name="Mine", why="Mine")
    User.objects.filter(pk=user.pk).update(role="member")

    answer = keeper.post(address, mine)

    user.refresh_from_db()
    assert (user.first_name, user.role) == ("Old", "member")
    assert problems(answer)["role"] == ["Now saved as “Member”"]


def test_somebody_signing_in_meanwhile_is_no_conflict(keeper):
    user = UserFactory()
    address = f"/admin/council/user/{user.pk}/change/"
    mine = filled(keeper, address, first_name="Mine", why="Mine")
    User.objects.filter(pk=user.pk).update(last_login="2026-10-05T09:00Z")

    assert keeper.post(address, mine).status_code == 302


@pytest.mark.shows("D4")
def test_a_row_below_the_form_is_compared_with_its_own_state(keeper):
    appointment = AppointmentFactory(person=PersonFactory(name="First"))
    theirs, mine = PersonFactory(name="Theirs"), PersonFactory(name="Mine")
    address = f"/admin/portfolios/portfolio/{appointment.portfolio_id}/change/"
    sent = filled(keeper, address, appointments__0__person=mine.pk, why="Mine")
    Appointment.objects.filter(pk=appointment.pk).update(person=theirs)

    answer = keeper.post(address, sent)

    assert Appointment.objects.get().person == theirs
    assert row_problems(answer)[0]["person"] == ["Now saved as “Theirs”"]


def test_a_row_below_the_form_that_somebody_removed_is_no_crash(keeper):
    appointment = AppointmentFactory()
    address = f"/admin/portfolios/portfolio/{appointment.portfolio_id}/change/"
    sent = filled(keeper, address, appointments__0__starts_on="1 May 2026", why="Mine")
    Appointment.objects.all().delete()

    answer = keeper.post(address, sent)

    assert answer.status_code == 200
    assert row_problems(answer)


def test_what_only_the_database_finds_wrong_is_a_sentence(keeper):
    """Two new rows for one year pass the form and meet in the database."""
    address = f"/admin/performance/indicator/{IndicatorFactory(decimals=0).pk}/change/"
    first = {"targets__0__year": "2026/27", "targets__0__as_written": "80%"}
    second = {
        "targets__1__year": "2026/27",
        "targets__1__as_written": "85%",
        "targets__1__id": "",
        "targets__1__base": "",
        "targets__TOTAL_FORMS": "2",
    }

    answer = save(keeper, address, **first, **second, why="Two at once")

    assert answer.status_code == 200
    assert problems(answer)[""] == ["This indicator already has a target for that year."]
    assert "85%" in answer.content.decode()
