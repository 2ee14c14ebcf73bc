"""Where an amendment stands, and the page of one whose words are fixed."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from council.admin import RegisterAdmin
from council.periods import local_day
from portfolios.admin.amendments.overtaken import typed_words
from portfolios.admin.amendments.pages import page
from portfolios.admin.amendments.showing import Redline, flag_words, redlines, stage_words
from portfolios.admin.amendments.steps import open_steps
from portfolios.choices import AmendmentStep
from portfolios.figures.amendment_page import last_forward
from portfolios.figures.operative import words_not_resolved
from portfolios.figures.remits import RemitRegister, remit_register
from portfolios.figures.resting import resting_on
from portfolios.models import Amendment, AmendmentEntry
from portfolios.rules.redline import Change, redline
from portfolios.rules.remits.another_look import needs_another_look

FIXED = (
    "Nothing was saved: {who} took it further while you were here, so its words are fixed. "
    "To have others, take it back to a draft, or withdraw it and draft another."
)


@dataclass(frozen=True)
class Told:
    """One step in the life of an amendment, as the page tells it."""

    entry: AmendmentEntry
    what: str
    changes: list[Change]


def read_page(admin: RegisterAdmin, request: HttpRequest, row: Amendment) -> HttpResponse:
    """What the amendment says and does, what was done with it, and what may follow."""
    register, today = remit_register(), local_day(timezone.now())
    entries = list(row.entries.select_related("by"))
    is_live = row.step != AmendmentStep.WITHDRAWN
    is_sent = request.method == "POST"
    who = str(entries[0].by) if entries and entries[0].by else "Somebody"
    return page(
        admin,
        request,
        "amendment_read.html",
        title=str(row),
        row=row,
        clause=register.clause_of(register.amendments[row.pk]) if is_live else last_forward(entries).clause,
        redlines=_redlines(row, register) if is_live else _last_redline(entries),
        resting=_resting(row, register, on=today) if is_live else [],
        entries=[_told(entry) for entry in entries],
        refused=FIXED.format(who=who) if is_sent else "",
        typed=typed_words(request.POST) if is_sent else [],
        **standing(request, row, register, on=today),
    )


def standing(
    request: HttpRequest, row: Amendment, register: RemitRegister, *, on: datetime.date
) -> dict[str, Any]:
    """How far the amendment is on the day, what is wrong with it, and what may follow."""
    live = register.amendments.get(row.pk)
    problem = register.flag_of(live, on=on) if live else None
    return {
        "stage": stage_words(row, register, on=on),
        "flag": flag_words(problem) if problem else "",
        "not_resolved": words_not_resolved(register, row, row.decision),
        "look_again": asks_another_look(row),
        "steps": [
            (step, reverse(f"admin:amendment_{step.name}", args=[row.pk]))
            for step in open_steps(request.user, row, register, on=on)  # type: ignore[arg-type]
        ],
    }


def asks_another_look(row: Any) -> bool:
    """Whether the finding it rests on became final since its words were last drafted; of a row `with_looked_at`."""
    looked_on = local_day(row.looked_at) if row.looked_at else None
    return bool(row.finding) and needs_another_look(looked_on=looked_on, final_on=row.finding.final_on)


def _redlines(row: Amendment, register: RemitRegister) -> list[Redline]:
    before, applied = register.doing_of(register.amendments[row.pk])
    return redlines(applied, before.remits, register.names)


def _resting(row: Amendment, register: RemitRegister, *, on: datetime.date) -> list[str]:
    return [each.sentence for each in resting_on(register, register.amendments[row.pk], on=on)]


def _last_redline(entries: list[AmendmentEntry]) -> list[Redline]:
    """What it would have done, from the last entry that says so."""
    last = next((each for each in entries if each.words_before or each.words_after), None)
    return [Redline("As it would have been", redline(last.words_before, last.words_after))] if last else []


def _told(entry: AmendmentEntry) -> Told:
    what = (
        f"Taken back: {entry.get_step_display().lower()} again"
        if entry.is_undoing
        else entry.get_step_display()
    )
    return Told(entry, what, redline(entry.words_old, entry.words_new))
