import datetime

from performance.models import Period
from tests.factories import CycleFactory
from tests.performance import lives


def test_periods_to_publish_stand_first_then_the_newest(
    client, administrator, officer, lead_officer, service
):
    older, newer = lives.quarter(1), lives.quarter(2)
    indicator = lives.measured(service, title="Bins missed")
    lives.signed_off(indicator, older, "80", by=officer, lead=lead_officer)
    lives.submitted(indicator, newer, "81", by=officer)
    client.force_login(administrator)

    periods = list(client.get("/performance/publishing/").context["periods"])

    assert [period.pk for period in periods] == [older.pk, newer.pk]


def test_period_without_returns_is_not_listed(client, administrator):
    Period.objects.create(
        cycle=CycleFactory(),
        name="Quarter 1 2026/27",
        starts_on=datetime.date(2026, 4, 1),
        ends_on=datetime.date(2026, 6, 30),
        year=2026,
        due_on=datetime.date(2026, 7, 21),
    )
    client.force_login(administrator)

    assert list(client.get("/performance/publishing/").context["periods"]) == []
