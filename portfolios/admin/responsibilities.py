"""Who answers for what, as rows on the pages of a service, a portfolio, a body and a post."""

from typing import Any

from django.contrib import admin

from council.admin import RegisterInline, RowForm
from portfolios.choices import Aspect
from portfolios.models import Responsibility

REST = ["basis", "evidence", "starts_on", "ends_on"]


class _ResponsibilityInline(RegisterInline):
    """What one holder answers for, with all that stands below each service."""

    model = Responsibility
    fields = ["service", "aspect", *REST]
    verbose_name = "responsibility"
    verbose_name_plural = "responsibilities"


class BodyResponsibilityForm(RowForm):
    """Bodies are asked first for regulatory decisions: delivery and policy are the portfolios'."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.initial["aspect"] = Aspect.REGULATORY


class PortfolioResponsibilityInline(_ResponsibilityInline):
    """The services that the portfolio answers for."""

    verbose_name_plural = "services it answers for"


class BodyResponsibilityInline(_ResponsibilityInline):
    """The services that the body decides on or scrutinises."""

    form = BodyResponsibilityForm
    verbose_name_plural = "services it answers for"


class PostResponsibilityInline(_ResponsibilityInline):
    """The services that the post answers for, whoever holds it."""

    verbose_name_plural = "services it answers for"


class ServiceResponsibilityInline(admin.StackedInline, _ResponsibilityInline):
    """Who answers for the service: a portfolio, a body or a post in each. Too much for one line of boxes."""

    template = "admin/edit_inline/stacked.html"
    fields = ["aspect", ("portfolio", "body", "post"), "basis", "evidence", ("starts_on", "ends_on")]
    verbose_name_plural = "who answers for it"
