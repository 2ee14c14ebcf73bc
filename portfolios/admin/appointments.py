"""The holders of portfolios in the register: two at once, or nobody between two, only with a reason."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from council.admin import RegisterInline
from council.admin.register import RowFormSet
from portfolios.figures.appointments import terms_of
from portfolios.models import Appointment, Portfolio
from portfolios.rules.appointments import Clash, HolderTerm, unexplained


class AppointmentFormSet(RowFormSet):
    """Holders' terms, read beside all others of the same portfolios, also those on nobody's screen."""

    def clean(self) -> None:
        """Refuses an overlap or a gap that these rows bring about and that nobody explains."""
        super().clean()
        if not self.has_changed() or any(form.errors for form in self.forms):
            return
        stored: dict[int | None, list[Appointment]] = defaultdict(list)
        portfolios = self._portfolios()
        saved = [portfolio for portfolio in portfolios if portfolio is not None]
        for row in Appointment.objects.filter(portfolio__in=saved).select_related("person"):
            stored[row.portfolio_id].append(row)
        here = {form.instance.pk for form in self.forms if form.instance.pk}
        problems = []
        for portfolio in portfolios:
            elsewhere = terms_of(row for row in stored[portfolio] if row.pk not in here)
            terms = [*elsewhere, *self._terms(portfolio)]
            for clash in unexplained(terms, before=terms_of(stored[portfolio])):
                problems += self._refuse(clash)
        if problems:
            raise ValidationError(problems)

    def _kept(self) -> Iterator[Any]:
        """The forms of rows that there will be, in their order."""
        for form in self.forms:
            is_blank = not form.instance.pk and not form.has_changed()
            if not is_blank and not form.cleaned_data.get("DELETE"):
                yield form

    def _portfolios(self) -> list[int | None]:
        """The portfolios whose holders these rows change: those named now, and those named before."""
        named = {self._portfolio(form) for form in self._kept()}
        named |= {form.initial.get("portfolio") for form in self.forms if form.initial.get("portfolio")}
        return sorted(named, key=lambda pk: pk or 0)

    def _portfolio(self, form: Any) -> int | None:
        if isinstance(self.instance, Portfolio):
            return self.instance.pk
        return int(form.cleaned_data["portfolio"].pk)

    def _terms(self, portfolio: int | None) -> Iterator[HolderTerm]:
        for form in self._kept():
            if self._portfolio(form) == portfolio:
                said = form.cleaned_data
                yield HolderTerm(
                    key=_key(form),
                    holder=str(said.get("person") or self.instance),
                    starts_on=said.get("starts_on"),
                    ends_on=said.get("ends_on"),
                    explanation=said.get("explanation", ""),
                )

    def _refuse(self, clash: Clash) -> list[str]:
        """Says it beside the day that causes it; where both rows stand elsewhere, above all rows."""
        forms = {_key(form): form for form in self._kept()}
        places = [(forms.get(clash.later.key), "starts_on"), (forms.get(clash.earlier.key), "ends_on")]
        there = [(form, name) for form, name in places if form is not None]
        changed = [(form, name) for form, name in there if form.has_changed()]
        for form, name in (changed or there)[:1]:
            form.add_error(name, clash.sentence)
            return []
        return [clash.sentence]


def _key(form: Any) -> str:
    return str(form.instance.pk) if form.instance.pk else f"new {form.prefix}"


class HolderOfPortfolioInline(RegisterInline):
    """Who holds the portfolio, from when to when."""

    model = Appointment
    formset = AppointmentFormSet
    fields = ["person", "starts_on", "ends_on", "explanation"]
    verbose_name = "holder"
    verbose_name_plural = "holders"


class PortfolioHeldInline(RegisterInline):
    """The portfolios that the person holds."""

    model = Appointment
    formset = AppointmentFormSet
    fields = ["portfolio", "starts_on", "ends_on", "explanation"]
    verbose_name = "portfolio held"
    verbose_name_plural = "portfolios held"
