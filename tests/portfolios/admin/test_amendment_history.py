import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portfolios.choices import AmendmentKind
from tests.council.admin.filled import save
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import CRM, page_of, plain, press, saved
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted

KIND = AmendmentKind
OLD = "responsibility for the One Stop Shop"
NEW = f"responsibility for the {CRM} One Stop Shop"


def lines(client, address):
    entries = client.get(address).context["page"].object_list
    return [(each.by, each.verb, each.what, each.changes[:1], each.why) for each in entries]


def words(change):
    return [(each.field, each.old, each.new) for each in change]


@pytest.mark.shows("F13", "S0-14")
def test_history_of_an_amendment_says_old_words_new_words_who_and_why(keeper, insertion):
    press(keeper, page_of(insertion, "propose"), "take", why="For the cabinet of 7 April")

    by, verb, _, change, why = lines(keeper, page_of(insertion, "history"))[0]

    assert (by, verb, why) == ("administrator", "Proposed", "For the cabinet of 7 April")
    assert words(change) == [("Words", OLD, NEW)]
    page = plain(keeper.get(page_of(insertion, "history")))
    assert f"<del>{OLD}</del>" in page
    assert "before “One Stop Shop” insert" in page


@pytest.mark.shows("F13")
def test_history_of_a_portfolio_tells_its_amendments_beside_its_other_changes(keeper, egov, insertion):
    save(keeper, f"/admin/portfolios/portfolio/{egov.pk}/change/", summary="Offices", why="Asked for")
    press(keeper, page_of(insertion, "propose"), "take", why="For the cabinet")

    told = lines(keeper, f"/admin/portfolios/portfolio/{egov.pk}/history/")

    assert (str(insertion), "Proposed") in [(what, verb) for _, verb, what, _, _ in told]
    assert ("", "Changed") in [(what, verb) for _, verb, what, _, _ in told]
    assert [words(change) for _, verb, _, change, _ in told if verb == "Proposed"] == [[("Words", OLD, NEW)]]


def test_history_of_a_portfolio_tells_what_came_from_another(keeper, egov, one_stop, administrator):
    resources = PortfolioFactory(name="Resources")
    move = drafted(KIND.MOVE_ITEM, egov, item=one_stop, to_portfolio=resources, by=administrator)

    told = lines(keeper, f"/admin/portfolios/portfolio/{resources.pk}/history/")

    assert str(move) in [what for _, _, what, _, _ in told]


def test_a_step_back_is_told_as_such(keeper, insertion):
    press(keeper, page_of(insertion, "propose"), "take")
    press(keeper, page_of(insertion, "undo"), "take", why="Too soon")

    assert lines(keeper, page_of(insertion, "history"))[0][1] == "Taken back to drafted"


def test_history_takes_the_same_queries_however_long(keeper, insertion, egov):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            keeper.get(f"/admin/portfolios/portfolio/{egov.pk}/history/")
        return len(captured)

    queries()  # Whatever is remembered from one page to the next.
    few = queries()
    for number in range(5):
        saved(keeper, page_of(insertion), words=f"{CRM} {number}", why="Again")

    keeper.get("/admin/")  # Says what was saved, so that the history page need not.

    assert insertion.entries.count() == 6
    assert queries() == few


@pytest.mark.shows("F2")
def test_a_portfolio_shows_its_remit_to_be_read_and_amended(keeper, egov, one_stop):
    page = plain(keeper.get(f"/admin/portfolios/portfolio/{egov.pk}/change/"))

    assert f"<li>{OLD}</li>" in page
    assert f'<a href="/admin/portfolios/amendment/add/?portfolio={egov.pk}">Amend this remit</a>' in page
    assert f"?portfolio={egov.pk}&amp;kind=rename" in page


@pytest.mark.shows("F10")
def test_the_name_of_a_portfolio_is_changed_by_an_amendment_and_not_otherwise(keeper, egov, administrator):
    address = f"/admin/portfolios/portfolio/{egov.pk}/change/"
    save(keeper, address, name="Other", registered_name="Other", why="Test")
    egov.refresh_from_db()
    assert egov.name == "E-Government and Member Services"

    rename = drafted(KIND.RENAME, egov, words="Customers", effective_on=None, by=administrator)
    commenced(decided(rename, by=administrator), by=administrator, on=ANNUAL.replace(month=4, day=8))

    assert "Customers (registered as E-Government and Member Services)" in plain(keeper.get(address))
