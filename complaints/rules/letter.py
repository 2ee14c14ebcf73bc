"""An Ombudsman's annual letter: its topics as typed, and where its figures differ from the council's own records."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from complaints.choices import LetterFigure
from complaints.rules.small_numbers import FEWEST_SHOWN, HIDDEN_WORDS

MOST_TOPICS = 40
Topic = tuple[str, int]


def read_topics(text: str) -> list[Topic]:
    """Topics with their numbers, one in a line: "Housing: 12". ValueError, with a sentence, for what is none."""
    found: list[Topic] = []
    for line in (each.strip() for each in text.splitlines()):
        if not line:
            continue
        topic, _, number = line.rpartition(":")
        number = number.strip().replace(",", "")
        if not topic.strip() or not (number.isascii() and number.isdigit() and len(number) <= 6):
            said = f"This is “{line[:60]}”"
            raise ValueError(
                f"Enter a topic and its number with a colon between, such as Housing: 12. {said}"
            )
        found.append((topic.strip(), int(number)))
    if len(found) > MOST_TOPICS:
        raise ValueError(f"Enter {MOST_TOPICS} topics at most, this has {len(found)}")
    return found


def topics_as_typed(topics: Sequence[Sequence[object]]) -> str:
    """The twin of `read_topics`."""
    return "\n".join(f"{topic}: {number}" for topic, number in topics)


def share(part: int, whole: int) -> Decimal | None:
    """A whole percentage, halves rounded up; None of nothing."""
    if not whole:
        return None
    return (Decimal(100) * part / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def letter_differences(
    printed: Mapping[str, Decimal],
    topics: Sequence[Topic],
    own: Mapping[str, int],
    *,
    hide: bool,
) -> list[str]:
    """Where the letter disagrees with itself or with our records, in sentences. `own` has our counts by figure.

    `hide` keeps our own small numbers out: what the letter prints is public already.
    """
    found = _with_itself(printed, topics)
    for figure in LetterFigure:
        said = printed.get(figure)
        if said is None or figure not in own or said == own[figure]:
            continue
        ours = HIDDEN_WORDS if hide and 0 < own[figure] < FEWEST_SHOWN else str(own[figure])
        found.append(f"{figure.label}: the letter says {said:f}, our records say {ours}.")
    return found


def _with_itself(printed: Mapping[str, Decimal], topics: Sequence[Topic]) -> list[str]:
    found = []
    received = printed.get(LetterFigure.RECEIVED)
    added = sum(number for _, number in topics)
    if topics and received is not None and received != added:
        found.append(f"The topics add up to {added:,}, the letter says {received:f} were received.")
    investigated, upheld = printed.get(LetterFigure.INVESTIGATED), printed.get(LetterFigure.UPHELD)
    if investigated is not None and upheld is not None and upheld > investigated:
        found.append(f"The letter says that {upheld:f} were upheld of {investigated:f} investigated.")
    printed_share = printed.get(LetterFigure.UPHELD_SHARE)
    if investigated is not None and upheld is not None and printed_share is not None:
        worked_out = share(int(upheld), int(investigated))
        if worked_out is not None and abs(worked_out - printed_share) >= 1:
            found.append(
                f"{upheld:f} of {investigated:f} is {worked_out}%, the letter says {printed_share.normalize():f}%."
            )
    return found
