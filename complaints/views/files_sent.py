"""A file that came with a form: taken while the form is filled in, so that no later mistake loses it."""

import datetime
from typing import Any, Protocol

from django import forms
from django.core.files.uploadedfile import UploadedFile

from complaints.operations.attachments import WaitingFile, put_to_wait, take_away
from complaints.rules.uploads import LARGEST, MOST_FILES, NotTaken, too_large


class Holder(Protocol):
    """What keeps the files that wait."""

    files: list[dict[str, Any]]


def take_file(form: forms.Form, sent: UploadedFile | None, holder: Holder, *, at: datetime.datetime) -> bool:
    """Puts a file with those that wait; False, with the sentence beside the box, where it is not taken."""
    if sent is None:
        return True
    try:
        if len(holder.files) >= MOST_FILES:
            raise NotTaken(f"There are {MOST_FILES} files already, which is the most. Take one away first.")
        if sent.size is not None and sent.size > LARGEST:
            raise NotTaken(too_large(sent.size))
        holder.files.append(put_to_wait(sent.name or "", sent.read(), at=at).as_kept())
    except NotTaken as problem:
        form.add_error("file", problem.sentence)
        return False
    return True


def drop_file(key: str, holder: Holder) -> None:
    """Takes a waiting file away again; nothing where there is none of the key."""
    for each in holder.files:
        if each["key"] == key:
            take_away(WaitingFile(**each))
    holder.files[:] = [each for each in holder.files if each["key"] != key]
