"""Reports in the register: their words can change until they are presented, and never after."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from council.admin import RegisterAdmin, RegisterForm, RegisterInline, RowForm
from council.audit import Conflict
from portfolios.models import Implication, Recommendation, Report, RouteStop
from portfolios.operations.reports import NotReadyToPresent, present

FIXED = "This report was presented, so its words are fixed. Nothing was saved. Open the page afresh."


class FixedWords(forms.BaseForm):
    """A form of which some boxes are fixed, and which refuses whoever sends other words for them all the same."""

    fixed: tuple[str, ...] = ()

    def clean(self) -> Any:
        cleaned = super().clean()
        row = self.instance  # type: ignore[attr-defined]
        for name in self.fixed:
            sent = self.data.get(self.add_prefix(name))
            if name not in self.fields and sent is not None and _plain(sent) != _plain(getattr(row, name)):
                raise ValidationError(FIXED, code="fixed")
        return cleaned


def _plain(words: Any) -> str:
    return " ".join(str(words or "").split())


class ReportForm(FixedWords, RegisterForm):
    """A report."""

    fixed = ("subject", "reference", "dated_as_written", "agenda_words", "text")


class RecommendationForm(FixedWords, RowForm):
    """A recommendation."""

    fixed = ("number", "words", "body_words")


class ImplicationForm(FixedWords, RowForm):
    """An implication."""

    fixed = ("head", "answer", "words", "why_none")


class PresentedInline(RegisterInline):
    """Rows whose words are fixed with their report's: then none is added or removed."""

    template = "admin/edit_inline/stacked.html"
    extra = 0

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.form.fixed if obj is not None and obj.presented_at else ()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Until the report is presented."""
        return not getattr(obj, "presented_at", None) and super().has_add_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Until the report is presented."""
        return not getattr(obj, "presented_at", None) and super().has_delete_permission(request, obj)


class RouteStopInline(RegisterInline):
    """The bodies on its way, in order; what they said is entered afterwards."""

    model = RouteStop
    template = "admin/edit_inline/stacked.html"
    extra = 0
    fields = ["number", "body", "meeting", "as_written", "asked_to", "outcome", "answer"]
    autocomplete_fields = ["body", "meeting"]
    verbose_name = "stop of the route"
    verbose_name_plural = "route: the bodies it goes to, in order"


class RecommendationInline(PresentedInline):
    """What it recommends."""

    model = Recommendation
    form = RecommendationForm
    fields = ["number", "words", "body_words", "verb", "second_verb", "portfolio"]
    autocomplete_fields = ["portfolio"]


class ImplicationInline(PresentedInline):
    """What it says follows from it; looked at again when a condition has come true."""

    model = Implication
    form = ImplicationForm
    fields = ["head", "answer", "words", "why_none", "event", "reviewed_on", "review"]
    autocomplete_fields = ["event"]


@admin.register(Report)
class ReportAdmin(RegisterAdmin):
    """Papers put to bodies, with their route, recommendations and implications."""

    form = ReportForm
    list_display = ["subject", "reference", "dated_on", "author", "presented"]
    list_filter = [("presented_at", admin.EmptyFieldListFilter), "lead_member"]
    list_select_related = ["author"]
    search_fields = ["subject", "reference", "text", "recommendations__words"]
    search_help_text = "Finds a report by its subject, its reference or any of its words."
    autocomplete_fields = ["author", "lead_member"]
    fields = [
        "subject",
        "reference",
        "dated_on",
        "dated_as_written",
        "author",
        "lead_member",
        "agenda_words",
        "text",
    ]
    inlines = [RouteStopInline, RecommendationInline, ImplicationInline]
    actions = ["present_reports"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All that is printed on it, once it was presented."""
        return (*ReportForm.fixed, "dated_on", "author") if obj is not None and obj.presented_at else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Until it is presented: what was presented stays."""
        return not getattr(obj, "presented_at", None) and super().has_delete_permission(request, obj)

    @admin.display(description="presented", ordering="presented_at")
    def presented(self, report: Report) -> str:
        """The day on which its words were fixed."""
        return f"{timezone.localtime(report.presented_at):%-d %B %Y}" if report.presented_at else "Not yet"

    @admin.action(description="Present: fix their words", permissions=["change"])
    def present_reports(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Asks once more, because it cannot be undone, and then fixes the words of each."""
        if request.POST.get("sure") == "yes":
            for report in queryset.order_by("pk"):
                self._present(request, report)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Fix their words for good?",
            "opts": self.opts,
            "reports": list(queryset.order_by("pk")),
            "action": "present_reports",
            "name_of_boxes": admin.helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/present_reports.html", context)

    def _present(self, request: HttpRequest, report: Report) -> None:
        try:
            present(report, expected=report.version, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        except NotReadyToPresent as problem:
            messages.error(request, f"“{report}” was not presented. {problem}")
        except Conflict:
            messages.error(
                request, f"“{report}” was not presented: somebody else changed it first. Look again."
            )
        else:
            messages.success(request, f"“{report}” is presented. Its words are fixed from now on.")
