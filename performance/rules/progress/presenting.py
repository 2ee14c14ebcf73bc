"""What a progress report must have before it is begun and before it is presented."""

from datetime import date

from performance.choices import ItemUpdate
from performance.rules.progress.paper import Item, Paper
from portfolios.rules.problem import Problem

SHOWN = 60
"""Letters of an item that are enough to tell which is meant."""


def presenting_problems(paper: Paper) -> list[Problem]:
    """What keeps a draft from being presented, a sentence for each item; an empty list when nothing does.

    The field of each is the anchor of its item on the working page.
    """
    if not paper.items:
        return [Problem("add", "Write at least one item: there is nothing to present.")]
    return [
        Problem(f"item-{item.number}", sentence)
        for item in sorted(paper.items, key=lambda each: each.number)
        if (sentence := update_problem(item))
    ]


def update_problem(item: Item) -> str:
    """What is missing of an item that the report before left open; "" where nothing is."""
    if item.lacks_update:
        return f"Say what became of item {item.number}, “{short(item)}”."
    if item.update == ItemUpdate.DROPPED and not item.update_note.strip():
        return f"Say why item {item.number}, “{short(item)}”, was dropped."
    return ""


def short(item: Item) -> str:
    """The beginning of an item, or who and when where no issue stands beside them."""
    words = " ".join((item.text or f"{item.who} {item.by_when}").split())
    words = words.rstrip(".")
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"


def beginning_problem(*, draft: str, latest_ends_on: date | None, ends_on: date, has_headings: bool) -> str:
    """What keeps the next report of an area from being begun; "" where nothing does.

    `draft` is the period of a report of the area that is not presented yet, `latest_ends_on` the last day of the
    newest one: the reports of an area follow each other, so that nothing left open can be passed over.
    """
    if not has_headings:
        return "There is no heading to write under. An administrator adds one in the register."
    if draft:
        return (
            f"The report for {draft} is not presented yet. Present it first: the next one carries it forward. If it "
            "was begun by mistake, discard it."
        )
    if latest_ends_on is not None and ends_on <= latest_ends_on:
        return "A report for that time or a later one was presented before. Choose a later period."
    return ""
