"""What is wrong or missing, as data: a page, a form and an operation say it with the same words."""

from dataclasses import dataclass

from complaints.choices import CasePage


@dataclass(frozen=True)
class Problem:
    """One thing to put right: the field it belongs to ("" for the whole), and the sentence that says what to do."""

    field: str
    sentence: str
    mend: CasePage | None = None
    """The page on which it is put right, where that is another."""
    number: int | None = None
    """Of which point, where it is one."""
