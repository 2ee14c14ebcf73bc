"""Portfolios in the register, with their holders and the services they answer for."""

import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from council.admin import RegisterAdmin, RegisterForm, RegisterInline
from council.admin.history import Entry
from council.periods import local_day
from portfolios.admin.amendments.history import history_of_remit
from portfolios.admin.appointments import HolderOfPortfolioInline
from portfolios.admin.remits import may_draft, name_shown, remit_shown
from portfolios.admin.responsibilities import PortfolioResponsibilityInline
from portfolios.admin.rulings import RulingInline
from portfolios.figures.remits import remit_register
from portfolios.models import Appointment, Portfolio, PortfolioAlias


class AliasInline(RegisterInline):
    """The other names that papers use for it. A new name of its own is given by an amendment."""

    model = PortfolioAlias
    fields = ["name", "seen_in", "starts_on", "ends_on"]
    verbose_name = "other name in papers"
    verbose_name_plural = "other names in papers"


class PortfolioForm(RegisterForm):
    """A portfolio, which does not take a remit along when it ends."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day = cleaned.get("ends_on")
        if day is None or "ends_on" not in self.changed_data or self.instance._state.adding:
            return cleaned
        after = remit_register().on(day + datetime.timedelta(days=1)).remits
        left = len(after.of(self.instance.pk).items)
        if left:
            self.add_error(
                "ends_on",
                f"Its remit still has {left} item{'' if left == 1 else 's'} on that day. Merge it into another "
                f"portfolio, or move or repeal {'it' if left == 1 else 'them'}, by an amendment.",
            )
        return cleaned


@admin.register(Portfolio)
class PortfolioAdmin(RegisterAdmin):
    """Portfolios. One can stand without a holder."""

    form = PortfolioForm
    list_display = ["name", "held_by", "starts_on", "ends_on"]
    search_fields = [
        "name",
        "later_names__name",
        "aliases__name",
        "appointments__person__name",
        "responsibilities__service__name",
    ]
    search_help_text = "Finds a portfolio by any of its names, a holder or a service."
    fields = ["name", "summary", "remit_is_partial", "starts_on", "ends_on"]
    inlines = [AliasInline, HolderOfPortfolioInline, PortfolioResponsibilityInline, RulingInline]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Once it is registered, its name and its remit are there to be read."""
        if obj is None:
            return self.fields
        return ["registered_name", "remit", *self.fields[1:]]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What amendments write, and nothing else."""
        return ["registered_name", "remit"] if obj else []

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """With whether its reader may amend it."""
        portfolio: Any = super().get_object(request, object_id, from_field)
        if portfolio is not None:
            portfolio.may_be_amended = may_draft(request)
        return portfolio

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With today's holders."""
        holders = Appointment.objects.on(local_day(timezone.now())).select_related("person")
        return super().get_queryset(request).prefetch_related(Prefetch("appointments", holders, "now_held"))

    @admin.display(description="held by")
    def held_by(self, portfolio: Any) -> str:
        """Today's holder, or that there is none."""
        return ", ".join(each.person.name for each in portfolio.now_held) or "Vacant"

    @admin.display(description="name")
    def registered_name(self, portfolio: Any) -> Any:
        """As it was registered, and as amendments renamed it."""
        return name_shown(portfolio, may_draft=portfolio.may_be_amended)

    @admin.display(description="remit today")
    def remit(self, portfolio: Any) -> Any:
        """Item by item."""
        return remit_shown(portfolio, may_draft=portfolio.may_be_amended)

    def more_history(self, row: Any) -> list[Entry]:
        """What amendments did to its remit and its name."""
        return list(history_of_remit(row))
