"""The check before the annual meeting, and the findings it rests on, as tables."""

from typing import Any

from django.utils.html import format_html

from council.tables import Column, DateColumn, LinkColumn, Table


class CheckTable(Table):
    """What to settle about who is responsible."""

    about = Column(verbose_name="About")
    kind = Column(verbose_name="Sort of problem")
    sentence = Column(verbose_name="What to settle")
    next_step = Column(verbose_name="What to do next")
    # A link beside each row sorts nothing.
    register = Column(
        accessor="register_url", verbose_name="Register", orderable=False, exclude_from_export=True
    )

    def render_about(self, value: str, record: Any) -> str:
        """A service and the finding about it have one name: who hears the links is told which it is."""
        words = '<a href="{}">{}<span class="hidden-word">, {}</span></a>'
        return format_html(words, record.url, value, record.noun)

    def render_register(self, record: Any) -> str:
        return format_html(
            '<a href="{}">Open<span class="hidden-word"> the {} {} in the register</span></a>',
            record.register_url,
            record.noun,
            record.about,
        )

    class Meta:
        empty_text = "Nothing to settle."


class FindingTable(Table):
    """Findings from outside."""

    title = LinkColumn(verbose_name="Finding")
    made_by = Column(verbose_name="Made by")
    status = Column(verbose_name="Status")
    service = Column(accessor="service__name", verbose_name="Service", default="No service named")
    received_on = DateColumn(verbose_name="Received", default="Not known")
    is_about_responsibility = Column(verbose_name="Found it unclear who is responsible")

    class Meta:
        empty_text = "No finding yet. An administrator records the first one in the register."
