"""What the product computes itself, for the council of `scene`."""

from datetime import date

from council.computed.sources import compute
from council.models import User
from performance.models import Indicator, Period
from portfolios.choices import Fate
from portfolios.models import Service
from tests.factories.promises import PromiseFactory
from tests.performance import lives
from tests.performance.imports.files import brought, csv


def computed(service: Service, period: Period) -> Indicator:
    """The share of promises kept: one of two that were due in the period, so that it wants a comment."""
    indicator = lives.measured(service, title="Promises kept", computed_from="promises_kept")
    for fate in (Fate.KEPT, Fate.MISSED):
        PromiseFactory(fate=fate, due_on=date(2026, 8, 3), owner=None)
    compute(indicator, period, asked_by=None, at=lives.AT)
    return indicator


def computed_and_brought(service: Service, period: Period, officer: User) -> dict[str, object]:
    """That indicator, and a sheet that the officer brought for the same grid."""
    indicator = computed(service, period)
    content = csv("Reference,Indicator,Service,Period,Value", f",Nothing of the kind,,{period.name},85")
    only = [service.pk, period.pk]
    sheet = brought("returns", content, by=officer, step="drafted", only=only)
    return {"computed": indicator, "sheet": sheet}
