import pytest

from council.access import PERMISSIONS, Permission, Role
from portfolios.choices import AmendmentKind
from portfolios.models import Amendment, Appointment, Portfolio
from portfolios.operations.amendments import bring_into_force, decide, propose
from tests.factories import AppointmentFactory, PersonFactory, PortfolioFactory
from tests.portfolios.admin.amending import CRM, boxes, buttons, page_of, plain, press, said, step_of
from tests.portfolios.remits import (
    ANNUAL,
    AT,
    cabinet_decision,
    commenced,
    decided,
    drafted,
)

KIND = AmendmentKind
WORDS_NOW = "responsibility for the One Stop Shop"
WORDS_THEN = f"responsibility for the {CRM} One Stop Shop"


def test_a_split_whose_portfolio_is_in_use_is_not_undone(keeper, egov, one_stop, administrator):
    split = drafted(KIND.SPLIT, egov, items=[one_stop.pk], words="Customers", by=administrator)
    commenced(decided(split, by=administrator), by=administrator)
    AppointmentFactory(portfolio=Portfolio.objects.get(name="Customers"), person=PersonFactory())

    answer = press(keeper, page_of(split, "undo"), "take", why="Not yet")

    assert said(answer)[""][0].startswith("The portfolio that it made is in use by now")
    assert step_of(split) == "commenced"
    assert Appointment.objects.count() == 1


def test_a_merge_that_clashes_with_a_holders_first_day_is_refused(keeper, egov, one_stop, administrator):
    merge = drafted(KIND.MERGE, egov, to_portfolio=PortfolioFactory(name="Resources"), by=administrator)
    decided(merge, by=administrator)
    AppointmentFactory(portfolio=egov, person=PersonFactory(), starts_on=ANNUAL)
    address = page_of(merge, "commence")

    answer = keeper.post(
        address, boxes(press(keeper, address, "show", effective_on="20 May 2005")) | {"take": "1"}
    )

    assert (answer.status_code, step_of(merge)) == (200, "decided")
    assert said(answer)[""]


@pytest.mark.parametrize(
    "permission, far, name",
    [
        pytest.param(Permission.DRAFT_AMENDMENTS, 0, "propose", id="propose"),
        pytest.param(Permission.DRAFT_AMENDMENTS, 0, "withdraw", id="withdraw-a-draft"),
        pytest.param(Permission.DECIDE_AMENDMENTS, 1, "decide", id="decide"),
        pytest.param(Permission.DRAFT_AMENDMENTS, 1, "undo", id="undo-a-proposal"),
        pytest.param(Permission.COMMENCE_AMENDMENTS, 2, "commence", id="commence"),
        pytest.param(Permission.DECIDE_AMENDMENTS, 2, "undo", id="undo-a-decision"),
        pytest.param(Permission.COMMENCE_AMENDMENTS, 3, "undo", id="undo-a-day"),
        pytest.param(Permission.COMMENCE_AMENDMENTS, 3, "withdraw", id="withdraw-what-is-pending"),
    ],
)
def test_each_step_asks_for_its_own_permission(
    keeper, insertion, administrator, monkeypatch, permission, far, name
):
    if far > 0:
        propose(insertion, expected=insertion.version, by=administrator, at=AT)
    if far > 1:
        decide(insertion, decision=cabinet_decision(), expected=insertion.version, by=administrator, at=AT)
    if far > 2:
        bring_into_force(insertion, effective_on=ANNUAL, expected=insertion.version, by=administrator, at=AT)
    sent = boxes(keeper.get(page_of(insertion, name))) | {"why": "Test", "take": "1"}
    assert name in buttons(keeper, insertion)
    before = step_of(insertion)

    monkeypatch.setitem(PERMISSIONS, Role.ADMINISTRATOR, PERMISSIONS[Role.ADMINISTRATOR] - {permission})

    assert name not in buttons(keeper, insertion)
    assert [
        keeper.get(page_of(insertion, name)).status_code,
        keeper.post(page_of(insertion, name), sent).status_code,
    ] == [403, 403]
    assert step_of(insertion) == before


def test_without_the_permission_to_draft_a_draft_is_read_only(keeper, insertion, monkeypatch):
    sent = boxes(keeper.get(page_of(insertion)))
    monkeypatch.setitem(
        PERMISSIONS, Role.ADMINISTRATOR, PERMISSIONS[Role.ADMINISTRATOR] - {Permission.DRAFT_AMENDMENTS}
    )

    assert boxes(keeper.get(page_of(insertion))) == {}
    assert keeper.post(page_of(insertion), sent | {"show": "1"}).status_code == 403
    assert keeper.get("/admin/portfolios/amendment/add/").status_code == 403
    assert "Amend this remit" not in plain(
        keeper.get(f"/admin/portfolios/portfolio/{insertion.portfolio_id}/change/")
    )


def test_an_amendment_is_never_deleted(keeper, insertion):
    address = page_of(insertion, "delete")

    assert (keeper.get(address).status_code, keeper.post(address, {"why": "x"}).status_code) == (403, 403)
    assert Amendment.objects.filter(pk=insertion.pk).exists()


@pytest.mark.parametrize("pk", ["0", "9" * 30, "999"])
@pytest.mark.parametrize("name", ["propose", "decide", "commence", "undo", "withdraw"])
def test_a_step_of_nothing_is_not_found(keeper, name, pk):
    assert keeper.get(f"/admin/portfolios/amendment/{pk}/{name}/").status_code == 404


@pytest.mark.parametrize("name", ["decide", "commence", "undo"])
def test_a_step_that_cannot_follow_says_so(keeper, insertion, name):
    address = page_of(insertion, name)
    sent = {"version": insertion.version, "why": "Test", "effective_on": "20 May 2005", "take": "1"}

    answer = keeper.post(address, sent | {"decision": cabinet_decision().pk})

    assert answer.status_code == 200
    assert answer.context["cannot"]
    assert step_of(insertion) == "drafted"
