"""The first words of a feedback return, drafted from its figures for the team to go on from. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

MOST_CAUSES = 3


def drafted(part: str, counts: Mapping[str, int], before: Mapping[str, int], causes: Sequence[str]) -> str:
    """What the figures of a part say, in sentences; the team adds what customers told it and what it does."""
    said = {
        "requests": lambda: [
            _came("service request", counts["requests"], before["requests"]),
            _in_time("requests", counts),
        ],
        "complaints": lambda: [
            _came("complaint", counts["complaints"], before["complaints"]),
            _in_time("complaints", counts),
            _upheld(counts),
            _causes(causes),
        ],
        "compliments": lambda: [_came("compliment", counts["compliments"], before["compliments"])],
    }.get(part)
    return " ".join(sentence for sentence in said() if sentence) if said else ""


def drafted_of_actions(actions: Sequence[Mapping[str, Any]]) -> str:
    """How many actions a team has and how they stand; it adds what they have changed."""
    if not actions:
        return "No action is under way."
    states = Counter(str(each["state"]).lower() for each in actions)
    late = sum(bool(each["is_overdue"]) for each in actions)
    number = "1 action" if len(actions) == 1 else f"{len(actions)} actions"
    stand = ", ".join(f"{count} {state}" for state, count in states.items())
    overdue = f" {late} {'is' if late == 1 else 'are'} overdue." if late else ""
    return f"{number}: {stand}.{overdue}"


def _came(noun: str, number: int, before: int) -> str:
    """ "3 complaints came in, 2 more than in the quarter before." """
    several = "No" if number == 0 else str(number)
    noun = noun if number == 1 else f"{noun}s"
    if number == before:
        compared = "as in the quarter before" if number else "none in the quarter before either"
    else:
        compared = (
            f"{abs(number - before)} {'more' if number > before else 'fewer'} than in the quarter before"
        )
    return f"{several} {noun} came in, {compared}."


def _in_time(kind: str, counts: Mapping[str, int]) -> str:
    in_time, late, waiting = (counts[f"{kind}_{each}"] for each in ("in_time", "late", "open_late"))
    whole = in_time + late + waiting
    if not whole:
        return ""
    stage = "Stage 1 answers" if kind == "complaints" else "Answers"
    open_words = f"; {waiting} {'is' if waiting == 1 else 'are'} still open and late" if waiting else ""
    return f"{stage} in time: {in_time} of {whole}{open_words}."


def _upheld(counts: Mapping[str, int]) -> str:
    number = counts["upheld"]
    if not number:
        return ""
    return f"{number} {'was' if number == 1 else 'were'} upheld at least in part."


def _causes(causes: Sequence[str]) -> str:
    named = causes[:MOST_CAUSES]
    if not named:
        return ""
    return f"Most often because of: {', '.join(named)}."
