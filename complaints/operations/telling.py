"""What somebody told the council by the form, with its files, becomes a case."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from complaints.choices import CaseStep, Channel
from complaints.models import Case, Contact
from complaints.operations.attachments import WaitingFile, attach
from complaints.operations.receiving import Told, receive_case
from complaints.operations.steps import Stopped, begin, finish, write_entry
from complaints.rules.uploads import MOST_ON_CASE
from council.models import User

AT_ONCE = datetime.timedelta(minutes=10)
ENOUGH_FILES = (
    f"There are {MOST_ON_CASE} files with this case already, or would be, which is the most. Say it in words, or bring "
    "the rest on paper."
)


@transaction.atomic
def take_in(
    told: Told,
    files: Sequence[WaitingFile],
    *,
    received_at: datetime.datetime,
    by: User | None,
    at: datetime.datetime,
    note: str = "",
) -> Case:
    """Makes a case of what was told, and its files part of it. Sent again it answers the case that is there.

    `note` is for officers. Raises ValidationError as `receive_case` does.
    """
    case = receive_case(told, received_at=received_at, by=by, at=at)
    attach(case, files, by=by, at=at)
    if note and not case.entries.filter(step=CaseStep.NOTED).exists():
        write_entry(case, CaseStep.NOTED, by=by, at=at, note=note)
    return case


@transaction.atomic
def hear(
    case: Case,
    words: str,
    *,
    files: Sequence[WaitingFile] = (),
    heard_at: datetime.datetime | None = None,
    expected: int,
    channel: Channel,
    by: User | None,
    at: datetime.datetime,
) -> Case:
    """Keeps what a customer adds to a case, whatever its state; the same words sent again at once are kept once.

    `heard_at` may lie before `at`, as of a call that is entered later. Files without words are words enough. Raises
    Stopped where a case has as many files as it may have, and Conflict when somebody took a step first. What a
    customer adds overwrites nothing, so the caller reads the case anew and calls once more.
    """
    words = words or f"Sent: {', '.join(each.name for each in files)}"
    if case.attachments.filter(removed_at=None).count() + len(files) > MOST_ON_CASE:
        raise Stopped.because("file", ENOUGH_FILES)
    if case.contacts.filter(words=words, at__gt=at - AT_ONCE).exists():
        attach(case, files, by=by, at=at)
        return case
    row = begin(case, CaseStep.HEARD, expected=expected)
    attach(row, files, by=by, at=at)
    customer = row.representative or row.customer
    moment = heard_at or at
    Contact.objects.create(customer=customer, case=row, channel=channel, at=moment, words=words, taken_by=by)
    finish(row, CaseStep.HEARD, by=by, at=at, note=words)
    return row
