"""Amendments in the register: their list, and the addresses of their pages."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html

from council.access import Permission, may
from council.admin import RegisterAdmin
from council.admin.history import Entry
from council.periods import local_day
from portfolios.admin.amendments.drafting import draft_page
from portfolios.admin.amendments.history import history_of_amendment
from portfolios.admin.amendments.reading import asks_another_look, read_page
from portfolios.admin.amendments.showing import flag_words, stage_words
from portfolios.admin.amendments.stepping import step_page
from portfolios.admin.amendments.steps import STEPS
from portfolios.choices import AmendmentStage
from portfolios.figures.remits import remit_register
from portfolios.models import Amendment

FLAGGED = '{}<br><strong class="{}">{}</strong>'


class StageFilter(admin.SimpleListFilter):
    """How far they are today."""

    title = "stage"
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(stage.value, stage.label) for stage in AmendmentStage]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        if self.value() not in AmendmentStage.values:
            return queryset
        register = remit_register()
        staged = queryset.with_stage(
            on=local_day(timezone.now()), without_effect=[*register.without_effect], held=[*register.held]
        )
        return staged.filter(stage_then=self.value())


class AmendmentList(ChangeList):
    """The list, with what is wrong told in each row. All amendments are read once, however many are shown."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        today = local_day(timezone.now())
        register = remit_register()
        flagged = register.flagged(today)
        self.flagged = [(row, flag_words(problem)) for row, problem in flagged]
        problems = {row.pk: why.partition(":")[0] for row, why in self.flagged}
        for row in self.result_list:
            row.problem_told, row.stage_told = problems.get(row.pk, ""), stage_words(row, register, on=today)


@admin.register(Amendment)
class AmendmentAdmin(RegisterAdmin):
    """What changes the remits: drafted, proposed, decided, brought into force; never typed over, never deleted."""

    list_display = ["number", "does", "portfolio", "stage_today", "effective_on"]
    list_display_links = ["number", "does"]
    list_filter = [StageFilter, "kind", "portfolio"]
    list_select_related = ["portfolio", "decision", "finding"]
    search_fields = ["words", "anchor", "portfolio__name"]
    search_help_text = "Finds an amendment by its new words, the words it looks for, or the portfolio."
    ordering = ["-pk"]
    change_list_template = "admin/amendment_list.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may draft."""
        return super().has_add_permission(request) and may(request.user, Permission.DRAFT_AMENDMENTS)  # type: ignore[arg-type]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whoever may draft, as long as it is a draft; the words of any other are fixed."""
        is_open = not isinstance(obj, Amendment) or obj.is_open_to_words
        return is_open and self.has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never: one that is not wanted is withdrawn, and stays on record."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list under the noun's own name."""
        return super().changelist_view(request, {"title": "Amendments", **(extra_context or {})})

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """None: the pages of amendments are their own, and Django's form has no box for their words."""
        return []

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return AmendmentList

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With when each was last drafted."""
        rows: Any = super().get_queryset(request)
        return rows.with_looked_at()  # type: ignore[no-any-return]

    def get_urls(self) -> list[URLPattern]:
        """And a page for each step."""
        return [*(self._step_url(name) for name in STEPS), *super().get_urls()]

    def _step_url(self, name: str) -> URLPattern:
        page = self.admin_site.admin_view(lambda request, pk: step_page(self, request, pk, name))
        return path(f"<int:pk>/{name}/", page, name=f"amendment_{name}")

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The page on which an amendment is drafted."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return draft_page(self, request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A draft with its boxes, for whoever may draft; any other with its words fixed."""
        row: Any = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined, no-any-return]
        if self.has_change_permission(request, row):
            return draft_page(self, request, row)
        if request.method == "POST" and row.is_open_to_words:
            raise PermissionDenied
        return read_page(self, request, row)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Refused."""
        raise PermissionDenied

    def more_history(self, row: Any) -> list[Entry]:
        """Its steps are its history."""
        return list(history_of_amendment(row))

    @admin.display(description="number", ordering="pk")
    def number(self, row: Amendment) -> int:
        """As papers cite it."""
        return row.pk

    @admin.display(description="what it does", ordering="kind")
    def does(self, row: Amendment) -> str:
        """The kind of change."""
        return row.get_kind_display()

    @admin.display(description="stage today", ordering="step")
    def stage_today(self, row: Any) -> Any:
        """How far it is today; loud where it could not be applied, or where its finding has become final since."""
        if row.problem_told:
            return format_html(FLAGGED, row.stage_told, "flag", row.problem_told)
        if asks_another_look(row):
            return format_html(FLAGGED, row.stage_told, "flag mild", "Its finding is final now: look again")
        return row.stage_told
