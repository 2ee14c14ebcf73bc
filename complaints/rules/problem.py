"""What is wrong or missing, as data: a page, a form and an operation say it with the same words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to put right: the field it belongs to ("" for the whole), and the sentence that says what to do."""

    field: str
    sentence: str
