"""The form beside the list, drawn once for the same choices: it costs as much as a third of the page."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.filters import FilterForm

KEPT = 64
MARK = "\ue000"
"""Stands where the words that were searched for go."""
_drawn: dict[tuple[object, object], str] = {}
"""What `format_html` fills, by what was chosen and what was offered; the oldest makes room."""


class DrawnForm(FilterForm):
    """A form of filters whose markup follows from its choices and from what the address chose, and from nothing else.

    What somebody searched for is never kept, since it may be a customer's name: the form is kept with a mark in its
    place.
    """

    def render(self, template_name: Any = None, context: Any = None, renderer: Any = None) -> SafeString:
        if self.errors:
            return super().render(template_name, context, renderer)
        asked: Any = self.data
        sought = asked.get("search", "")
        chosen = tuple((name, tuple(asked.getlist(name))) for name in self.fields if name != "search")
        offered = tuple(tuple(getattr(field, "choices", ())) for field in self.fields.values())
        if (chosen, offered) not in _drawn:
            while len(_drawn) >= KEPT:
                _drawn.pop(next(iter(_drawn)))
            self.data = marked = asked.copy()
            marked["search"] = MARK
            markup = super().render(template_name, context, renderer)
            _drawn[chosen, offered] = markup.replace("{", "{{").replace("}", "}}").replace(MARK, "{}")
            self.data = asked
        return format_html(_drawn[chosen, offered], sought)

    __str__ = render
    __html__ = render
