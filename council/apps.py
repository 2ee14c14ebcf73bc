from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class CouncilConfig(AppConfig):
    name = "council"
    verbose_name = "Council"


class RegisterConfig(AdminConfig):
    """Django admin, with our own site in the place of its own."""

    default_site = "council.admin_site.RegisterSite"
