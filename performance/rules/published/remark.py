"""What a remark on a published table is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Oddity(StrEnum):
    """The kinds of things that are odd about a published table."""

    STATUS_BESIDE_NOT_KNOWN = "status_beside_not_known"
    STATUS_BESIDE_BLANK = "status_beside_blank"
    NOT_KNOWN_BESIDE_VALUE = "not_known_beside_value"
    STATUS_UNREAD = "status_unread"
    CARRIED_FORWARD = "carried_forward"
    TARGET_AMBIGUOUS = "target_ambiguous"
    QUESTIONS_IN_ONE = "questions_in_one"
    QUESTION_MARK_MISSING = "question_mark_missing"
    ANSWERS_DIFFER = "answers_differ"
    LETTER_ALONE = "letter_alone"
    REFERENCE_SHARED = "reference_shared"
    REFERENCE_SPELLING = "reference_spelling"
    WORD_SPELLING = "word_spelling"
    TOP_QUARTER_BEHIND_TARGET = "top_quarter_behind_target"
    TOP_QUARTER_MISSING = "top_quarter_missing"
    NARRATIVE_AGREES = "narrative_agrees"
    NARRATIVE_DIFFERS = "narrative_differs"
    NARRATIVE_UNTIL_DIFFERS = "narrative_until_differs"
    OFF_TARGET_WITHOUT_ACTION = "off_target_without_action"
    DITTO_UNRESOLVED = "ditto_unresolved"
    YEAR_STYLES = "year_styles"
    DATE_STYLES = "date_styles"
    DEFINITION_CHANGED = "definition_changed"
    NUMBERED_OTHERWISE = "numbered_otherwise"
    RULE_NOT_STATED = "rule_not_stated"


@dataclass(frozen=True)
class Remark:
    """Something odd about a table, in a plain sentence; nothing is repaired.

    `rows` are the rows it concerns, by their place in print from 0; empty when it concerns the whole table. A
    remark about several rows (a reference used three times) is one remark, to stand beside each of them.
    """

    code: Oddity
    sentence: str
    rows: tuple[int, ...] = ()

    @property
    def row_index(self) -> int | None:
        """The first row concerned, or None for the whole table."""
        return self.rows[0] if self.rows else None


def beside(remarks: Iterable[Remark], row_index: int) -> list[Remark]:
    """The remarks that stand beside one row."""
    return [remark for remark in remarks if row_index in remark.rows]


def about_the_table(remarks: Iterable[Remark]) -> list[Remark]:
    """The remarks that concern no single row."""
    return [remark for remark in remarks if not remark.rows]
