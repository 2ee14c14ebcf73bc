"""Boxes drawn without a template: a grid of sixty rows has seven hundred of them.

Input, select and textarea are written as Django's own templates would write them, to the letter, in a tenth of the
time; all else, the site's templates of fields and errors among it, is drawn by its template.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDGETS = "django/forms/widgets/"
INPUTS = ("input", "text", "hidden", "number", "email", "url", "password", "date", "checkbox")
OPTION = f"{WIDGETS}select_option.html"
ERRORS = ("django/forms/errors/list/default.html", "django/forms/errors/list/ul.html")
NOTHING = SafeString("")

Widget = Mapping[str, Any]
"""What Django tells of a box: its name, value and attributes."""


class Renderer(TemplatesSetting):
    """Draws the common boxes by hand and the others by their templates."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> SafeString:
        """The markup of a box, a field or a list of errors."""
        if template_name in ERRORS and not context["errors"]:
            return NOTHING
        draw = DRAWN.get(template_name)
        drawn = draw(context["widget"]) if draw else None
        return super().render(template_name, context, request) if drawn is None else drawn


class _Tag:
    """A pattern of markup and what is put into it, escaped, when it is whole."""

    def __init__(self) -> None:
        self._pattern: list[str] = []
        self._values: list[object] = []

    def add(self, pattern: str, *values: object) -> None:
        self._pattern.append(pattern)
        self._values += values

    def add_attributes(self, widget: Widget) -> None:
        """Those of the box; one that is True is only named, and one that is False is left out."""
        for name, value in widget["attrs"].items():
            if value is True:
                self.add(" {}", name)
            elif value is not False:
                self.add(' {}="{}"', name, value)

    def markup(self) -> SafeString:
        return format_html("".join(self._pattern), *self._values)


def _input(widget: Widget) -> SafeString:
    tag, value = _Tag(), widget["value"]
    tag.add('<input type="{}" name="{}"', widget["type"], widget["name"])
    if value is not None:
        tag.add(' value="{}"', value)
    tag.add_attributes(widget)
    tag.add(">")
    return tag.markup()


def _textarea(widget: Widget) -> SafeString:
    tag = _Tag()
    tag.add('<textarea name="{}"', widget["name"])
    tag.add_attributes(widget)
    tag.add(">\n{}</textarea>", localize(widget["value"] or ""))
    return tag.markup()


def _select(widget: Widget) -> SafeString | None:
    groups = widget["optgroups"]
    if any(option["template_name"] != OPTION for _, options, _ in groups for option in options):
        return None
    tag = _Tag()
    tag.add('<select name="{}"', widget["name"])
    tag.add_attributes(widget)
    tag.add(">")
    for name, options, _ in groups:
        if name:
            tag.add('\n  <optgroup label="{}">', localize(name))
        for option in options:
            tag.add('\n  <option value="{}"', option["value"])
            tag.add_attributes(option)
            tag.add(">{}</option>\n", localize(option["label"]))
        if name:
            tag.add("\n  </optgroup>")
    tag.add("\n</select>")
    return tag.markup()


DRAWN: Mapping[str, Callable[[Widget], SafeString | None]] = {
    **{f"{WIDGETS}{name}.html": _input for name in INPUTS},
    f"{WIDGETS}textarea.html": _textarea,
    f"{WIDGETS}select.html": _select,
}
"""By the template that it takes the place of; None from it where the template has to draw after all."""
