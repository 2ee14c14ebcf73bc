"""The grid in which a service's returns for a period are entered with the keyboard."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day
from council.rag import Rag
from performance.figures.assessment import Assessment, assess
from performance.figures.grid import GridLine, grid_lines
from performance.forms.grid import GridRowForm
from performance.models import Period, Return
from performance.operations.returns import NotAllowedYet, NotReady, save_draft, submit
from performance.rules.published.ditto import Comment, resolve_dittos
from portfolios.models import Service, Tenure


@dataclass
class Row:
    """A line of the grid with its form and what became of it."""

    line: GridLine
    form: GridRowForm
    assessment: Assessment | None = None
    conflict: Return | None = None
    newer: bool = False
    """Somebody else saved it since the page was drawn, and this officer typed nothing in it."""
    saved: bool = False
    submitted: bool = False

    @property
    def rating(self) -> Rag | None:
        """The rating-to-be of what is typed, else of what is kept."""
        if self.assessment:
            return self.assessment.rating if not self.assessment.is_blank else None
        return Rag(self.line.latest.rating) if self.line.latest else None

    @property
    def is_kept(self) -> bool:
        """Whether what is typed is what is kept, so that an error keeps it only from being submitted."""
        return self.line.latest is not None and (self.saved or not self.form.has_typing)


@allow(Permission.ENTER_RETURNS)
def returns_grid(request: SignedInRequest, service_pk: int, period_pk: int) -> HttpResponse:
    """The grid; without script one Save at its foot keeps every row that can be read, whatever the others hold."""
    service, period = _find(request, service_pk, period_pk)
    refuse_repeats(request.POST)
    rows = [Row(line, GridRowForm(_sent(request, line), line=line)) for line in grid_lines(service, period)]
    if request.method == "POST":
        _save(request, rows)
        if "submit" in request.POST:
            _submit(request, rows)
        if not any(row.form.errors or row.conflict or row.newer for row in rows):
            messages.success(request, _said(rows))
            return redirect("returns_grid", service_pk, period_pk)
        if any(row.saved or row.submitted for row in rows):
            messages.info(request, _said(rows))
        if newer := [str(row.line.indicator) for row in rows if row.newer]:
            messages.warning(
                request, f"Somebody else saved meanwhile; look before you submit: {', '.join(newer)}."
            )
    return _page(request, service, period, rows)


@allow(Permission.ENTER_RETURNS)
@require_POST
def grid_row(request: SignedInRequest, service_pk: int, period_pk: int, indicator_pk: int) -> HttpResponse:
    """Saves one row as it is left, for the page's script: its mark, its rating-to-be and its version as JSON."""
    service, period = _find(request, service_pk, period_pk)
    lines = grid_lines(service, period)
    rows = [Row(line, GridRowForm(_sent(request, line), line=line)) for line in lines]
    row = next((each for each in rows if each.line.indicator.pk == indicator_pk), None)
    if row is None or not row.form.is_bound:
        raise Http404
    _save(request, [row], above=rows)
    return JsonResponse(
        {
            "version": row.line.version if row.saved else row.form["version"].value(),
            "saved": row.saved,
            "rating": render_to_string("performance/parts/grid_rating.html", {"row": row}),
            "mark": render_to_string("performance/parts/grid_mark.html", {"row": row, "now": timezone.now()}),
            "conflict": render_to_string("performance/parts/grid_conflict.html", {"row": row}),
            "errors": {
                name: render_to_string(
                    "django/forms/errors/list/ul.html", {"errors": errors, "error_class": "errorlist"}
                )
                for name, errors in row.form.errors.items()
            },
        }
    )


def _find(request: SignedInRequest, service_pk: int, period_pk: int) -> tuple[Service, Period]:
    """The service, when it is the reader's, and the period, when it is over."""
    day = local_day(timezone.now())
    if service_pk not in Tenure.objects.service_ids_of(request.user, day=day):
        raise Http404
    periods = Period.objects.ended(day=day).select_related("cycle")
    return get_object_or_404(Service, pk=service_pk), get_object_or_404(periods, pk=period_pk)


def _sent(request: SignedInRequest, line: GridLine) -> object:
    """What the page sent for this line; nothing when it was not editable when the page was drawn."""
    if request.method == "POST" and f"i{line.indicator.pk}-version" in request.POST:
        return request.POST
    return None


def _save(request: SignedInRequest, rows: list[Row], above: list[Row] | None = None) -> None:
    """Keeps each row in which something was typed, every one for itself."""
    resolved = _resolved(above or rows)
    for row in rows:
        if not row.form.is_bound or not row.form.is_valid():
            continue
        if not row.line.is_editable:
            if row.form.has_typing and not row.form.says_the_same_as(row.line.latest):
                row.form.refuse(
                    "as_written", f"This return is now “{row.line.stage}”, so nothing was saved here."
                )
            continue
        if row.form.cleaned_data["version"] != row.line.version and not row.form.has_typing:
            row.form, row.newer = GridRowForm(None, line=row.line), True
            continue
        comment = resolved[row.line.indicator.pk]
        row.assessment = assess(row.line.context, row.form.entry(comment_resolved=comment.resolved or ""))
        if comment.resolved is None:
            row.form.refuse("comment", f"{comment.sentence} Write the comment out.")
            continue
        if row.form.has_typing:
            _save_row(request, row)


def _save_row(request: SignedInRequest, row: Row) -> None:
    assert row.assessment is not None
    try:
        row.line.row = save_draft(
            row.assessment,
            expected=row.form.cleaned_data["version"],
            by=request.user,
            at=timezone.now(),
        )
        row.saved = True
    except NotReady as problem:
        for each in problem.problems:
            row.form.refuse(each.field, each.sentence)
    except NotAllowedYet as problem:
        row.form.refuse("as_written", str(problem))
    except Conflict as conflict:
        _show_both(row, conflict.current)
    if row.saved:
        row.form.start_from(row.line.version, settled=True)


def _show_both(row: Row, current: Model | None) -> None:
    """Keeps the officer's words in the boxes, shows the other's, and lets the next save choose."""
    if current is None:
        row.line.row = None
        row.form.refuse("as_written", "There is no such return any more. Save again to begin it anew.")
        row.form.start_from(row.line.version)
        return
    row.line.row = Return.objects.select_related("latest__by").get(pk=current.pk)
    if row.form.says_the_same_as(row.line.latest):
        # A second click of the same save, or two officers with the same words: there is nothing to choose.
        row.saved = True
        return
    row.conflict = row.line.row
    row.form.refuse("as_written", "Somebody else saved this first. Compare both, then choose.")
    row.form.start_from(row.line.version)


def _submit(request: SignedInRequest, rows: list[Row]) -> None:
    """Hands in every row that is ready; the others say what is missing."""
    for row in rows:
        if row.assessment is None or row.form.errors or row.conflict or not row.line.is_editable:
            continue
        try:
            row.line.row = submit(
                row.assessment,
                expected=row.line.version if row.saved else row.form.cleaned_data["version"],
                by=request.user,
                at=timezone.now(),
            )
            row.submitted = True
        except NotReady as problem:
            for each in problem.problems:
                row.form.refuse(each.field, each.sentence)
        except Conflict as conflict:
            _show_both(row, conflict.current)
        except NotAllowedYet as problem:
            row.form.refuse("as_written", str(problem))


def _resolved(rows: list[Row]) -> dict[int, Comment]:
    """Each comment in full: "Ditto" and "See above" take the words of the row above them on the page."""
    comments = []
    for row in rows:
        kept = row.line.latest.comment if row.line.latest else ""
        comments.append(str(row.form["comment"].value() or "") if row.form.is_bound else kept)
    return {row.line.indicator.pk: each for row, each in zip(rows, resolve_dittos(comments), strict=True)}


def _said(rows: list[Row]) -> str:
    submitted, saved = sum(row.submitted for row in rows), sum(row.saved for row in rows)
    if submitted:
        return f"{submitted} submitted. A lead officer signs them off next."
    if saved:
        return f"{saved} saved as a draft. Submit them when they are complete."
    return "Nothing was changed, so nothing was saved."


def _page(request: SignedInRequest, service: Service, period: Period, rows: list[Row]) -> HttpResponse:
    context = {
        "service": service,
        "period": period,
        "rows": rows,
        "problems": [problem for row in rows for problem in row.form.problems()],
        "is_late": period.due_on < local_day(timezone.now()) and any(row.line.is_editable for row in rows),
        "can_save": any(row.line.is_editable for row in rows),
        "breadcrumbs": [("My returns", reverse("my_returns"))],
    }
    return render(request, "performance/returns_grid.html", context)
