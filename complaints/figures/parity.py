"""All that is counted of cases, as plain values: the same before and after anonymising, or it is undone."""

from typing import Any

from django.db.models import Count, F, QuerySet, Sum

from complaints.models import Case, Clock, PointAnswer, Remedy, Triage

FIGURES: dict[str, tuple[Any, str, tuple[str, ...]]] = {
    "cases": (
        Case,
        "pk",
        ("kind", "asked_as", "channel", "service", "procedure", "incident", "state", "stage", "received_on"),
    ),
    "endings": (Case, "pk", ("kind", "replied_on", "closed_on", "arose_from", "happened_on")),
    "clocks": (
        Clock,
        "case",
        ("stage", "kind", "started_on", "due_on", "done_on", "called_off_on", "extended_by"),
    ),
    "answers": (PointAnswer, "point__case", ("stage", "finding", "cause", "point")),
    "decisions": (Triage, "case", ("kind", "line", "is_accepted", "ground", "told_on")),
    "remedies": (Remedy, "case", ("kind", "owner", "due_on", "done_on", "given_up_on")),
}
"""What figures are made from: of which model, the way to its case, and the columns that are counted by."""


def counted_of(cases: "QuerySet[Case]") -> dict[str, list[tuple[Any, ...]]]:
    """Every combination of what figures count by, with how often it is there; one query for each of `FIGURES`."""
    found = {}
    for name, (model, way, columns) in FIGURES.items():
        rows = model.objects.filter(**{f"{way}__in": cases.order_by().values("pk")}).order_by()
        # Under names of their own: a column may be called like the count.
        named = {f"by_{each}": F(each) for each in columns}
        counts = rows.values(**named).annotate(number=Count("pk")).values_list(*named, "number")
        found[name] = sorted(counts, key=repr)
    money = Remedy.objects.filter(case__in=cases.order_by().values("pk")).aggregate(all=Sum("amount"))
    return found | {"money": [(money["all"],)]}
