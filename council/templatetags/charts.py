"""Charts on a page: `{% chart figure %}` with its numbers, `{% sparkline spark %}` in a row of a table."""

from collections import Counter
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from council.charts import Figure, Sparkline, name_of, svg

register = template.Library()

NUMBERS = ("folded", "open", "none")
"""How the table of the numbers stands beside a chart: folded away, in the open, or elsewhere on the page."""


@register.inclusion_tag("parts/chart.html", takes_context=True)
def chart(
    context: Context, figure: Figure, numbers: str = "folded", caption: bool = True, summary: bool = True
) -> dict[str, Any]:
    """The figure, its summary and its numbers. ValueError when `numbers` is none of NUMBERS.

    `caption=False` and `summary=False` leave out the title and the summary where the page around already says
    them; a screen reader has both from the drawing all the same.
    """
    if numbers not in NUMBERS:
        raise ValueError(f"The numbers of a chart are {', '.join(NUMBERS)}; not {numbers!r}.")
    drawings = figure.drawings()
    name = _once_on_the_page(context, name_of(figure, drawings))
    table = figure.table()
    return {
        "title": figure.title if caption else "",
        "summary": figure.summary if summary else "",
        "drawings": [svg(figure, drawing, name) for drawing in drawings],
        "numbers": numbers if table.rows else "none",
        "table": table,
    }


@register.simple_tag
def sparkline(spark: Sparkline) -> SafeString:
    """The sparkline alone; its numbers are in the list that it stands in."""
    return spark.svg()


def _once_on_the_page(context: Context, name: str) -> str:
    """The name, numbered from its second use on the page: two charts of one page may be the same."""
    # The undermost layer of the rendering is the one that a page shares with the parts that it includes.
    page: dict[Any, Any] = context.render_context.dicts[0]
    used = page.setdefault("charts drawn", Counter())
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name]}"
