"""Who looked at personal data, for the complaints team: by person, by officer, by day."""

from django.http import HttpResponseBase
from django.shortcuts import render

from complaints.filters.looks import LookFilters
from complaints.models import Case, Look
from complaints.tables.looks import LookTable
from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page


@allow(Permission.SEE_ALL_CASES)
def looks(request: SignedInRequest) -> HttpResponseBase:
    """Every look but those at cases about the reader, who is not to know of them. It names no customer."""
    own = Case.objects.filter(people_concerned__person__user=request.user)
    page = list_page(
        request,
        queryset=Look.objects.exclude(case__in=own.values("pk"))
        .select_related("user", "case")
        .only(
            "at",
            "kind",
            "looked_as",
            "customer",
            "case__reference",
            "user__first_name",
            "user__last_name",
            "user__username",
        ),
        table_class=LookTable,
        filterset_class=LookFilters,
        name="looks",
        caption="Who looked at personal data, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    return render(request, "complaints/looks.html", {"list": page})
