"""Taking standard definitions over into the register, each of them once."""

import pytest

from council.access import Role
from council.periods.words import ONE_DAY
from performance.figures.due import due_of_services
from performance.figures.on_time import returned_on_time
from performance.figures.starter_set import already_there
from performance.models import Indicator
from performance.operations.starter_set import AlreadyTaken, Place, take_over
from performance.rules.starter_set import STARTER_SET, standard
from tests.factories import CycleFactory, IndicatorFactory, ServiceFactory
from tests.performance import lives

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return Place(ServiceFactory(name="Customer services"), CycleFactory())


def take(place, *keys):
    admin = lives.somebody("keeps", Role.ADMINISTRATOR)
    return take_over([standard(key) for key in keys], place, by=admin, at=lives.AT)


def test_all_of_them_go_into_the_register_with_their_definitions(place):
    made = take(place, *(each.key for each in STARTER_SET))

    assert len(made) == len(STARTER_SET)
    row = Indicator.objects.get(reference="SPSO 2a")
    definition = row.definitions.get()
    assert (definition.numerator, definition.denominator) == (
        "Complaints closed at stage 1",
        "All complaints closed",
    )
    assert "[SPSO]" in definition.source
    assert row.service == place.service


def test_nothing_is_owed_of_periods_that_ended_before_it_was_taken_over(place):
    place = Place(place.service, lives.quarter(2).cycle)
    before, now = lives.quarter(2), lives.quarter(3)
    take(place, "SPSO 1a")

    def owed(day):
        return [line.period for line in due_of_services({place.service.pk}, day=day)]

    assert owed(before.due_on + ONE_DAY) == []
    assert owed(now.due_on + ONE_DAY) == [now]
    assert returned_on_time(before.due_on, before.due_on).due == 0


def test_a_definition_is_taken_over_once(place):
    take(place, "SPSO 1a")

    with pytest.raises(AlreadyTaken, match="Complaints received per 1,000 population"):
        take(place, "SPSO 1a", "SPSO 1b")

    assert not Indicator.objects.filter(reference="SPSO 1b").exists()


def test_one_that_was_entered_by_hand_is_told(place):
    IndicatorFactory(reference="SPSO 1b", title="Complaints closed per 1,000 population")
    IndicatorFactory(reference="SPSO 2a", title="Something else")
    take(place, "LGSCO 1")

    assert set(already_there()) == {"SPSO 1b", "LGSCO 1"}
