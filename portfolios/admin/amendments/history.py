"""The steps of amendments as lines of the register's history: old words, new words, who, when and why."""

from collections.abc import Iterator

from council.admin.history import Change, Entry
from council.admin.spoken import BLANK
from council.dates import long_date
from portfolios.models import Amendment, AmendmentEntry, Portfolio
from portfolios.models.amendment_entry import AmendmentEntryQuerySet


def history_of_amendment(row: Amendment) -> Iterator[Entry]:
    """Every step of one amendment."""
    yield from _told(AmendmentEntry.objects.filter(amendment=row), is_named=False)


def history_of_remit(row: Portfolio) -> Iterator[Entry]:
    """Every step of every amendment that changes the portfolio's remit or name, or gives it items."""
    yield from _told(AmendmentEntry.objects.of_portfolio(row), is_named=True)


def _told(entries: AmendmentEntryQuerySet, *, is_named: bool) -> Iterator[Entry]:
    for entry in entries.select_related("by", "amendment"):
        step = entry.get_step_display()
        yield Entry(
            at=entry.at,
            by=str(entry.by or "The system"),
            what=str(entry.amendment) if is_named else "",
            verb=f"Taken back to {step.lower()}" if entry.is_undoing else step,
            changes=_changes(entry),
            why=entry.why,
        )


def _changes(entry: AmendmentEntry) -> tuple[Change, ...]:
    words = Change("Words", entry.words_old or BLANK, entry.words_new or BLANK)
    day = long_date(entry.effective_on) if entry.effective_on else "not known"
    return (words, Change("Operative words", "", entry.clause), Change("Takes effect on", "", day))
