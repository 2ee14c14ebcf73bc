"""The working page of an indicator set: each indicator with its level, why, and who was asked."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day
from council.signed_out import forget_typed, mark_of, typed_before
from performance.figures.set_page import ReportLine, report_lines
from performance.figures.sets import problems_of, set_before
from performance.forms.sets import SetRowForm
from performance.models import IndicatorSet, SetEntry
from performance.operations.sets import NotReady, Overtaken, decide
from performance.views.sets import find_set

AT_THIS_MOMENT = "Somebody else was saving this set at the same moment. Nothing is lost: press Save again."


@dataclass
class Row:
    """An indicator of the set with its form, and what somebody else decided meanwhile."""

    shown: ReportLine
    form: SetRowForm
    read: SetEntry | None
    """The entry that its author had before them."""
    overtaken: SetEntry | None = None

    @property
    def is_typed(self) -> bool:
        """Whether something else was typed than was read; of a bound and valid form."""
        return self.form.is_bound and self.form.is_valid() and self.form.differs_from(self.read)


@allow(Permission.KEEP_SETS)
def indicator_set_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every indicator in one table; one Save at its foot keeps all of it or none, and loses nothing typed."""
    refuse_repeats(request.POST)
    row = find_set(pk)
    typed = typed_before(request) if request.method != "POST" else None
    sent = request.POST if request.method == "POST" else typed
    rows = _rows(row, sent, today=local_day(timezone.now()))
    if request.method == "POST":
        forget_typed(request)
        if "discard" in request.POST:
            return redirect("indicator_set_decide", pk)
        number = _save(request, row, rows, at=timezone.now())
        if number is not None:
            messages.success(request, _said(row, number))
            return redirect("indicator_set_decide", pk)
    context = {
        "set": row,
        "rows": rows,
        "typed_by": mark_of(request),
        "waits": bool(typed) and any(each.is_typed for each in rows),
        "problems": [problem for each in rows for problem in each.form.problems()],
        "breadcrumbs": [("Indicator sets", reverse("indicator_sets")), (str(row), row.get_absolute_url())],
    }
    return render(request, "performance/set_decide.html", context)


def _rows(row: IndicatorSet, sent: QueryDict | None, *, today: datetime.date) -> list[Row]:
    """The rows, with what was sent for each that stood on the page."""
    before = set_before(row)
    entries = (
        {} if sent is None else {(each.indicator_id, each.number): each for each in row.entries.order_by()}
    )
    found = []
    for shown in report_lines(row, before):
        pk = shown.line.indicator.pk
        seen = sent.get(f"i{pk}-seen") if sent is not None else None
        form = SetRowForm(sent if seen is not None else None, line=shown.line, today=today)
        read = entries.get((pk, int(seen))) if seen and seen.isascii() and seen.isdecimal() else None
        found.append(Row(shown, form, read))
    return found


def _save(
    request: SignedInRequest, row: IndicatorSet, rows: Sequence[Row], *, at: datetime.datetime
) -> int | None:
    """Saves what was decided, and answers on how many; None where something keeps all of it from being saved."""
    typed = [each for each in rows if each.is_typed]
    for each in typed:
        if not each.form.cleaned_data["level"]:
            each.form.add_error("level", "A decision cannot be taken back, only followed: choose a level")
    if any(each.form.errors for each in rows):
        return None
    try:
        return decide(row, [each.form.choice() for each in typed], by=request.user, at=at)
    except Overtaken as overtaken:
        _show_both(rows, overtaken)
    except NotReady as problem:
        by_indicator = {each.shown.line.indicator.pk: each for each in typed}
        for missing in problem.problems:
            by_indicator[missing.indicator_id or 0].form.add_error("reason", "Say why: this set is adopted")
    except Conflict:
        messages.warning(request, AT_THIS_MOMENT)
    return None


def _show_both(rows: Sequence[Row], overtaken: Overtaken) -> None:
    """Shows what somebody else decided beside what was typed; the next Save follows it."""
    for each in rows:
        entry = overtaken.entries.get(each.shown.line.indicator.pk)
        if entry is not None:
            each.overtaken = entry
            each.form.start_from(entry)
            why = f" because “{entry.reason}”" if entry.reason else ""
            each.form.add_error(
                "level",
                f"{entry.by or 'Somebody'} chose “{entry.get_level_display()}”{why} meanwhile. "
                "Save again to put yours in its place",
            )


def _said(row: IndicatorSet, number: int) -> str:
    saved = (
        f"{number} {'indicator' if number == 1 else 'indicators'} saved."
        if number
        else "Nothing was changed."
    )
    if row.is_adopted:
        return saved
    left = len(problems_of(row))
    if not left:
        return f"{saved} Nothing is missing: the set can be adopted."
    return (
        f"{saved} {left} {'thing is' if left == 1 else 'things are'} still missing before it can be adopted."
    )
