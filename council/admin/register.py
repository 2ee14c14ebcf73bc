"""A row of the register and the rows that belong to it, as pages of Django admin."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import NestedObjects
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError, models
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from council.admin import saving
from council.admin.boxes import SearchList, register_box
from council.admin.history import Entry, Part, history_of, was_once
from council.admin.logged import words_for_log
from council.admin.row_forms import ReasonForm, RegisterForm, RowForm
from council.admin_site import KeptByAdministrators
from council.audit import Conflict, remember

TRIES = 3
MOST_ROWS = 200
REASON = "This change"


class RowFormSet(forms.BaseInlineFormSet):
    """Rows in a table, where each box is named by the head of its column for who cannot see it."""

    part_name = ""
    """What such a row is called there."""

    def add_fields(self, form: forms.BaseForm, index: int | None) -> None:
        super().add_fields(form, index)
        for name, field in form.fields.items():
            field.widget.attrs["aria-label"] = str(field.label or name.replace("_", " ")).capitalize()


class OwnBoxes:
    """Dates, figures and text are read by the product's own boxes, here as everywhere."""

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        box = None if {"widget", "form_class"} & set(kwargs) else register_box(db_field)
        field = box or super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Four more links beside each list, one of which deletes what was chosen: the register has its own pages.
            field.widget = field.widget.widget
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Long lists are searched, as `autocomplete_fields` says."""
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", SearchList(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


class RegisterInline(OwnBoxes, KeptByAdministrators, admin.TabularInline):
    """Rows that belong to one row of the register."""

    form = RowForm
    formset = RowFormSet
    extra = 1
    max_num = MOST_ROWS

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """With what the rows name, so that naming them asks nothing more."""
        named = [field.name for field in self.opts.concrete_fields if field.is_relation]
        return super().get_queryset(request).select_related(*named)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The row's own fields, and the state it was read in."""
        own = [name for name in super().get_fields(request, obj) if name != "read_as"]
        return [*own, "read_as"]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The rows, which know what they are called here."""
        formset = super().get_formset(request, obj, absolute_max=MOST_ROWS, **kwargs)
        formset.part_name = str(self.verbose_name).capitalize()
        return formset

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Reads the choices once for all rows, not once for each."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None and db_field.name not in self.autocomplete_fields:
            field.choices = list(field.choices)
        return field


class RegisterAdmin(OwnBoxes, KeptByAdministrators, admin.ModelAdmin):
    """A row of the register, with its history of old words, new words, who and why."""

    form = RegisterForm
    list_per_page = 50
    delete_confirmation_template = "admin/delete_row.html"
    object_history_template = "admin/row_history.html"

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """The row's own fields, then the reason."""
        added = {"why", "read_as"}
        names = [name for name in self.get_fields(request, obj) if name not in added]
        own = self.fieldsets or [(None, {"fields": names})]
        return [*own, (REASON, {"fields": ["why", "read_as"]})]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which also says what the database found wrong with it a moment ago."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.found = getattr(request, "found", "")
        return form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; asked again when its save fails after its check, so that what was typed is shown with why."""
        for _ in range(TRIES):
            try:
                return super().changeform_view(request, *args, **kwargs)
            except Conflict:
                continue
            except (IntegrityError, ValidationError) as problem:
                request.found = _sentence(problem)  # type: ignore[attr-defined]
        return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saves a row that changed. Raises Conflict when somebody was quicker between check and save."""
        who = {"by": request.user, "why": form.cleaned_data.get("why", "")}
        if not change:
            saving.add(obj, **who)
        elif set(form.changed_data) & set(form.compared):
            saving.save_from(obj, read=form.cleaned_data["read_as"], names=form.compared, **who)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Saves the rows that belong to this one, each from the state it was read in."""
        who = {"by": request.user, "why": form.cleaned_data.get("why", "")}
        formset.save(commit=False)
        for row in formset.deleted_objects:
            remember(row, **who)
            row.delete()
        forms_by_row = {id(each.instance): each for each in formset.forms}
        for row, _ in formset.changed_objects:
            own = forms_by_row[id(row)]
            saving.save_from(row, read=own.cleaned_data["read_as"], names=own.compared, **who)
        for row in formset.new_objects:
            saving.add(row, **who)
        formset.save_m2m()

    def construct_change_message(
        self, request: HttpRequest, form: forms.Form, formsets: Any, add: bool = False
    ) -> list[dict[str, Any]]:
        """Django's message, with the old and new words of what has no history table of its own."""
        message = super().construct_change_message(request, form, formsets, add)
        return [*message, {"register": words_for_log(form, formsets or [], add=add)}]

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What would go too; or, when something holds on to the row, how much of what."""
        collector = NestedObjects(using="default")
        collector.collect(objs)
        if not collector.protected:
            return super().get_deleted_objects(objs, request)
        kinds = Counter(type(row)._meta for row in collector.protected)
        holding = [f"{n} {o.verbose_name if n == 1 else o.verbose_name_plural}" for o, n in kinds.items()]
        return [], {}, set(), sorted(holding)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Asks why before it removes; asked again when something came to hold on to the row meanwhile."""
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and not form.is_valid():
            messages.error(request, form.errors["why"][0])
            return redirect(request.get_full_path())
        request.why = form.cleaned_data["why"] if form.is_bound else ""  # type: ignore[attr-defined]
        context = {"reason": form, "may_end": hasattr(self.model, "ends_on"), **(extra_context or {})}
        try:
            return super().delete_view(request, object_id, context)
        except ProtectedError:
            return super().delete_view(request, object_id, context)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        remember(obj, by=request.user, why=request.why)  # type: ignore[arg-type, attr-defined]
        obj.delete()

    def more_history(self, row: Any) -> list[Entry]:
        """What other rows keep of its history; nothing unless a register says what."""
        return []

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every change of the row and of the rows that belong to it: old, new, who and why."""
        row = self.get_object(request, object_id) or was_once(self.model, object_id)
        if row is None:
            raise Http404
        parts = [Part.of(each) for each in self.get_inline_instances(request)]
        entries = history_of(row, parts, also=self.more_history(row))
        page = Paginator(entries, 50).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "opts": self.opts,
            "object": row,
            "is_there": self.model._base_manager.filter(pk=row.pk).exists(),
            "page": page,
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


def _sentence(problem: Exception) -> str:
    if isinstance(problem, ValidationError):
        return " ".join(problem.messages)
    return "This clashes with something that is already there. Check every row, then save again."
