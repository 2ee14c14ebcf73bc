"""What an amendment's kind does not need or have is refused by the model itself, whoever drafts it."""

import pytest
from django.core.exceptions import ValidationError

from portfolios.choices import AmendmentKind, Placing
from portfolios.models import Amendment
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted, found

KIND = AmendmentKind


@pytest.fixture
def admin(db):
    return UserFactory(username="administrator")


@pytest.fixture
def egov(db):
    return PortfolioFactory(name="E-Government and Member Services")


@pytest.mark.parametrize(
    "kind, fields, field",
    [
        pytest.param(KIND.ADD_ITEM, {"words": "libraries"}, "item_kind", id="no-kind-of-item"),
        pytest.param(KIND.RENAME, {"words": ""}, "words", id="no-name"),
        pytest.param(KIND.RENAME, {"words": "x" * 201}, "words", id="name-too-long"),
        pytest.param(KIND.MERGE, {}, "to_portfolio", id="merged-into-nothing"),
        pytest.param(KIND.RENAME, {"words": "Customers", "anchor": "x"}, "anchor", id="needless-anchor"),
        pytest.param(
            KIND.ADD_ITEM,
            {"words": "libraries", "item_kind": "shared", "placing": Placing.BEFORE},
            "item",
            id="before-nothing",
        ),
    ],
)
def test_a_draft_without_what_its_kind_needs_is_refused_beside_the_field(egov, admin, kind, fields, field):
    with pytest.raises(ValidationError) as refused:
        drafted(kind, egov, by=admin, **fields)

    assert [*refused.value.message_dict] == [field]
    assert not Amendment.objects.exists()


def test_a_split_that_has_made_its_portfolio_is_as_fit_as_before(egov, admin):
    item = found(egov, "responsibility for the One Stop Shop", by=admin)
    split = drafted(KIND.SPLIT, egov, items=[item.pk], words="Customers", by=admin)
    commenced(decided(split, by=admin), by=admin, on=ANNUAL)

    assert split.to_portfolio is not None
    split.full_clean()
