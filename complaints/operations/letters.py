"""Ombudsmen's annual letters: entered as printed, and put right."""

import datetime
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from complaints.models import OmbudsmanLetter
from complaints.operations.steps import Stopped
from council.audit import add_versioned, save_versioned
from council.models import User

TAKEN = "That Ombudsman’s letter of that year is entered already. Change it instead"
_FIELDS = ("ombudsman", "year", "dated_on", "source", "words", "printed", "topics")


@dataclass(frozen=True, kw_only=True)
class LetterSaid:
    """A letter as it is entered."""

    ombudsman: str
    year: int
    dated_on: datetime.date
    source: str = ""
    words: str = ""
    printed: dict[str, list[str]] = field(default_factory=dict)
    """Of each figure the words as printed, and the number they were read as."""
    topics: list[tuple[str, int]] = field(default_factory=list)


def enter_letter(said: LetterSaid, *, by: User) -> OmbudsmanLetter:
    """Enters a letter. Raises Stopped where that of the year is there already."""
    row = OmbudsmanLetter()
    _fill(row, said)
    try:
        with transaction.atomic():
            add_versioned(row, by=by)
    except IntegrityError as error:
        raise Stopped.because("year", TAKEN) from error
    return row


def change_letter(row: OmbudsmanLetter, said: LetterSaid, *, expected: int, by: User) -> OmbudsmanLetter:
    """Puts right what was entered. Raises Stopped where the other is there already, and Conflict."""
    row = OmbudsmanLetter.objects.get(pk=row.pk)
    _fill(row, said)
    save_versioned(row, expected=expected, by=by, update_fields=list(_FIELDS))
    return row


def _fill(row: OmbudsmanLetter, said: LetterSaid) -> None:
    same = OmbudsmanLetter.objects.filter(ombudsman=said.ombudsman, year=said.year).exclude(pk=row.pk)
    if same.exists():
        raise Stopped.because("year", TAKEN)
    for name in _FIELDS:
        setattr(row, name, getattr(said, name))
