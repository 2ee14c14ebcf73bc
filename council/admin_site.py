"""The administration site of the register: our own sign-in, our own table of permissions."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, may
from council.models import horizon_warnings
from council.periods import local_day


class KeptByAdministrators:
    """Permissions from the roles' table alone: whoever may manage the register may do all of it."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Permission.MANAGE_REGISTER)  # type: ignore[arg-type]

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_module_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_module_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_module_permission(request)


class RegisterSite(admin.AdminSite):
    """Where administrators keep the register."""

    site_header = "Register"
    site_title = "Golden Thread"
    index_title = "The register"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # A row at a time, with its reason.
        self.disable_action("delete_selected")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Takes only what asks the roles' table; what libraries bring would ask Django's permissions."""
        if admin_class is not None and issubclass(admin_class, KeptByAdministrators):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the person's role may manage the register; Django's own staff flag is not asked."""
        return may(request.user, Permission.MANAGE_REGISTER)  # type: ignore[arg-type]

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Callable[..., HttpResponse]:
        """A page of the site: strangers are led to sign in, whoever lacks the permission gets 403."""
        page = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return page(request, *args, **kwargs)

        return update_wrapper(guarded, page)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The register's front, with a loud word while the bank holidays on record are running out."""
        warnings = {"horizon_warnings": horizon_warnings(on=local_day(timezone.now()))}
        return super().index(request, {**warnings, **(extra_context or {})})

    @login_not_required
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Signs in where everybody does."""
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", reverse("admin:index")), reverse("sign_in"))
