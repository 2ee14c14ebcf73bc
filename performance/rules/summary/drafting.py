"""The sentences that the rules write of services, each with the figures it rests on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from council.rag import Rag
from performance.choices import SummarySection
from performance.rules.published.sentences import counted, listed
from performance.rules.summary.figure import Figure
from performance.rules.summary.service import Measured, ServiceFacts, section_of

NAMED = 3
"""So many indicators are named in a sentence; the rest are counted."""
EXAMPLES = 2
"""So many of those that do well, or lack the same thing."""

LACKS: tuple[tuple[str, Callable[[Measured], bool]], ...] = (
    ("Late", lambda each: each.rating == Rag.LATE),
    ("Not known", lambda each: each.rating == Rag.NOT_KNOWN),
    ("No target to judge by", lambda each: each.lacks_target),
    ("Counted in a new way, so not yet to be compared", lambda each: each.is_redefined),
    ("Too few figures to say which way it goes", lambda each: each.is_new and each.is_rated),
)
"""What an indicator can lack, in the order in which it is said."""


@dataclass(frozen=True)
class Drafted:
    """One sentence of the rules: of a service, or of none."""

    section: SummarySection
    service: int | None
    text: str
    figures: tuple[Figure, ...]


def draft(services: Iterable[ServiceFacts], *, without: Sequence[str] = ()) -> list[Drafted]:
    """A sentence for each service that there is something to say of; in risk the most red first, then by name.

    `without` names the services that keep no indicator: they share the last sentence, which rests on no figure.
    """
    found = []
    for service in sorted(services, key=_worst_first):
        section = section_of(service)
        if section is not None:
            figures = tuple(each.figure for each in service.indicators)
            found.append(
                Drafted(section, service.pk, f"{_called(service.name)} {_SAID[section](service)}", figures)
            )
    if without:
        found.append(Drafted(SummarySection.FURTHER, None, _without(without), ()))
    return found


def _worst_first(service: ServiceFacts) -> tuple[int, str, int]:
    is_risk = section_of(service) == SummarySection.RISK
    red = sum(each.rating == Rag.RED for each in service.indicators) if is_risk else 0
    return -red, service.name, service.pk


def _called(name: str) -> str:
    """The name as the register spells it, with the one colon that a sentence needs."""
    return name if name.endswith(":") else f"{name}:"


def _without(names: Sequence[str]) -> str:
    shown = list(names[:NAMED])
    if len(names) > NAMED:
        shown.append(counted(len(names) - NAMED, "other service"))
    return f"No indicator is kept for {listed(shown)}."


def _well(service: ServiceFacts) -> str:
    rated = service.rated
    green = [each for each in rated if each.rating == Rag.GREEN]
    said = [_of(len(green), len(rated), "green")]
    beyond = [each for each in green if each.is_always_met and each.is_better_than_target]
    better = [each for each in rated if each.is_improving and each not in beyond]
    if beyond:
        said.append(f"{_examples(beyond)}: better than the target, which is met in nearly every period.")
    if better:
        said.append(f"{_examples(better)}: a real change for the better.")
    if not (beyond or better):
        said.append(f"{'Among them ' if len(green) > 1 else ''}{_examples(green[:1])}.")
    return " ".join(said)


def _risk(service: ServiceFacts) -> str:
    rated = service.rated
    risks = sorted((each for each in service.indicators if each.is_risk), key=_gravity)
    red = sum(each.rating == Rag.RED for each in rated)
    said = [_of(red, len(rated), "red")] if red else []
    said += [f"{_told(each)}: {_why(each)}." for each in risks[:NAMED]]
    more = len(risks) - NAMED
    if more > 0:
        said.append(f"{more} more {'is' if more == 1 else 'are'} at risk.")
    blank = [each for each in service.indicators if each.rating in (Rag.LATE, Rag.NOT_KNOWN)]
    if blank:
        said.append(f"{len(blank)} {'is' if len(blank) == 1 else 'are'} late or not known.")
    return _first_small(" ".join(said)) if red else " ".join(said)


def _further(service: ServiceFacts) -> str:
    said = [
        f"{words}: {_names(lacking)}."
        for words, lacks in LACKS
        if (lacking := [each for each in service.indicators if lacks(each)])
    ]
    short = [each for each in service.rated if each.rating == Rag.AMBER and not each.is_improving]
    if short:
        said.append(f"Short of target for now: {_names(short, _told)}.")
    if said:
        said[0] = _first_small(said[0])
    return " ".join(said)


_SAID: dict[SummarySection, Callable[[ServiceFacts], str]] = {
    SummarySection.WELL: _well,
    SummarySection.RISK: _risk,
    SummarySection.FURTHER: _further,
}


def _gravity(each: Measured) -> tuple[bool, bool, int, str]:
    return each.rating != Rag.RED, not each.is_worsening, -each.run.number, each.figure.name


def _of(number: int, rated: int, word: str) -> str:
    """How many of the rated indicators are green, or red."""
    if rated == 1:
        return f"its one rated indicator is {word}."
    if number == rated == 2:
        return f"both rated indicators are {word}."
    if number == rated:
        return f"all {rated} rated indicators are {word}."
    return f"{number} of {rated} rated indicators {'is' if number == 1 else 'are'} {word}."


def _why(each: Measured) -> str:
    reasons = []
    if each.is_worsening:
        reasons.append("a real change for the worse")
    if each.is_improving and each.rating != Rag.GREEN:
        reasons.append("though a real change for the better")
    if each.is_never_met:
        reasons.append("the target is out of reach of the process as it works now")
    if each.year_miss and each.is_rated:
        reasons.append(each.year_miss)
    if each.rating == Rag.GREEN:
        return f"green now, yet {', '.join(reasons)}"
    return ", ".join([each.run.words or each.rating.word.lower(), *reasons])


def _told(each: Measured) -> str:
    """An indicator with its figure: "“Bins missed”, 72% against a target of 80%"."""
    if not each.is_rated:
        return f"“{each.figure.name}”"
    return f"“{each.figure.name}”, {each.figure.against}"


def _examples(some: Sequence[Measured]) -> str:
    return _names(some, _told)


def _names(some: Sequence[Measured], say: Callable[[Measured], str] | None = None) -> str:
    said = [say(each) if say else f"“{each.figure.name}”" for each in some[:EXAMPLES]]
    if len(some) > EXAMPLES:
        said.append(f"{len(some) - EXAMPLES} more")
    joint = "; " if say else ", "
    return f"{joint.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]


def _first_small(words: str) -> str:
    return words[:1].lower() + words[1:]
