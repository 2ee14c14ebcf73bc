"""The six parts of an annual complaints report (Complaint Handling Code, 8.1), and what a draft still lacks."""

from collections.abc import Mapping

PARTS = (
    (
        "quality",
        "What the figures mean",
        "What lies behind the figures: what went well, what did not, and for whom. Names nobody.",
    ),
    (
        "non_compliance",
        "Where we do not comply, and what we do about it",
        "Needed where a paragraph of the code is not kept to.",
    ),
    (
        "improvements",
        "What we made better from what we learned",
        "Changes of policy, procedure or practice that follow from complaints, and what they have changed.",
    ),
    (
        "letter_words",
        "What we say to the Ombudsman’s letter",
        "Needed where the letter is not entered yet: say when it comes.",
    ),
    (
        "other_reports",
        "Other reports of an Ombudsman about the council",
        "Public interest reports and others of the year. Say so if there was none.",
    ),
    (
        "assessed_again_why",
        "Why the self-assessment was made again in the year",
        "Only after a restructure, a merger or a change of procedures (Code, 8.3).",
    ),
)
"""Each box of words: its name, its question and its hint."""


def missing_parts(
    *, is_over: bool, words: Mapping[str, str], unanswered: int, complies: bool, letters: int
) -> list[str]:
    """What keeps a report from being presented, in sentences without a full stop; nothing where it may be."""
    found = []
    if not is_over:
        found.append("The year is not over yet: present the report once all that came in can be counted")
    if unanswered:
        number = "1 paragraph" if unanswered == 1 else f"{unanswered} paragraphs"
        found.append(f"Say of {number} of the self-assessment whether the council complies")
    if not words["quality"]:
        found.append("Write what the figures mean")
    if not complies and not words["non_compliance"]:
        found.append("Write what is done where the council does not comply")
    if not words["improvements"]:
        found.append("Write what was made better from what was learned")
    if not letters and not words["letter_words"]:
        found.append("Enter the Ombudsman’s annual letter, or write why it is not there")
    if not words["other_reports"]:
        found.append("Write which other reports of an Ombudsman there were, or that there was none")
    return found
