"""The administration site of the register: our own sign-in, our own table of permissions."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from council.access import Permission, may


class RegisterSite(admin.AdminSite):
    """Where administrators keep the register."""

    site_header = "Register"
    site_title = "Golden Thread"
    index_title = "The register"
    enable_nav_sidebar = True

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the person's role may manage the register; Django's own staff flag is not asked."""
        return may(request.user, Permission.MANAGE_REGISTER)  # type: ignore[arg-type]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Signs in where everybody does; somebody signed in without permission gets 403."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", reverse("admin:index")), reverse("sign_in"))
