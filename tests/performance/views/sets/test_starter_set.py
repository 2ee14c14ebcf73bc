"""An administrator takes over standard definitions."""

import pytest

from performance.models import Indicator
from tests.factories import CycleFactory
from tests.performance.views.pages import words

pytestmark = pytest.mark.django_db


def test_an_administrator_takes_over_standard_definitions_once(admin, service):
    sent = {"service": service.pk, "cycle": CycleFactory().pk, "chosen": ["SPSO 1a", "SPSO 2a"]}

    done = admin.post("/performance/sets/standard-definitions/", sent, follow=True)
    again = admin.post("/performance/sets/standard-definitions/", sent)

    assert "2 definitions are in the register now" in words(done)
    assert "Already there" in words(done)
    assert "In the register already" in words(again)
    assert Indicator.objects.filter(reference__startswith="SPSO").count() == 2


def test_ticks_stand_when_the_service_is_missing(admin):
    answer = admin.post("/performance/sets/standard-definitions/", {"chosen": ["SPSO 1a"]})

    assert b'value="SPSO 1a"' in answer.content
    assert answer.content.count(b" checked") == 1
