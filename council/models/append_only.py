from typing import Any

from django.db import models


class HistoryFixedError(TypeError):
    """Somebody tried to change or remove a row of history."""

    def __init__(self) -> None:
        super().__init__("This row is history: write a new one instead of changing it.")


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that are only ever added to."""

    def forget(self, **becomes: Any) -> int:
        """Puts `becomes` in place of what is personal: the one way in which history changes.

        Only for taking personal data out when its time is over (UK GDPR, article 5(1)(e)), with what is written
        down in a table beforehand; a test sees to it that nothing else calls it.
        """
        return super().update(**becomes)

    def update(self, **kwargs: Any) -> int:
        """Refused: history is only ever added to."""
        raise HistoryFixedError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: history is only ever added to."""
        raise HistoryFixedError


class AppendOnly(models.Model):
    """A row of history: written once, never changed, never removed."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes it once; refuses a second time."""
        if not self._state.adding:
            raise HistoryFixedError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: history is only ever added to."""
        raise HistoryFixedError
