"""Which quarter and which part of the council a dashboard speaks of."""

from collections.abc import Sequence

from django import forms

from council.periods import Span
from performance.figures.standing import quarter_key
from portfolios.figures.structure import Structure


class ScopeForm(forms.Form):
    """The quarter, and a portfolio, a service or a body. What an address says wrongly falls back to the usual."""

    at = forms.ChoiceField(label="As at the end of", required=False)
    portfolio = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    service = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    body = forms.TypedChoiceField(label="Reported to", coerce=int, empty_value=None, required=False)

    def __init__(
        self,
        *args: object,
        quarters: list[Span],
        structure: Structure,
        bodies: Sequence[tuple[int, str]],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, auto_id="scope_%s", **kwargs)  # type: ignore[arg-type]
        self.quarters = {quarter_key(quarter): quarter for quarter in quarters}
        self.fields["at"].choices = [(key, quarter.name) for key, quarter in self.quarters.items()]  # type: ignore[attr-defined]
        self.fields["portfolio"].choices = [  # type: ignore[attr-defined]
            ("", "All portfolios"),
            *((str(pk), each.name) for pk, each in structure.portfolios.items()),
        ]
        self.fields["service"].choices = [  # type: ignore[attr-defined]
            ("", "All services"),
            *sorted(
                ((str(pk), each.name) for pk, each in structure.services.items()), key=lambda pair: pair[1]
            ),
        ]

        self.fields["body"].choices = [  # type: ignore[attr-defined]
            ("", "Everybody"),
            *((str(pk), name) for pk, name in bodies),
        ]

    @property
    def quarter(self) -> Span:
        """The quarter asked for, or the newest."""
        asked = self.cleaned_data.get("at") if self.is_valid() or self.is_bound else None
        return self.quarters.get(asked or "", next(iter(self.quarters.values())))

    def chosen(self, name: str) -> int | None:
        """The id of the portfolio, service or body asked for, when there is such a one."""
        value = self.cleaned_data.get(name) if self.is_bound else None
        return value if isinstance(value, int) else None
