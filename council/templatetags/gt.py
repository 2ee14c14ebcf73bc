"""The look in templates: rating tags, directions of travel, threads, dates in words, error summaries."""

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.template.loader import render_to_string
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils import timezone
from django.utils.safestring import SafeString

from council.rag import Rag

register = template.Library()


class Problem(NamedTuple):
    """One line of an error summary: the sentence, and the id of the field to go to ("" for none)."""

    field_id: str
    sentence: str


@register.simple_tag
def rag_tag(rating: Rag | str | None, overridden: bool = False) -> SafeString:
    """The tag of a rating: shape, word and colour; no rating at all is "Not rated".

    `overridden` adds the mark that a person set the rating against the rule.
    """
    return _rag_tag(Rag(rating or Rag.NOT_RATED), bool(overridden))


@lru_cache(maxsize=32)
def _rag_tag(rag: Rag, overridden: bool) -> SafeString:
    # Fourteen tags in all: each is drawn once, because a table shows hundreds.
    return render_to_string("parts/rag_tag.html", {"rag": rag, "overridden": overridden})


@register.simple_tag
def travel_mark(way: str | None, word: str = "") -> SafeString:
    """The arrow and word of a direction of travel: better, worse, same, up, down or unknown."""
    return _travel_mark(str(way or "unknown"), str(word or "Cannot be said"))


@lru_cache(maxsize=64)
def _travel_mark(way: str, word: str) -> SafeString:
    return render_to_string("parts/travel.html", {"way": way, "word": word})


@register.inclusion_tag("parts/thread.html")
def thread(strands: Iterable[object]) -> dict[str, object]:
    """The thread under a title. A strand has `text` and `url`, or `missing`: "no portfolio answers"."""
    return {"strands": strands}


@register.filter
def long_date(day: datetime.date | None) -> str:
    """A date as it is said: 7 April 2005; of a moment, its day in the council's time zone; "" for none."""
    if day is None or day == "":
        return ""
    if isinstance(day, datetime.datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    return f"{day.day} {day:%B %Y}"


@register.filter
def clock_time(moment: datetime.datetime | None) -> str:
    """The time of a moment on the council's clock: 14:02; "" for none."""
    if not moment:
        return ""
    return f"{timezone.localtime(moment) if timezone.is_aware(moment) else moment:%H:%M}"


@register.filter
def field_anchor(field: BoundField) -> str:
    """The id to link to for a field: of radios, checkboxes and split fields, that of the first."""
    return field.id_for_label or (f"{field.auto_id}_0" if field.auto_id else "")


@register.inclusion_tag("parts/error_summary.html")
def error_summary(
    form: BaseForm | None = None, formset_errors: Sequence[tuple[str, str]] | None = None
) -> dict[str, object]:
    """The summary of what is wrong, each line a link to its field.

    `formset_errors` are pairs of a field's id and a sentence, for rows beside or instead of the form.
    """
    rows = [Problem(*pair) for pair in formset_errors or ()]
    return {"problems": [*(form_problems(form) if form else ()), *rows]}


def form_problems(form: BaseForm) -> list[Problem]:
    """What is wrong in a form: first of the whole form, then field by field in the order of the page."""
    whole = "form-problems" + (f"-{form.prefix}" if form.prefix else "")
    problems = [Problem(whole, str(error)) for error in form.non_field_errors()]
    for field in form:
        anchor = "" if field.is_hidden else field_anchor(field)
        problems += [Problem(anchor, str(error)) for error in field.errors]
    return problems


@register.simple_tag(takes_context=True)
def again(context: Context, name: str) -> SafeString:
    """A block of the page once more: its title, as its heading."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return block.render(context) if block else SafeString("")
