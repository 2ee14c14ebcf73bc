"""The holders of portfolios in the register: two at once, or nobody between two, only with a reason."""

from datetime import date

import pytest

from portfolios.models import Appointment, Portfolio
from tests.council.admin.filled import row_problems, save
from tests.factories import (
    AppointmentFactory,
    PersonFactory,
    PortfolioFactory,
)

DO = "Change a day, or say why under “Why two, or why a gap”."
OVERLAP = f"Ashby and Birch would both hold it on 19 May 2026. {DO}"
GAP = f"Nobody would hold it on 20 May 2026, between Ashby and Birch. {DO}"


@pytest.fixture
def keeper(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.fixture
def held(db):
    """A portfolio that Ashby held until 19 May 2026."""
    held = PortfolioFactory(name="Place")
    AppointmentFactory(
        portfolio=held, person__name="Ashby", starts_on=date(2025, 5, 21), ends_on=date(2026, 5, 19)
    )
    return held


@pytest.fixture
def birch(db):
    """Who is to follow."""
    return PersonFactory(name="Birch")


@pytest.mark.shows("F1", "S0-08")
@pytest.mark.parametrize(
    "starts_on, refused",
    [
        pytest.param("19 May 2026", OVERLAP, id="the-same-day"),
        pytest.param("20 May 2026", "", id="the-day-after"),
        pytest.param("21 May 2026", GAP, id="a-day-later"),
    ],
)
@pytest.mark.parametrize("from_person", [False, True], ids=["on-the-portfolio", "on-the-person"])
def test_a_successor_neither_overlaps_nor_leaves_a_gap(keeper, held, birch, starts_on, refused, from_person):
    if from_person:
        address, row = f"/admin/portfolios/person/{birch.pk}/change/", "appointments__0__"
        who = {f"{row}portfolio": held.pk}
    else:
        address, row = f"/admin/portfolios/portfolio/{held.pk}/change/", "appointments__1__"
        who = {f"{row}person": birch.pk}

    answer = save(keeper, address, why="Annual meeting", **who, **{f"{row}starts_on": starts_on})

    assert Appointment.objects.filter(person=birch).count() == (0 if refused else 1)
    if refused:
        assert row_problems(answer) == [{"starts_on": [refused]}]


@pytest.mark.shows("F1", "F13")
@pytest.mark.parametrize("starts_on", ["19 May 2026", "21 May 2026"], ids=["overlap", "gap"])
def test_an_explanation_lets_both_stand(keeper, held, birch, starts_on):
    answer = save(
        keeper,
        f"/admin/portfolios/portfolio/{held.pk}/change/",
        appointments__1__person=birch.pk,
        appointments__1__starts_on=starts_on,
        appointments__1__explanation="By-election",
        why="Annual meeting",
    )

    assert answer.status_code == 302
    assert Appointment.objects.get(person=birch).explanation == "By-election"


def test_an_earlier_holder_made_to_stay_longer_is_refused_beside_the_last_day(keeper, held, birch):
    AppointmentFactory(portfolio=held, person=birch, starts_on=date(2026, 5, 20))
    address = f"/admin/portfolios/portfolio/{held.pk}/change/"
    rows = {each.person.name: each for each in held.appointments.all()}
    place = [each.pk for each in held.appointments.all()].index(rows["Ashby"].pk)

    answer = save(keeper, address, why="Test", **{f"appointments__{place}__ends_on": "20 May 2026"})

    assert row_problems(answer) == [{"ends_on": [OVERLAP.replace("19 May", "20 May")]}]


def test_taking_out_the_one_between_two_others_leaves_a_gap(keeper, held, birch):
    between = AppointmentFactory(
        portfolio=held, person=birch, starts_on=date(2026, 5, 20), ends_on=date(2026, 6, 19)
    )
    AppointmentFactory(portfolio=held, person__name="Cole", starts_on=date(2026, 6, 20))

    answer = save(
        keeper, f"/admin/portfolios/person/{birch.pk}/change/", appointments__0__DELETE="on", why="Mistake"
    )

    formset = next(
        each.formset
        for each in answer.context["inline_admin_formsets"]
        if each.formset.prefix == "appointments"
    )
    assert list(formset.non_form_errors()) == [
        f"Nobody would hold it from 20 May 2026 to 19 June 2026, between Ashby and Cole. {DO}"
    ]
    assert Appointment.objects.filter(pk=between.pk).exists()


def test_what_stood_before_the_rule_does_not_stop_another_change(keeper, held, birch):
    AppointmentFactory(portfolio=held, person=birch, starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 30))
    address = f"/admin/portfolios/portfolio/{held.pk}/change/"

    renamed = save(keeper, address, summary="What is built", why="Words")
    followed = save(
        keeper,
        address,
        appointments__2__person=PersonFactory(name="Cole").pk,
        appointments__2__starts_on="1 July 2026",
        why="Annual meeting",
    )

    assert (renamed.status_code, followed.status_code) == (302, 302)


def test_a_new_portfolio_is_checked_too(keeper, birch):
    answer = save(
        keeper,
        "/admin/portfolios/portfolio/add/",
        name="Place",
        appointments__0__person=birch.pk,
        appointments__0__starts_on="1 May 2026",
    )

    assert (answer.status_code, Portfolio.objects.get().appointments.get().person) == (302, birch)
