"""The list of amendments replays those before each once, however many wait behind them."""

import pytest

from portfolios.choices import AmendmentKind
from portfolios.figures import remits
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios.remits import ANNUAL, decided, drafted, found

pytestmark = pytest.mark.django_db
TODAY = ANNUAL.replace(month=4)


def test_what_comes_before_many_amendments_is_replayed_once(monkeypatch):
    admin, portfolio = UserFactory(), PortfolioFactory()
    found(portfolio, "libraries", by=admin)
    parks = drafted(AmendmentKind.ADD_ITEM, portfolio, words="parks", item_kind="executive", by=admin)
    decided(parks, by=admin)
    replays = []
    real = remits.replay
    monkeypatch.setattr(remits, "replay", lambda *rows, **more: replays.append(1) or real(*rows, **more))

    def count(more):
        for number in range(more):
            drafted(AmendmentKind.RENAME, portfolio, words=f"Name {number}", effective_on=None, by=admin)
        register = remits.remit_register()
        replays.clear()
        assert register.flagged(TODAY) == []
        return len(replays)

    assert count(2) == count(6)
