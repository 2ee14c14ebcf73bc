"""Files that were brought to be imported."""

from typing import Any

from django.utils.html import format_html

from council.tables import Column, DateColumn, LinkColumn, Table, in_words


class FileColumn(LinkColumn):
    """A file's name, leading to its preview. The same file may come again: the link says which one this was."""

    def render(self, value: Any, record: Any = None) -> Any:
        which = format_html('<span class="hidden-word">, import {}</span>', record.pk)
        return super().render(format_html("{}{}", in_words(value), which), record)


class ImportTable(Table):
    """Files that were brought to be imported."""

    file_name = FileColumn(verbose_name="File")
    kind = Column(verbose_name="What it holds")
    by = Column(verbose_name="Brought by", accessor="by__username")
    at = DateColumn(verbose_name="Brought")
    outcome = Column(verbose_name="What came of it", default="Waits for its preview to be applied")

    class Meta:
        empty_text = "No file has been brought yet."
