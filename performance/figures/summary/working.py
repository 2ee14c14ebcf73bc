"""The sentences of a summary in draft as its writers work on them, section by section."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from performance.figures.summary.now import figures_now
from performance.figures.summary.paper import figures_of, rows_of
from performance.models import ExecutiveSummary, SummarySentence
from performance.rules.summary.figure import Changed, changed, fingerprint

LEFT_OUT = "left_out"


@dataclass(frozen=True)
class WorkingRow:
    """One sentence on the working page."""

    sentence: SummarySentence
    changes: list[Changed]
    seen: str
    """The fingerprint of its figures as they stand now."""
    figures: int

    @property
    def rules_say(self) -> str:
        """What the rules say, where a person's words stand instead; "" elsewhere."""
        said = self.sentence.drafted
        return said if said != self.sentence.text else ""

    @property
    def needs_a_look(self) -> bool:
        """Whether figures have changed under a sentence that is said."""
        return bool(self.changes) and not self.sentence.is_left_out


@dataclass(frozen=True)
class WorkingSection:
    """A section of the working page; what is left out stands in one of its own."""

    heading: str
    rows: list[WorkingRow]
    is_open: bool
    """Whether its sentences are unfolded: they are long, and worked on one section at a time."""

    @property
    def to_look_at(self) -> int:
        """How many of its sentences have figures that changed."""
        return sum(each.needs_a_look for each in self.rows)


def working_rows(row: ExecutiveSummary, *, today: datetime.date) -> list[WorkingRow]:
    """Every sentence with what changed under it, in the order of the draft."""
    sentences = rows_of(row)
    pins = {each.pk: figures_of(each) for each in sentences}
    keys = [figure.key for figures in pins.values() for figure in figures]
    now = figures_now(keys, until=row.ends_on, today=today)
    return [
        WorkingRow(
            each,
            changed(pins[each.pk], now),
            fingerprint(now[figure.key] for figure in pins[each.pk]),
            len(pins[each.pk]),
        )
        for each in sentences
    ]


def in_sections(
    rows: Sequence[WorkingRow], headings: Mapping[str, str], *, worked_on: str = ""
) -> list[WorkingSection]:
    """The rows under the headings, and what is left out at the end.

    Open is the section that was worked on, each in which figures changed, or else the first that says something.
    """
    parts = {
        key: [each for each in rows if section_of(each.sentence) == key] for key in (*headings, LEFT_OUT)
    }
    calling = {
        key for key, said in parts.items() if key == worked_on or any(each.needs_a_look for each in said)
    }
    unfolded = calling or {next((key for key, said in parts.items() if said), "")}
    return [
        WorkingSection(headings.get(key, "Left out"), said, key in unfolded)
        for key, said in parts.items()
        if said or key != LEFT_OUT
    ]


def section_of(sentence: SummarySentence) -> str:
    """The key of the section in which the working page has a sentence."""
    return LEFT_OUT if sentence.is_left_out else str(sentence.section)
