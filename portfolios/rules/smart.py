"""Whether an action is fit: the five tests Specific, Measurable, Achievable, Relevant and Time-bound, each pass or not.

Councils ask for SMART actions and seldom say what that means, so the definitions are this product's own:

- Specific: it says what is to be done in three words or more, and what will be different, in other words.
- Measurable: an indicator measures it, or what will be different has a number in it.
- Achievable: a post owns it, and what it costs is said, if only that it costs nothing.
- Relevant: it comes from something, such as a lesson.
- Time-bound: it has a day by which it is done; words without a day, and what waits for an event, have none.

A test that is not passed says what to do in one sentence. A stopped action is tested like any other: the tests say how
it was planned, not how it went.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portfolios.choices import SmartTest

FEWEST_WORDS = 3
"""Fewer than that name no deed: "Review", "Ongoing", "Train staff"."""
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(
    r"[0-9]|\b(?:none|no more|nobody|zero|half|halved|twice|doubled?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|every|all|each)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class ActionFacts:
    """What of an action tells whether it is fit."""

    what: str
    result: str = ""
    """What will be different."""
    has_owner: bool = False
    cost_is_said: bool = False
    """Also where it costs nothing."""
    due_on: date | None = None
    waits_for: str = ""
    """The event it waits for, while that has not happened."""
    indicators_linked: int = 0
    """How many indicators measure it."""
    serves: int = 0
    """How many lessons (and other plans) it comes from."""


@dataclass(frozen=True)
class Tested:
    """One of the five tests: passed, or the sentence that says what is missing."""

    test: SmartTest
    missing: str = ""

    @property
    def is_passed(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def smart(facts: ActionFacts) -> list[Tested]:
    """The five tests in the order of their letters."""
    return [
        Tested(SmartTest.SPECIFIC, _specific(facts)),
        Tested(SmartTest.MEASURABLE, _measurable(facts)),
        Tested(SmartTest.ACHIEVABLE, _achievable(facts)),
        Tested(SmartTest.RELEVANT, _relevant(facts)),
        Tested(SmartTest.TIME_BOUND, _time_bound(facts)),
    ]


def passed(tests: Sequence[Tested]) -> int:
    """How many of the tests are passed."""
    return sum(each.is_passed for each in tests)


def _plain(text: str) -> list[str]:
    return [each.casefold() for each in _WORD.findall(text)]


def _specific(facts: ActionFacts) -> str:
    what, result = _plain(facts.what), _plain(facts.result)
    if len(what) < FEWEST_WORDS:
        return f"Say in at least {FEWEST_WORDS} words what exactly is to be done."
    if not result:
        return "Say what will be different once it is done."
    if result == what:
        return "What will be different only repeats what is to be done. Say what customers will notice."
    return ""


def _measurable(facts: ActionFacts) -> str:
    if facts.indicators_linked or _NUMBER.search(facts.result):
        return ""
    return "Link an indicator that is to move, or put a number into what will be different."


def _achievable(facts: ActionFacts) -> str:
    if not facts.has_owner and not facts.cost_is_said:
        return "Name the post that owns it, and say what it costs; 0 if it costs nothing."
    if not facts.has_owner:
        return "Name the post that owns it."
    return "" if facts.cost_is_said else "Say what it costs; 0 if it costs nothing."


def _relevant(facts: ActionFacts) -> str:
    return "" if facts.serves else "Say which lesson it comes from."


def _time_bound(facts: ActionFacts) -> str:
    if facts.due_on is not None:
        return ""
    if facts.waits_for:
        return (
            f"It waits for “{facts.waits_for}”, so it has no day yet. Give it one, or say when that happened."
        )
    return "Give a day by which it is done."
