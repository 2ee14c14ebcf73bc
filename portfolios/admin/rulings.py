"""How a remit is to be read, on the page of its portfolio."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from council.admin import RegisterInline
from portfolios.choices import AmendmentKind
from portfolios.models import Amendment, Ruling

ITEMS = (AmendmentKind.RECORD, AmendmentKind.ADD_ITEM)


class RulingInline(admin.StackedInline, RegisterInline):
    """Rulings on how the remit is to be read, the newest first."""

    model = Ruling
    template = "admin/edit_inline/stacked.html"
    fields = ["question", "ruling", ("ruled_on", "ruled_by"), "item"]
    verbose_name = "ruling on its remit"
    verbose_name_plural = "rulings on its remit"

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only items of this portfolio's own remit are offered."""
        if db_field.name == "item":
            match = request.resolver_match
            portfolio = match.kwargs.get("object_id", "") if match else ""
            known = int(portfolio) if portfolio.isascii() and portfolio.isdigit() else 0
            kwargs["queryset"] = Amendment.objects.filter(portfolio=known, kind__in=ITEMS).in_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
