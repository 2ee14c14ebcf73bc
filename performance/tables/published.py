"""Published year tables: the list of them, and the rows of one as they were printed."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from council.periods import year_name
from council.rag import Rag
from council.tables import Column, DateColumn, LinkColumn, NumberColumn, RagColumn, Table
from performance.rules.importing.year_tables import (
    BY_OUR_RULE,
    COMMENT_IN_FULL,
    REMARKS,
    WHY,
    printed_heading,
)
from performance.rules.published.headings import Role


class PublishedTableList(Table):
    """Year tables as papers printed them."""

    title = LinkColumn(verbose_name="Table")
    year = Column(verbose_name="Year")
    rows = NumberColumn(verbose_name="Rows", accessor="number_of_rows")
    at = DateColumn(verbose_name="Imported")
    file_name = Column(verbose_name="File")

    class Meta:
        empty_text = "No published table yet. An administrator imports them."

    def render_year(self, value: int) -> str:
        return year_name(value)

    value_year = render_year


class StatusColumn(RagColumn):
    """The status that a table printed: the tag on the page, in a file what was written."""

    def __init__(self, place: int, **options: Any) -> None:
        super().__init__(accessor="published", **options)
        self.place = place

    def render(self, value: Any, record: Any = None) -> SafeString:
        written = record.cells[f"c{self.place}"]
        tag = super().render(value, record) if value else format_html("<span>{}</span>", "No status")
        return format_html('<div>{} <span class="quiet">{}</span></div>', tag, written)

    def value(self, value: Any, record: Any = None) -> str:
        return str(record.cells[f"c{self.place}"])


class CommentColumn(Column):
    """A comment as printed, and what "Ditto" or "See above" stands for."""

    def render(self, value: Any, record: Any = None) -> Any:
        if not record.comment or record.comment == value:
            return value
        return format_html('<div>{} <span class="quiet">Meaning: {}</span></div>', value, record.comment)


class OursColumn(RagColumn):
    """The rating by our rule, with its reason and the rule a click away."""

    def render(self, value: Any, record: Any = None) -> SafeString:
        return format_html(
            "<div>{}<details><summary>Why</summary>{} <span class='quiet'>{}</span></details></div>",
            super().render(value, record),
            record.why,
            record.rule_words,
        )


class PrintedTitleColumn(LinkColumn):
    """An indicator as printed, with what is odd about its row and why the two ratings differ."""

    def render(self, value: Any, record: Any = None) -> SafeString:
        said = [record.difference, *(remark.sentence for remark in record.remarks)]
        lines = format_html_join("", '<p class="remark">{}</p>', ((each,) for each in said if each))
        return format_html("<div>{}{}</div>", super().render(value, record), lines)

    def value(self, value: Any) -> Any:
        return value


class PublishedRowTable(Table):
    """The rows of a published table under their printed headings, our rule and what is remarked beside them.

    `places` says where in print the indicator, the status and the comment stand. As a file it has what the page
    folds away in columns of their own.
    """

    position = NumberColumn(verbose_name="Row", exclude_from_export=True)

    class Meta:
        default = SafeString('<span class="quiet">Blank</span>')

    def __init__(
        self, data: Any, *, headings: Sequence[str], places: Mapping[Role, int], as_file: bool, **options: Any
    ) -> None:
        printed = [(f"c{place}", _printed(place, words, places)) for place, words in enumerate(headings)]
        in_full = [("comment_in_full", Column(verbose_name=COMMENT_IN_FULL, accessor="comment"))]
        why = [("why", Column(verbose_name=WHY))]
        ours = [("ours", OursColumn(verbose_name=BY_OUR_RULE))]
        remarks = [("remarks", Column(verbose_name=REMARKS, accessor="remarks_in_words"))]
        extra = [*printed, *in_full, *ours, *why, *remarks] if as_file else [*printed, *ours]
        super().__init__(data, extra_columns=extra, **options)

    def row_class(self, record: Any) -> str:
        return "row-red" if record.published == Rag.RED else ""


def _printed(place: int, heading: str, places: Mapping[Role, int]) -> Column:
    """The column of one printed heading."""
    words = printed_heading(heading) or f"Column {place + 1}"
    if place == places.get(Role.STATUS):
        return StatusColumn(place, verbose_name=words)
    kinds = {places.get(Role.INDICATOR): PrintedTitleColumn, places.get(Role.COMMENT): CommentColumn}
    return kinds.get(place, Column)(verbose_name=words, accessor=f"cells__c{place}")
