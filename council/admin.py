"""The register in Django admin: who may keep it, why each change was made, and never over somebody else's save."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import csrf_protect_m
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin

from council.access import Permission, may
from council.audit import Conflict, add_versioned, save_versioned
from council.models import BankHoliday, User, Versioned


class KeptByAdministrators:
    """Permissions from the roles' table alone: whoever may manage the register may do all of it."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Permission.MANAGE_REGISTER)  # type: ignore[arg-type]

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.has_module_permission(request)

    has_change_permission = has_delete_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.has_module_permission(request)


class RegisterForm(forms.ModelForm):
    """A form that says why, and that knows which version of the row it was drawn from."""

    why = forms.CharField(
        label="Why this change",
        max_length=400,
        required=False,
        help_text="Shown in the history beside the old and the new words.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    read_version = forms.IntegerField(
        required=False, widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["read_version"].initial = getattr(self.instance, "version", None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if isinstance(self.instance, Versioned) and self.instance.pk:
            self._compare_versions(cleaned)
        return cleaned

    def _compare_versions(self, cleaned: dict[str, Any]) -> None:
        """Shows what somebody else saved meanwhile; saving again from there is a choice, not an accident."""
        current = type(self.instance)._base_manager.get(pk=self.instance.pk)
        read = cleaned.get("read_version")
        if read == current.version:
            return
        self.data = self.data.copy()
        self.data[self.add_prefix("read_version")] = str(current.version)
        for name in self.changed_data:
            field = self.fields.get(name)
            if name in {"why", "read_version"} or field is None or not hasattr(current, name):
                continue
            self.add_error(name, f"Now saved as “{getattr(current, name)}”. Yours is still in the box.")
        raise ValidationError(
            "Somebody else saved this while you were working, so nothing was saved yet. "
            "Compare below; press Save again to keep your words, or open the page afresh to keep theirs."
        )


class RegisterAdmin(KeptByAdministrators, SimpleHistoryAdmin):
    """A row of the register, with its history of old words, new words, who and why."""

    form = RegisterForm
    history_list_display = ["history_change_reason"]
    list_per_page = 50

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """The row's own fields, then the reason."""
        names = [name for name in self.get_fields(request, obj) if name not in {"why", "read_version"}]
        own = self.fieldsets or [(None, {"fields": names})]
        return [*own, ("This change", {"fields": ["why", "read_version"]})]

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        """Saves through the version; raises Conflict when somebody was quicker between check and save."""
        by, why = request.user, form.cleaned_data.get("why", "")
        if isinstance(obj, Versioned) and change:
            save_versioned(obj, expected=form.cleaned_data["read_version"], by=by, why=why)  # type: ignore[arg-type]
        elif isinstance(obj, Versioned):
            add_versioned(obj, by=by, why=why)  # type: ignore[arg-type]
        else:
            obj._change_reason = why
            super().save_model(request, obj, form, change)

    @csrf_protect_m
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form; asked a second time when a Conflict came between check and save, so that it is shown."""
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except Conflict:
            return super().changeform_view(request, object_id, form_url, extra_context)


class RegisterInline(KeptByAdministrators, admin.TabularInline):
    """Rows that belong to one row of the register."""

    extra = 0


@admin.register(User)
class UserAdmin(KeptByAdministrators, DjangoUserAdmin):
    """Accounts: the role says what a person may do."""

    form = UserChangeForm
    list_display = ["username", "first_name", "last_name", "email", "role", "is_active"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["username"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Person", {"fields": ["first_name", "last_name", "email"]}),
        ("Access", {"fields": ["role", "is_active"]}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            None,
            {"fields": ["username", "role", "first_name", "last_name", "email", "password1", "password2"]},
        ),
    ]
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal = []


@admin.register(BankHoliday)
class BankHolidayAdmin(KeptByAdministrators, admin.ModelAdmin):
    """The days no clock counts."""

    list_display = ["date", "title", "division"]
    list_filter = ["division"]
    search_fields = ["title"]
    date_hierarchy = "date"
