"""The items of a report as the lines of a file: what was written, and beside it how it was read."""

from collections.abc import Iterator

from performance.rules.progress.paper import Paper

HEADER = (
    "Item",
    "Heading",
    "It is",
    "Words",
    "Who, as written",
    "Owners",
    "Owner is certain",
    "By when, as written",
    "Precision",
    "Last day it can mean",
    "Subject to",
    "What became of it",
    "Update",
    "Reports it stood in",
    "Note of correction",
    "Repeats the figure of",
    "Figure",
)


def item_lines(paper: Paper) -> Iterator[list[object]]:
    """A line for each item under `HEADER`; dates and numbers as such."""
    for section in paper.sections:
        for item in section.items:
            yield [
                item.number,
                section.heading,
                item.kind_word,
                item.text,
                item.who,
                "; ".join(owner.name for owner in item.owners),
                ("No" if item.owners_of_heading else "Yes") if item.owners else "",
                item.by_when,
                str(item.precision),
                item.latest,
                item.waits_for,
                item.became,
                item.update_note,
                item.reports,
                item.correction,
                f"{item.repeats.name}, {item.repeats.period_name}" if item.repeats else "",
                item.repeats.value if item.repeats else "",
            ]
