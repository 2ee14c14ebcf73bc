"""The command: only into an empty database, the same every time, on any day."""

import datetime
import hashlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ForeignKey

from council.models import BankHoliday, User
from performance.models import Indicator, Period, Return, Revision, Target
from portfolios.models import Appointment, Seat, Tenure
from tests.council.demo.conftest import seeded
from tests.factories import ServiceFactory, UserFactory

pytestmark = pytest.mark.django_db
TABLES = (Appointment, Tenure, Seat, Period, Indicator, Target, Return, Revision)


def run(**options) -> str:
    printed = StringIO()
    call_command("seed_demo", stdout=printed, **options)
    return printed.getvalue()


def digest() -> str:
    """A sum over the main tables, whatever numbers the database gave their rows."""
    found = hashlib.sha256()
    for model in TABLES:
        fields = [field for field in model._meta.concrete_fields if not field.primary_key]
        own = [field.name for field in fields if not isinstance(field, ForeignKey)]
        for row in model._base_manager.order_by("pk").values_list(*own):
            found.update(repr(row).encode())
    return found.hexdigest()


def test_a_database_in_use_is_left_alone():
    ServiceFactory()

    with pytest.raises(CommandError, match="in use, so the demo council was not loaded"):
        run()
    assert not Indicator.objects.exists()


def test_bank_holidays_alone_do_not_make_a_database_used():
    BankHoliday.objects.create(date=datetime.date(2026, 12, 25), title="Christmas Day")

    with seeded(datetime.date(2027, 4, 1)):
        assert Indicator.objects.exists()


def test_a_council_that_is_there_is_said_and_no_sign_ins_are_made_up():
    ServiceFactory()
    UserFactory(username="somebody")

    said = run(if_empty=True)

    assert said == "The council is there already: 0 indicators and 0 returns.\n"


def test_the_sign_ins_of_a_demo_that_is_there_are_printed_again():
    for username in ("officer", "lead", "member", "admin"):
        UserFactory(username=username, first_name="Juniper", last_name="Millrace")

    said = run(if_empty=True)

    assert "officer     Officer" in said
    assert "golden-thread-demo" in said


@pytest.mark.parametrize(
    "options, sentence",
    [
        pytest.param({"today": "22/11/2026"}, "such as 2026-11-22", id="day-as-written-elsewhere"),
        pytest.param({"today": "2027-02-29"}, "such as 2026-11-22", id="no-such-day"),
        pytest.param({"today": "0001-01-01"}, "from 1990 to 2100", id="far-past"),
        pytest.param({"password": "short"}, "too short", id="short-password"),
        pytest.param({"password": "password1234"}, "too common", id="common-password"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(**options)
    assert not User.objects.exists()


def test_two_runs_for_one_day_give_the_same_council():
    leap_day = datetime.date(2028, 2, 29)

    with seeded(leap_day) as printed:
        first = digest()
    with seeded(leap_day):
        second = digest()

    assert first == second
    assert "as of 29 February 2028" in printed
    assert "Returns: 2027/28, " in printed
    assert "admin       Administrator       Winifred Larkspur" in printed


@pytest.mark.django_db(transaction=False)
def test_another_password_is_the_one_that_opens():
    run(today="2035-05-20", password="a longer way in")

    assert User.objects.get(username="officer").check_password("a longer way in")
    assert not User.objects.get(username="officer").check_password("golden-thread-demo")
    newest = Return.objects.filter(standing__isnull=False, indicator__cycle__name="Quarterly")
    assert newest.latest("period__ends_on").period.name == "Quarter 4 2034/35"
