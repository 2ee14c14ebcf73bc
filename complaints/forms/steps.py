"""What every form of a step has in common: the version that was read, and the case it is about."""

import datetime
from typing import Any, Protocol

from django.http import QueryDict

from complaints.models import Case
from council.forms import Form, VersionedFormMixin
from council.models import User


class AboutACase(Protocol):
    """What a form is told by the page it stands on."""

    case: Case
    day: datetime.date
    user: User


class StepForm(VersionedFormMixin, Form):
    """A form of one step; `page` says of which case, by whom and on what day."""

    def __init__(
        self, data: QueryDict | None = None, *, page: AboutACase, version: int, **kwargs: Any
    ) -> None:
        self.case, self.day, self.user = page.case, page.day, page.user
        super().__init__(data, version=version, **kwargs)
