"""What all pages of an amendment show around their own part."""

import datetime
from typing import Any

from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from council.admin import RegisterAdmin
from council.dates import long_date
from council.forms import Form
from portfolios.figures.names import name_then
from portfolios.models import Amendment, Portfolio
from portfolios.operations.amendments import NotApplicable

CLASHES = (
    "This clashes with a day in the register: a holder or a service of the portfolio begins or ends on it. "
    "Look at the portfolio, or choose another day."
)

IN_USE = (
    "The portfolio that it made is in use by now: it has a holder, a service or an amendment of its own. "
    "Take those away first."
)


def page(
    admin: RegisterAdmin,
    request: HttpRequest,
    template: str,
    *,
    title: str,
    row: Amendment | None,
    **more: Any,
) -> HttpResponse:
    """The page in the look of the register."""
    context = {**admin.admin_site.each_context(request), "opts": admin.opts, "title": title, "row": row}
    return TemplateResponse(request, f"admin/{template}", {**context, **more})


def tell(form: Form, problem: Exception) -> None:
    """Puts why something was refused beside the field it is about; on the whole form where there is none."""
    if isinstance(problem, NotApplicable):
        _beside(form, problem.problem.field, [problem.problem.sentence])
    elif hasattr(problem, "error_dict"):
        for name, said in problem.message_dict.items():  # type: ignore[attr-defined]
            _beside(form, name, said)
    elif isinstance(problem, ProtectedError):
        form.add_error(None, IN_USE)
    else:
        form.add_error(None, getattr(problem, "messages", None) or [CLASHES])


def _beside(form: Form, name: str, said: list[str]) -> None:
    form.add_error(name if name in form.fields and not form[name].is_hidden else None, said)  # type: ignore[arg-type]


def portfolio_choices(day: datetime.date) -> list[tuple[str, str]]:
    """Every portfolio under its name of the day; those that have ended say so."""
    return [
        (str(each.pk), f"{name_then(each)}{_ended(each, day)}") for each in Portfolio.objects.named_on(day)
    ]


def _ended(portfolio: Portfolio, day: datetime.date) -> str:
    return f" (to {long_date(portfolio.ends_on)})" if portfolio.ends_on and portfolio.ends_on < day else ""
