from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class CouncilConfig(AppConfig):
    name = "council"
    verbose_name = "Council"

    def ready(self) -> None:
        """Offers what can be computed to the app that reports it; its models exist only now."""
        from council.computed.sources import offer_all

        offer_all()


class RegisterConfig(AdminConfig):
    """Django admin, with our own site in the place of its own."""

    default_site = "council.admin_site.RegisterSite"
