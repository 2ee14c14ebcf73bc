"""Accounts in the register: the role says what a person may do."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from council.access import PERMISSIONS, Permission
from council.admin.register import RegisterAdmin
from council.admin.row_forms import RegisterForm
from council.models import User

KEEPERS = [role for role, held in PERMISSIONS.items() if Permission.MANAGE_REGISTER in held]


class UserForm(RegisterForm, UserChangeForm):
    """An account. Somebody must remain who can keep the register."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        was_keeper = self.initial.get("role") in KEEPERS and self.initial.get("is_active")
        stays_keeper = cleaned.get("role") in KEEPERS and cleaned.get("is_active")
        others = User.objects.filter(role__in=KEEPERS, is_active=True).exclude(pk=self.instance.pk)
        if was_keeper and not stays_keeper and not others.exists():
            raise ValidationError(
                "This is the last account that keeps the register. Make somebody else an administrator first."
            )
        return cleaned


@admin.register(User)
class UserAdmin(RegisterAdmin, DjangoUserAdmin):
    """Accounts. They are switched off, never deleted: history says who did what."""

    form = UserForm
    add_form = UserCreationForm
    list_display = ["username", "first_name", "last_name", "email", "role", "is_active", "last_login"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["username"]
    fieldsets = [
        (None, {"fields": ["username", "new_password"]}),
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
    readonly_fields = ["new_password", "last_login", "date_joined"]
    filter_horizontal = []

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never: an account that is no longer used is switched off."""
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Without the reason while it is new."""
        return super().get_fieldsets(request, obj) if obj else self.add_fieldsets

    @admin.display(description="password")
    def new_password(self, user: User) -> Any:
        """Where another is set; of the one there is nothing is shown."""
        address = reverse("admin:auth_user_password_change", args=[user.pk])
        return format_html('Never shown. <a href="{}">Set a new one</a>', address)
