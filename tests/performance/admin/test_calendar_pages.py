import pytest

from council.models import BankHoliday
from performance.models import Period
from tests.council.admin.filled import save
from tests.factories import CycleFactory, PeriodFactory


def sentences(answer):
    """What the form says is wrong."""
    return [said for each in answer.context["form"].errors.values() for said in each]


@pytest.fixture
def four_monthly(db):
    return CycleFactory(name="Four-monthly", frequency="four_monthly", due_working_days=10)


@pytest.fixture
def made(keeper, four_monthly):
    keeper.post(
        f"/admin/performance/cycle/{four_monthly.pk}/make-periods/", {"year": "2026/27", "make": "yes"}
    )
    return list(Period.objects.order_by("starts_on"))


@pytest.mark.shows("S2-03")
def test_the_periods_of_a_year_are_shown_before_they_are_made(keeper, four_monthly):
    address = f"/admin/performance/cycle/{four_monthly.pk}/make-periods/"

    shown = keeper.post(address, {"year": "2026/27", "show": "yes"}).content.decode()

    assert "December 2026 to March 2027" in shown
    assert "<td>31 July 2026</td><td>14 August 2026</td>" in shown
    assert not Period.objects.exists()

    answer = keeper.post(address, {"year": "2026/27", "make": "yes"}, follow=True)

    assert "3 periods of Four-monthly are made." in answer.content.decode()
    assert Period.objects.count() == 3


@pytest.mark.shows("S2-03")
def test_periods_are_made_where_the_council_moved_their_boundaries(keeper, four_monthly):
    keeper.post(
        f"/admin/performance/cycle/{four_monthly.pk}/make-periods/",
        {
            "year": "2026",
            "starts": "1 April 2026\n1 September 2026\r\n1/1/2027\n",
            "end": "31 March 2027",
            "make": "yes",
        },
    )

    assert [str(period.ends_on) for period in Period.objects.order_by("starts_on")] == [
        "2026-08-31",
        "2026-12-31",
        "2027-03-31",
    ]


@pytest.mark.parametrize(
    "sent, said",
    [
        pytest.param({"year": ""}, ["Enter financial year"], id="no-year"),
        pytest.param({"year": "soon"}, ["Enter a year such as 2026/27."], id="no-such-year"),
        pytest.param({"year": "1\0"}, None, id="nul"),
        pytest.param({"year": "9" * 400}, None, id="huge"),
        pytest.param(
            {"year": "2026", "starts": "31 February 2026"}, ["February 2026 has 28 days"], id="no-such-day"
        ),
        pytest.param({"year": "2026", "starts": "x" * 1_000_000}, None, id="1-MB"),
        pytest.param({"year": "2026", "starts": "1 April 2030"}, None, id="outside-the-year"),
        pytest.param({"year": "2026", "starts": "1 September 2026\n1 April 2026"}, None, id="out-of-order"),
    ],
)
def test_what_makes_no_year_is_told_in_a_sentence(keeper, four_monthly, sent, said):
    answer = keeper.post(f"/admin/performance/cycle/{four_monthly.pk}/make-periods/", {**sent, "make": "yes"})

    assert answer.status_code == 200
    assert sentences(answer)
    assert said is None or sentences(answer) == said
    assert not Period.objects.exists()


def test_a_year_that_is_there_already_is_told(keeper, made):
    answer = keeper.post(
        f"/admin/performance/cycle/{made[0].cycle_id}/make-periods/", {"year": "2026/27", "make": "yes"}
    )

    assert "both cover 1 April to 31 July 2026." in sentences(answer)[0]


@pytest.mark.parametrize(
    "last, words",
    [
        pytest.param(None, "Bank holidays are known not at all", id="none"),
        pytest.param("2026-12-28", "Bank holidays are known only to 28 December 2026", id="too-few"),
        pytest.param("2027-12-27", "", id="enough"),
    ],
)
def test_days_due_beyond_the_known_holidays_come_with_a_warning(keeper, four_monthly, last, words):
    if last:
        BankHoliday.objects.create(date=last, title="A holiday")

    page = keeper.post(
        f"/admin/performance/cycle/{four_monthly.pk}/make-periods/", {"year": "2026/27"}
    ).content.decode()

    assert ("Bank holidays are known" in page) == bool(words)
    assert words in page


def boundary(client, period, **changes):
    """Opens the page that moves the end, and sends it."""
    address = f"/admin/performance/period/{period.pk}/move-end/"
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return client.post(address, sent | changes)


@pytest.mark.shows("S2-03")
def test_the_end_of_a_period_moves_with_the_beginning_of_the_next(keeper, made):
    answer = boundary(keeper, made[0], ends_on="31 August 2026", why="Cabinet, May 2026")

    first, second = Period.objects.order_by("starts_on")[:2]
    assert answer.status_code == 302
    assert (str(first.ends_on), str(second.starts_on)) == ("2026-08-31", "2026-09-01")
    assert first.history.latest().history_change_reason == "Cabinet, May 2026"


def test_a_move_without_a_reason_is_asked_for_one(keeper, made):
    assert sentences(boundary(keeper, made[0], ends_on="31 August 2026")) == ["Say why, in a few words"]


def test_a_move_that_cannot_be_is_told_and_keeps_what_was_typed(keeper, made):
    answer = boundary(keeper, made[0], ends_on="31 March 2027", why="Try")

    assert "Nothing would be left of August to November 2026" in sentences(answer)[0]
    assert answer.context["form"]["ends_on"].value() == "31 March 2027"


@pytest.mark.shows("D4")
@pytest.mark.parametrize("name", ["version", "next_version"])
@pytest.mark.parametrize("read", ["0", "99", ""])
def test_a_move_from_days_that_were_not_read_moves_nothing(keeper, made, name, read):
    answer = boundary(keeper, made[0], ends_on="31 August 2026", why="Try", **{name: read})

    assert answer.status_code == 200
    assert sentences(answer)
    assert str(Period.objects.get(pk=made[0].pk).ends_on) == "2026-07-31"


def test_days_that_are_made_stand_still_in_the_ordinary_form(keeper, made):
    save(
        keeper,
        f"/admin/performance/period/{made[0].pk}/change/",
        starts_on="1 May 2026",
        ends_on="1 June 2026",
        name="First third",
        why="Try",
    )

    period = Period.objects.get(pk=made[0].pk)
    assert (str(period.starts_on), str(period.ends_on), period.name) == (
        "2026-04-01",
        "2026-07-31",
        "First third",
    )


def test_a_period_typed_by_hand_may_not_share_days_with_another(keeper, made):
    answer = save(
        keeper,
        "/admin/performance/period/add/",
        cycle=made[0].cycle_id,
        name="Summer",
        year="2026/27",
        starts_on="1 July 2026",
        ends_on="31 August 2026",
        due_on="15 September 2026",
    )

    said = answer.context["adminform"].form.non_field_errors()
    assert "April to July 2026 and Summer both cover 1 July to 31 July 2026." in said
    assert Period.objects.count() == 3


@pytest.mark.shows("S1-21", "F22")
def test_municipal_years_are_kept_beside_the_financial_ones(keeper):
    PeriodFactory()

    save(keeper, "/admin/performance/municipalyear/add/", starts_on="20 May 2026")

    municipal = keeper.get("/admin/performance/municipalyear/").content.decode()
    assert "Municipal year 2026/27" in municipal
    assert "20 May 2026" in municipal
    assert "2026/27" in keeper.get("/admin/performance/period/").content.decode()


def test_a_cycle_says_how_far_its_periods_are_made(keeper, made):
    page = keeper.get("/admin/performance/cycle/").content.decode()

    assert "31 March 2027" in page


@pytest.mark.shows("S1-21")
def test_a_year_has_one_annual_meeting(keeper):
    save(keeper, "/admin/performance/municipalyear/add/", starts_on="20 May 2026")

    answer = save(keeper, "/admin/performance/municipalyear/add/", starts_on="27 May 2026")

    said = answer.context["adminform"].form.errors["starts_on"]
    assert said == ["Municipal year 2026/27 has its annual meeting on 20 May 2026 already. Change that one."]
