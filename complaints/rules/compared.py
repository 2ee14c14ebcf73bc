"""A year beside the year before, in words that do not mislead where numbers are small.

The Ombudsman warns of it: from 2 to 4 is not "100% worse", and high numbers can mean that people find it easy to
complain.
"""

from complaints.rules.small_numbers import FEWEST_SHOWN, HIDDEN_WORDS

FEWEST_COMPARED = 20
"""Below this, a difference is no trend."""
FEWEST_FOR_PER_CENT = 50


def in_words(count: int) -> str:
    """A count as members and the public read it."""
    return HIDDEN_WORDS if 0 < count < FEWEST_SHOWN else f"{count:,}"


def compared(words: str, now: int, before: int, *, is_on_record: bool) -> str:
    """Such as "Complaints: 132, after 120 the year before: 12 more (10%)"; the small ones without a judgement."""
    if not is_on_record:
        return f"{words}: {in_words(now)}. Nothing is on record for the year before."
    said = f"{words}: {in_words(now)}, after {in_words(before)} the year before"
    if max(now, before) < FEWEST_COMPARED:
        return f"{said}. Numbers this small go up and down by chance."
    if min(now, before) < FEWEST_SHOWN:
        return f"{said}."
    if now == before:
        return f"{said}: as many."
    way, difference = ("more" if now > before else "fewer"), abs(now - before)
    if before < FEWEST_FOR_PER_CENT:
        return f"{said}: {difference:,} {way}."
    return f"{said}: {difference:,} {way} ({round(100 * difference / before)}%)."


def part_of(met: int, of: int) -> str:
    """How many of how many, with neither the few that were nor the few that were not told apart."""
    if not of:
        return "None due yet"
    if of < FEWEST_SHOWN:
        return f"{HIDDEN_WORDS} due"
    if 0 < met < FEWEST_SHOWN:
        return f"{HIDDEN_WORDS} of {of:,}"
    if 0 < of - met < FEWEST_SHOWN:
        return f"all but {HIDDEN_WORDS} of {of:,}"
    return f"{met:,} of {of:,} ({round(100 * met / of)}%)"
