"""What a page with files carries from one try to the next: as which one it is sent, and the files that were taken."""

import datetime
import uuid
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.core import signing
from django.http import HttpRequest

from complaints.operations.attachments import WaitingFile

CARRIED = "kept"
"""The hidden box of the page."""
_LONGEST = datetime.timedelta(days=2)


@dataclass
class Carried:
    """As which one a page is sent, and the files that wait for it; signed for the one page that it stands on."""

    sent_as: str = field(default_factory=lambda: str(uuid.uuid4()))
    files: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def by(cls, request: HttpRequest, *, salt: str) -> Self:
        """What this page brings back; a new one where it brings nothing of ours."""
        try:
            return cls(**signing.loads(request.POST.get(CARRIED, ""), salt=salt, max_age=_LONGEST))
        except (signing.BadSignature, TypeError):
            return cls()

    def hidden(self, *, salt: str) -> dict[str, str]:
        """The hidden box with all of it."""
        return {CARRIED: signing.dumps(asdict(self), salt=salt)}

    @property
    def waiting(self) -> list[WaitingFile]:
        """The files that were taken."""
        return [WaitingFile(**each) for each in self.files]
