"""Cases that arose from one another: kept together, and anonymised together, since each leads to the others."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Q

from complaints.models import Case, LegalHold, OmbudsmanCase, Remedy, RetentionRule
from complaints.rules.retention import Lasting

RuleMonths = Mapping[tuple[str, int | None], int]
"""Months by kind and procedure; of a kind as a whole where the procedure is None."""


def family_of(case: Case) -> list[Case]:
    """The case and all that it arose from or led to, by key; two queries and one for each further step between them."""
    found = {case.pk: Case.objects.get(pk=case.pk)}
    reached: list[Case] = list(found.values())
    while reached:
        ids = [each.pk for each in reached]
        before = [each.arose_from_id for each in reached if each.arose_from_id is not None]
        rows = Case.objects.filter(Q(arose_from__in=ids) | Q(pk__in=before)).exclude(pk__in=found)
        reached = list(rows.order_by("pk"))
        found |= {each.pk: each for each in reached}
    return [found[pk] for pk in sorted(found)]


def rule_months() -> RuleMonths:
    """The months of every rule; one query."""
    rows = RetentionRule.objects.order_by("pk").values_list("kind", "procedure", "months")
    return {(kind, procedure): months for kind, procedure, months in rows}


def months_of(rules: RuleMonths, kind: str, procedure: int | None) -> int | None:
    """How many months a case is kept: by the rule of its procedure, else by that of its kind; None without one."""
    return rules.get((kind, procedure), rules.get((kind, None)))


def lasting_of(family: Sequence[Case], rules: RuleMonths) -> Lasting:
    """What tells how long the cases are kept; three queries."""
    ids = [each.pk for each in family]
    people = {pk for each in family for pk in (each.customer_id, each.representative_id) if pk is not None}
    return Lasting(
        states=[each.state for each in family],
        over_on=[each.closed_on for each in family],
        months=[months_of(rules, each.kind, each.procedure_id) for each in family],
        outstanding=Remedy.objects.outstanding().filter(case__in=ids).count(),
        at_ombudsman=OmbudsmanCase.objects.open().filter(case__in=ids).count(),
        holds=holds_on(ids, people),
    )


def holds_on(cases: Collection[int], people: Collection[int]) -> int:
    """How many holds in force keep any of the cases or of the customers, or whoever is the same person as one."""
    of_person = (
        Q(customer__in=people)
        | Q(customer__merged_into__in=people)
        | Q(customer__merged__in=people)
        | Q(customer__merged_into__merged__in=people)
    )
    held = LegalHold.objects.in_force().filter(Q(case__in=cases) | of_person)
    return held.order_by().values("pk").distinct().count()
