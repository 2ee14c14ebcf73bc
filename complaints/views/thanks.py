"""Thanks for the reader and their team, in the customer's words."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from complaints.models import Case, Thanks
from complaints.tables.lessons import ThanksTable
from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page
from council.periods import local_day


@allow(Permission.SEE_CASE_PATTERNS)
def thanks(request: SignedInRequest) -> HttpResponseBase:
    """The thanks that reached the reader: by name, by their post or by their team; never who wrote them.

    A case is named only to whoever may open it.
    """
    day = local_day(timezone.now())
    rows = Thanks.objects.reaching(request.user, day=day)
    page = list_page(
        request,
        queryset=rows.select_related("person", "post", "service", "case").order_by("-at", "-pk"),
        table_class=ThanksTable,
        name="thanks",
        singular="thanks",
        caption="Thanks to you and your team, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    shown = [each.case_id for each in page.table.records()]
    seen = Case.objects.visible_to(request.user, day=day).filter(pk__in=shown)
    page.table.seen = frozenset(seen.values_list("pk", flat=True))
    return render(request, "complaints/thanks.html", {"list": page})
