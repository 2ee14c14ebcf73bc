"""The rows of the entry grid: what was sent for each, and what became of it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Model
from django.http import QueryDict

from council.audit import Conflict
from council.models import User
from council.rag import Rag
from performance.choices import Known
from performance.figures.assessment import Assessment, assess
from performance.figures.grid import GridLine, grid_lines
from performance.figures.months import months_of, remark_on_months
from performance.forms.grid import GridRowForm
from performance.models import Period, Return
from performance.operations.months import save_draft_with_months
from performance.operations.returns import NotAllowedYet, NotReady, submit
from performance.rules.published.ditto import Comment, resolve_dittos
from portfolios.models import Service


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
    waits: bool = False
    """What is in the boxes was typed before this officer was signed out, and is not saved yet."""

    def judge(self) -> None:
        """Judges what the page shows, where saving has not done so."""
        if self.assessment is None and self.line.is_editable:
            is_typed = self.form.is_bound and self.form.is_valid()
            self.assessment = assess(self.line.context, self.form.entry()) if is_typed else self.line.kept

    @property
    def rating(self) -> Rag | None:
        """The rating-to-be; None where nothing was entered, or nothing that can be read."""
        if self.assessment is None:
            return Rag(self.line.latest.rating) if self.line.latest else None
        has_value = self.assessment.entry.as_written or self.assessment.known != Known.KNOWN
        return self.assessment.rating if has_value and not self.assessment.problems else None

    @property
    def months_remark(self) -> str:
        """How the months disagree with the value of the period, in a sentence."""
        if not self.line.months:
            return ""
        read = self.assessment.read if self.assessment else None
        value = read.value if read else self.line.latest.value if self.line.latest else None
        return remark_on_months(self.line.context, self.form.month_values, value)

    @property
    def is_kept(self) -> bool:
        """Whether what is typed is what is kept, so that an error keeps it only from being submitted."""
        return self.line.latest is not None and (self.saved or not self.form.has_typing)


def rows_of(service: Service, period: Period, sent: QueryDict | None) -> list[Row]:
    """The rows of a grid, with what was sent for those that were editable when the page was drawn."""
    return [
        Row(line, GridRowForm(sent if _is_sent(sent, line) else None, line=line))
        for line in grid_lines(service, period)
    ]


def _is_sent(sent: QueryDict | None, line: GridLine) -> bool:
    return sent is not None and f"i{line.indicator.pk}-version" in sent


def offer(rows: Sequence[Row]) -> None:
    """Marks what was typed before its officer was signed out, and says where it can no longer be saved."""
    for row in rows:
        if row.form.is_bound and row.form.is_valid():
            row.waits = row.line.is_editable and row.form.has_typing
            _refuse_where_closed(row)


def save(rows: Sequence[Row], *, by: User, at: datetime.datetime, above: Sequence[Row] = ()) -> None:
    """Keeps each row in which something was typed, every one for itself."""
    resolved = _resolved(above or rows)
    for row in rows:
        if not row.form.is_bound or not row.form.is_valid():
            continue
        if not row.line.is_editable:
            _refuse_where_closed(row)
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
            _save_row(row, by=by, at=at)


def _refuse_where_closed(row: Row) -> None:
    """Says so beside a row that was handed in meanwhile, unless it says the same."""
    closed = not row.line.is_editable and row.form.has_typing
    if closed and not row.form.says_the_same_as(row.line.latest):
        row.form.refuse("as_written", f"This return is now “{row.line.stage}”, so nothing was saved here.")


def _save_row(row: Row, *, by: User, at: datetime.datetime) -> None:
    assert row.assessment is not None
    try:
        row.line.row = save_draft_with_months(
            row.assessment,
            row.form.months_changed(),
            expected=row.form.cleaned_data["version"],
            by=by,
            at=at,
            reason=row.line.sent_back_because,
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
    row.line.months = months_of([row.line.indicator], row.line.context.period).get(row.line.indicator.pk, [])
    if row.form.says_the_same_as(row.line.latest):
        # A second click of the same save, or two officers with the same words: there is nothing to choose.
        row.saved = True
        return
    row.conflict = row.line.row
    row.form.refuse("as_written", "Somebody else saved this first. Compare both, then choose.")
    row.form.start_from(row.line.version)


def hand_in(rows: Sequence[Row], *, by: User, at: datetime.datetime) -> None:
    """Hands in every row that is ready; the others say what is missing."""
    for row in rows:
        if row.assessment is None or row.form.errors or row.conflict or not row.line.is_editable:
            continue
        expected = row.line.version if row.saved else row.form.cleaned_data["version"]
        try:
            row.line.row = submit(row.assessment, expected=expected, by=by, at=at)
            row.submitted = True
        except NotReady as problem:
            for each in problem.problems:
                row.form.refuse(each.field, each.sentence)
        except Conflict as conflict:
            _show_both(row, conflict.current)
        except NotAllowedYet as problem:
            row.form.refuse("as_written", str(problem))


def _resolved(rows: Sequence[Row]) -> dict[int, Comment]:
    """Each comment in full: "Ditto" and "See above" take the words of the row above them on the page."""
    comments = []
    for row in rows:
        kept = row.line.latest.comment if row.line.latest else ""
        comments.append(str(row.form["comment"].value() or "") if row.form.is_bound else kept)
    return {row.line.indicator.pk: each for row, each in zip(rows, resolve_dittos(comments), strict=True)}
