"""By whose decisions remits are amended."""

from django.db.models import Q

from portfolios.choices import AGREED, BodyKind, PortfolioDecider
from portfolios.models.procedure import Procedure

CHANGES_PORTFOLIOS = {
    PortfolioDecider.LEADER: Q(portfolio__isnull=False),
    PortfolioDecider.CABINET: Q(body__kind=BodyKind.EXECUTIVE),
    PortfolioDecider.COUNCIL: Q(body__kind=BodyKind.COUNCIL),
}
"""Whose decisions they are, where the procedure names one of them."""


def amending_decisions() -> Q:
    """Those by which an amendment of a remit can be made: that agreed to something, by whom the procedure names.

    The procedure of the day of the decision counts; before the first, and without a day, any of them may; one query.
    """
    anybody = Q()
    for one in CHANGES_PORTFOLIOS.values():
        anybody |= one
    found, until = Q(), None
    for starts_on, decider in Procedure.objects.order_by("-starts_on").values_list(
        "starts_on", "portfolios_changed_by"
    ):
        then = (
            Q(decided_on__gte=starts_on)
            if until is None
            else Q(decided_on__gte=starts_on, decided_on__lt=until)
        )
        found |= then & CHANGES_PORTFOLIOS.get(PortfolioDecider(decider), anybody)
        until = starts_on
    earlier = Q(decided_on=None) | Q(decided_on__lt=until) if until else Q()
    return Q(kind__in=AGREED) & (found | (earlier & anybody))
