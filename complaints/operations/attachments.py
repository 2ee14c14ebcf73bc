"""Files that come with a case: looked through, kept under names of their own, away from what the web server hands out.

A file waits in a folder of its own until what it belongs to is sent, then it moves to the others and gets its row. A
move that was cut off is found by the next try; what waited for two days is thrown away.
"""

import datetime
import hashlib
import os
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from complaints.models import Attachment, Case
from complaints.rules.photos import made_anew
from complaints.rules.uploads import kept_name, kind_of
from council.models import User

LONGEST_WAIT = datetime.timedelta(days=2)
AT_ONCE = 500


@dataclass(frozen=True)
class WaitingFile:
    """A file that was taken and is not part of a case yet."""

    key: str
    name: str
    type: str
    size: int
    digest: str

    def as_kept(self) -> dict[str, object]:
        """As a session and a page keep it."""
        return asdict(self)


def put_to_wait(name: str, content: bytes, *, at: datetime.datetime) -> WaitingFile:
    """Takes a file in. Raises NotTaken, with the sentence, for one that is not what it says or is not allowed."""
    kind = kind_of(name, content)
    content = made_anew(kind, content) if kind.is_photo else content
    key = str(uuid.uuid4())
    _throw_away_what_waited(at=at)
    _write(_waiting() / key, content)
    digest = hashlib.sha256(content).hexdigest()
    return WaitingFile(key, kept_name(name), kind.type, len(content), digest)


def take_away(waiting: WaitingFile) -> None:
    """Throws away a file that its sender took back."""
    (_waiting() / str(uuid.UUID(waiting.key))).unlink(missing_ok=True)


def attach(
    case: Case, files: Sequence[WaitingFile], *, by: User | None, at: datetime.datetime
) -> list[Attachment]:
    """Makes waiting files part of a case; one that is part of it already is left as it is.

    Call inside a transaction. A file that is no longer there, because it waited too long, is left out.
    """
    kept = []
    for each in files:
        key = uuid.UUID(each.key)
        place = path_of(key)
        if (_waiting() / str(key)).exists():
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.replace(_waiting() / str(key), place)
        if not place.exists():
            continue
        facts = {"name": each.name, "type": each.type, "size": each.size, "digest": each.digest}
        row, _ = Attachment.objects.get_or_create(
            key=key, defaults={"case": case, **facts, "at": at, "by": by}
        )
        kept.append(row)
    return kept


def remove_files(keys: Iterable[uuid.UUID]) -> int:
    """Removes the files of attachments from the disk; how many there were. No copy lies beside them."""
    places = [path_of(key) for key in keys]
    found = [place for place in places if place.exists()]
    for place in found:
        place.unlink(missing_ok=True)
    return len(found)


def sweep_files(*, at: datetime.datetime) -> int:
    """Removes what a crash left: files of removed attachments, and old ones that belong to nothing; how many."""
    _throw_away_what_waited(at=at)
    removed = remove_files(Attachment.objects.exclude(removed_at=None).values_list("key", flat=True))
    before = (at - LONGEST_WAIT).timestamp()
    old = {
        place.name: place
        for place in Path(settings.ATTACHMENTS).glob("[0-9a-f][0-9a-f]/*")
        if place.stat().st_mtime < before
    }
    names = sorted(old)
    for start in range(0, len(names), AT_ONCE):
        some = [uuid.UUID(name) for name in names[start : start + AT_ONCE] if _is_key(name)]
        known = set(Attachment.objects.filter(key__in=some).values_list("key", flat=True))
        removed += remove_files(key for key in some if key not in known)
    return removed


def _is_key(name: str) -> bool:
    try:
        return str(uuid.UUID(name)) == name
    except ValueError:
        return False


def path_of(key: uuid.UUID) -> Path:
    """Where the file of an attachment lies."""
    return Path(settings.ATTACHMENTS) / key.hex[:2] / str(key)


def _waiting() -> Path:
    return Path(settings.ATTACHMENTS) / "waiting"


def _write(place: Path, content: bytes) -> None:
    """Writes a file that only the product may read, and that nothing runs."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)


def _throw_away_what_waited(*, at: datetime.datetime) -> None:
    before = (at - LONGEST_WAIT).timestamp()
    for each in _waiting().glob("*"):
        if each.stat().st_mtime < before:
            each.unlink(missing_ok=True)
