"""The handlers' list of cases, and what of it goes into a file."""

from collections.abc import Collection
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from complaints.choices import STAGE_TWO, CaseStep, ClockKind
from complaints.figures.board import Board
from complaints.rules.life import may_take
from council.dates import long_date
from council.tables import Column, DateColumn, Table, in_words

SAMPLE = "C-2026-0001"
LONGEST = 80
"""Letters of what a case is about in the list; its own page has it all."""


class CaseTable(Table):
    """Cases with what is due next; the page sets `board`, by which days are counted, and the ticks of a form."""

    reference = Column(verbose_name="Case")
    customer = Column(verbose_name="Customer", accessor="customer_name", default="No name given")
    service = Column(verbose_name="Service", accessor="service_name", default="Not decided yet")
    due = Column(verbose_name="Due next", accessor="due_on", default="Nothing")
    state = Column(verbose_name="How it stands")
    handler = Column(
        verbose_name="Handled by",
        order_by=("handler__first_name", "handler__last_name", "handler__username"),
        default="Nobody yet",
    )
    received = DateColumn(verbose_name="Received", accessor="received_on")
    # A box to tick is in no order.
    chosen = Column(
        verbose_name="Assign", empty_values=(), accessor="pk", orderable=False, exclude_from_export=True
    )

    board: Board
    ticked: Collection[int] = ()

    class Meta:
        empty_text = "No case is open. What customers tell the council appears here."

    @cached_property
    def around(self) -> tuple[str, str]:
        """What stands before and after the reference in the address of a case, asked for once and not row by row."""
        before, _, after = reverse("case", args=[SAMPLE]).partition(SAMPLE)
        return before, after

    def row_class(self, record: Any) -> str:
        return "row-red" if record.is_overdue(on=self.board.on) else ""

    def render_reference(self, value: str, record: Any) -> SafeString:
        kind, about = record.get_kind_display(), record.subject
        if about:
            about = in_words(about if len(about) <= LONGEST else f"{about[: LONGEST - 1]}…")
        before, after = self.around
        return format_html(
            '<a class="nowrap" href="{}{}{}">{}</a><div class="quiet small">{}{}{}</div>',
            *(before, value, after),
            value,
            kind,
            ": " if about else "",
            about,
        )

    def render_due(self, record: Any) -> SafeString:
        return format_html(
            '<span>{} by {}<br><span class="quiet small">{}</span></span>',
            ClockKind(record.due_for).label,
            long_date(record.due_on),
            self.board.left(record),
        )

    def render_state(self, value: str, record: Any) -> str:
        return f"{value}, stage 2" if record.stage == STAGE_TWO else value

    def render_chosen(self, record: Any) -> SafeString | str:
        if not may_take(CaseStep.ASSIGNED, record.state):
            return "Over"
        return format_html(
            '<input type="checkbox" name="chosen" value="{}:{}" aria-label="Assign {}"{}>',
            record.pk,
            record.version,
            record.reference,
            SafeString(" checked") if record.pk in self.ticked else "",
        )


class NamedCaseFile(CaseTable):
    """The same rows as a file for the complaints team, with the customer's name and what the case is about."""

    kind = Column(verbose_name="Kind")
    subject = Column(verbose_name="In a few words")
    stage = Column(verbose_name="Stage")
    due_for = Column(verbose_name="Due for")
    channel = Column(verbose_name="Came by")
    procedure = Column(verbose_name="Procedure", accessor="procedure_name")
    replied = DateColumn(verbose_name="Replied", accessor="replied_on")
    closed = DateColumn(verbose_name="Closed", accessor="closed_on")

    def value_reference(self, value: str) -> str:
        return value

    def value_due(self, value: Any) -> Any:
        return value

    def value_state(self, value: str) -> str:
        return value

    def value_handler(self, value: Any) -> str:
        return str(value)


class CaseFile(NamedCaseFile):
    """The file of everybody else: nothing by which a customer could be known, since it leaves the council's hands."""

    class Meta(CaseTable.Meta):
        exclude = ("customer", "subject")
