"""Boxes for text: cleaned of what nobody sees, counted, never cut off."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from council.text import TextProblem, clean_text

LINE_LIMIT = 200
PROSE_LIMIT = 10_000


class LineField(forms.CharField):
    """A box for one line of text, of at most `limit` characters; what is over is counted, never cut off.

    The box carries no `maxlength`, with which a browser would cut a paste without a word.
    """

    lines = False

    def __init__(self, *, limit: int | None = None, max_length: int | None = None, **kwargs: Any) -> None:
        self.limit = limit or max_length or (PROSE_LIMIT if self.lines else LINE_LIMIT)
        super().__init__(**(kwargs | {"strip": False}))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"data-limit": str(self.limit)}

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return self.empty_value
        try:
            return clean_text(str(value), limit=self.limit, lines=self.lines) or self.empty_value
        except TextProblem as problem:
            raise ValidationError(problem.sentence, code="text") from problem


class ProseField(LineField):
    """A box for text of several lines; its hint says how much it holds, where that was chosen."""

    lines = True
    widget = forms.Textarea

    def __init__(self, *, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        room = f"You can enter up to {self.limit:,} characters" if self.limit < PROSE_LIMIT else ""
        self.help_text = f"{help_text} {room}".strip()


def refuse_unstorable(value: str) -> None:
    """Refuses text with a NUL, half a character or a control character, in a box that is not one of ours."""
    try:
        clean_text(value, limit=len(value) + 1, lines=True)
    except TextProblem as problem:
        raise ValidationError(problem.sentence, code="text") from problem
    if any(letter < " " and letter not in "\t\r\n" for letter in value):
        raise ValidationError("Take out the character that cannot be read and try again", code="text")
