"""One row of the entry grid: a value, how sure it is, and a comment."""

from typing import Any

from django import forms
from django.forms import BoundField

from council.forms import Form, LineField, ProseField, VersionField
from performance.choices import NUMERIC_KINDS, Known, ValueKind, ValueStatus
from performance.figures.assessment import Entry
from performance.figures.grid import GridLine
from performance.figures.months import MonthEntry, MonthLine, read_month
from performance.models import Revision
from performance.rules.readiness import COMMENT_LIMIT, carried_problems
from performance.rules.spc.months import Month
from performance.rules.values import ValueProblem, read_known

STATUSES = [
    *ValueStatus.choices,
    (Known.NOT_KNOWN.value, Known.NOT_KNOWN.label),
    (Known.NOT_DUE.value, Known.NOT_DUE.label),
]
HINTS = {
    ValueKind.PERCENTAGE: "45% or 36 of 80",
    ValueKind.COUNT: "A whole number",
    ValueKind.MONEY: "£, such as 1,234.50",
    ValueKind.RATIO: "Such as 1 in 4 or 3:1",
    ValueKind.YES_NO: "Yes or No",
    ValueKind.DATE: "Such as 31 March 2027",
    ValueKind.MILESTONE: "Such as Done or Will be achieved",
}


TYPED = ("as_written", "value_status", "carried_from", "forecast_as_written", "comment")
"""The fields that an officer types into, beside those of months."""


class GridRowForm(Form):
    """What an officer types for one indicator. Its fields are named after the indicator: "i12-as_written"."""

    version = VersionField()
    as_written = LineField(label="Value", limit=200, required=False)
    value_status = forms.ChoiceField(label="Value is", choices=STATUSES, required=False)
    carried_from = LineField(label="Last measured", limit=100, required=False)
    forecast_as_written = LineField(label="Year-end forecast", limit=200, required=False)
    comment = ProseField(
        label="Comment", limit=COMMENT_LIMIT, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, line: GridLine, **kwargs: Any) -> None:
        self.line = line
        super().__init__(*args, prefix=f"i{line.indicator.pk}", initial=_initial(line), **kwargs)
        for month in line.months:
            box = forms.TextInput(attrs={"size": 6})
            self.fields[month.name] = LineField(
                label=f"{month.month:%B}", limit=200, required=False, widget=box
            )
        self.typed = (*TYPED, *(month.name for month in line.months))
        self.months_read: dict[str, MonthEntry] = {}
        name = line.indicator.reference or line.indicator.title
        for field in self.typed:
            # What was there when the page was drawn tells what this officer typed from what another saved.
            self.fields[field].show_hidden_initial = True
            self.fields[field].widget.attrs["aria-label"] = f"{self.fields[field].label}: {name}"
        self.fields["comment"].help_text = ""
        for field in TYPED[:-1] if line.is_computed else ():
            # What the product counted is not typed over here; a comment is.
            self.fields[field].disabled = True
        kind = ValueKind(line.indicator.value_kind)
        if kind in NUMERIC_KINDS:
            for field in ("as_written", "forecast_as_written", *(month.name for month in line.months)):
                self.fields[field].widget.attrs["inputmode"] = "decimal"
        if line.needs_forecast:
            self.fields["forecast_as_written"].help_text = "Rated on this"
        if not line.takes_forecast:
            # What was kept stays so, whatever is sent: there is no box for it.
            self.fields["forecast_as_written"].disabled = True
        self.fields["as_written"].help_text = HINTS.get(kind, line.indicator.unit)
        if kind == ValueKind.LEVEL:
            self.fields["as_written"].help_text = "One of: " + ", ".join(line.indicator.level_names)
        if line.is_computed:
            self.fields["as_written"].help_text = ""

    def clean(self) -> dict[str, Any]:
        """Refuses a value beside "Not known" or "Not due", of which one would be lost, and a time that is none."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        status, typed = answers.get("value_status"), answers.get("as_written")
        if status in (Known.NOT_KNOWN, Known.NOT_DUE) and typed and read_known(typed) != status:
            word = Known(status).label
            self.refuse("as_written", f"Take this value out, or choose something other than “{word}”.")
        since = answers.get("carried_from")
        if status == ValueStatus.CARRIED_FORWARD and since:
            for problem in carried_problems(since, ends_on=self.line.context.period.ends_on):
                self.refuse(problem.field, problem.sentence)
        for month in self.line.months:
            self._read_month(month)
        return answers

    def _read_month(self, month: MonthLine) -> None:
        text = self.cleaned_data.get(month.name)
        if text is None:
            return
        usual = [each.value for each in self.line.context.recent if each.value is not None]
        try:
            self.months_read[month.name] = read_month(self.line.indicator, month.month, text, usual=usual)
        except ValueProblem as problem:
            self.refuse(month.name, problem.sentence)

    @property
    def month_boxes(self) -> list[BoundField]:
        """The boxes of the months, oldest first."""
        return [self[month.name] for month in self.line.months]

    @property
    def month_values(self) -> list[Month | None]:
        """The value of each month, as typed where that can be read, else as kept."""
        read = self.months_read if self.is_bound else {}
        return [read[each.name].value if each.name in read else each.value for each in self.line.months]

    def months_changed(self) -> list[MonthEntry]:
        """What was typed for months, where it is not what is kept; of a valid form."""
        return [
            self.months_read[each.name]
            for each in self.line.months
            if each.name in self.months_read and self.months_read[each.name].as_written != each.as_written
        ]

    @property
    def has_typing(self) -> bool:
        """Whether anything differs from what is kept."""
        return bool(set(self.changed_data) - {"version"})

    def entry(self, *, comment_resolved: str = "") -> Entry:
        """What was typed, for reading and judging; of a valid form."""
        answers = self.cleaned_data
        status = answers["value_status"] or ValueStatus.ACTUAL
        unknown = status in (Known.NOT_KNOWN, Known.NOT_DUE)
        return Entry(
            as_written=answers["as_written"],
            known=Known(status) if unknown else Known.KNOWN,
            value_status=ValueStatus.ACTUAL if unknown else ValueStatus(status),
            comment=answers["comment"],
            comment_resolved=comment_resolved,
            carried_from=answers["carried_from"],
            forecast_as_written=answers["forecast_as_written"],
            computed_words=self.line.latest.computed_words if self.line.latest else "",
        )

    def refuse(self, field: str, sentence: str) -> None:
        """Puts a sentence beside the field it is about; one about the whole row stands beside the value."""
        self.add_error(field if field in self.fields else "as_written", sentence)

    def says_the_same_as(self, kept: Revision | None) -> bool:
        """Whether what was typed is what is kept already; of a valid form."""
        if kept is None:
            return False
        status = kept.known if kept.known != Known.KNOWN else kept.value_status
        same = (kept.as_written, status, kept.carried_from, kept.forecast_as_written, kept.comment)
        typed = tuple(
            self.cleaned_data[name] or ("actual" if name == "value_status" else "") for name in TYPED
        )
        return same == typed and not self.months_changed()

    def problems(self) -> list[tuple[str, str]]:
        """The sentences beside this row, each with its indicator and the id of a field to go to."""
        return [
            (
                self[name if name in self.typed else "as_written"].id_for_label,
                f"{self.line.indicator}: {error}",
            )
            for name, errors in self.errors.items()
            for error in errors
        ]

    def start_from(self, version: int, *, settled: bool = False) -> None:
        """Lets the next save start from the row's new version; `settled` when what is typed is what is kept now."""
        data = self.data.copy()
        data[self.add_prefix("version")] = str(version)
        for name in self.typed if settled else ():
            data[self[name].html_initial_name] = self[name].value() or ""
        self.data = data


def _initial(line: GridLine) -> dict[str, Any]:
    kept, months = line.latest, {month.name: month.as_written for month in line.months}
    if kept is None:
        return {"version": line.version, "value_status": ValueStatus.ACTUAL.value, **months}
    return {
        **months,
        "version": line.version,
        "as_written": kept.as_written,
        "value_status": kept.known if kept.known != Known.KNOWN else kept.value_status,
        "carried_from": kept.carried_from,
        "forecast_as_written": kept.forecast_as_written,
        "comment": kept.comment,
    }
