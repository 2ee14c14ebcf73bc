"""The two remits of the paper of April 2005, as they were found and as the Cabinet amended them."""

from dataclasses import dataclass
from datetime import date

from portfolios.choices import AmendmentKind, BodyKind, FindingStatus
from portfolios.models import Amendment, Body, Finding, Portfolio
from tests.factories import PortfolioFactory
from tests.portfolios.remits import commenced, decided, drafted, found

PLANNING_POLICY = "planning policy"
ONE_STOP_SHOP = "responsibility for the One Stop Shop"
AMENDED = "responsibility for the Customer Relationship Management and One Stop Shop"
DELIVERY = (
    "all executive responsibilities with regard to the delivery and improvement of the planning and building "
    "control service"
)
DAY_BEFORE = date(2005, 5, 19)
BEFORE_THE_DECISION = date(2005, 4, 6)


@dataclass(frozen=True)
class Paper:
    """The two portfolios, their items, the two amendments and the draft finding behind the first."""

    regeneration: Portfolio
    egov: Portfolio
    planning: Amendment
    one_stop: Amendment
    finding: Finding
    delivery: Amendment
    crm: Amendment


def paper(*, by, far="in force") -> Paper:
    """Both amendments as far as told: drafted, decided, or with their day of effect."""
    regeneration = PortfolioFactory(name="Development and Economic Regeneration", remit_is_partial=True)
    egov = PortfolioFactory(name="E-Government and Member Services")
    Body.objects.get_or_create(name="Planning Committee", defaults={"kind": BodyKind.COMMITTEE})
    planning = found(regeneration, PLANNING_POLICY, by=by)
    one_stop = found(egov, ONE_STOP_SHOP, by=by)
    finding = Finding.objects.create(
        title="Inspection of the planning service",
        made_by="The inspectorate",
        status=FindingStatus.DRAFT,
        quotation="there is a lack of clear leadership",
        received_on=date(2005, 3, 1),
    )
    delivery = drafted(
        AmendmentKind.ADD_ITEM,
        regeneration,
        words=DELIVERY,
        item_kind="executive",
        finding=finding,
        by=by,
    )
    crm = drafted(
        AmendmentKind.INSERT_BEFORE,
        egov,
        item=one_stop,
        anchor="One Stop Shop",
        words="Customer Relationship Management and",
        by=by,
    )
    for amendment in (delivery, crm):
        if far != "drafted":
            decided(amendment, by=by)
        if far == "in force":
            commenced(amendment, by=by)
    return Paper(regeneration, egov, planning, one_stop, finding, delivery, crm)
