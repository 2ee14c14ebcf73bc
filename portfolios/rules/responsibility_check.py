"""What to put right about who is responsible before the annual meeting confirms the portfolios."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from council.dates import long_date
from portfolios.choices import PORTFOLIO_ASPECTS, Aspect, BodyKind, ServiceLevel
from portfolios.rules.responsibility import Answering, AspectLine, Responsible, ServiceAnswers

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six")


class CheckKind(Enum):
    """What sort of problem it is, and what to do next about each of the sort."""

    NO_PORTFOLIO = (
        "No portfolio for delivery",
        "Propose which portfolio takes the service, and record it once the meeting has agreed.",
    )
    TWO_PORTFOLIOS = (
        "Two portfolios for one aspect",
        "Agree which of them answers, or write into both remits who does what; then end the other's responsibility.",
    )
    INFORMAL = (
        "Informal lead only",
        "Propose words for the remit of whoever leads, or give the work to somebody else.",
    )
    MIXED = (
        "Executive and regulatory mixed",
        "Leave regulatory decisions and scrutiny to bodies, and delivery and policy to a portfolio.",
    )
    CONFUSION = (
        "Evidence of confusion",
        "Read the finding beside the remits it is about, and propose words that leave no doubt.",
    )
    VACANT = (
        "Vacant portfolio",
        "Ask the leader who is to hold it, or whose portfolio its services go to.",
    )
    ENDED = (
        "Ended, and still answering",
        "End the responsibility on the same day, and record who answers since then.",
    )
    NO_WORDS = (
        "Express, and no words given",
        "Enter the words that give the responsibility, or say that it is informal.",
    )
    WORDS_GONE = (
        "Express, but these words are not in the remit on that day",
        "Record who answers since the words went, or enter the words that give it now.",
    )

    def __init__(self, heading: str, next_step: str) -> None:
        self.heading = heading
        self.next_step = next_step


@dataclass(frozen=True)
class CheckProblem:
    """One thing to settle: its sort, what it is about, a sentence, and the register row where it is put right."""

    kind: CheckKind
    about: str
    sentence: str
    model: str
    """The kind of register row: "service", "portfolio" or "finding"."""
    pk: int


@dataclass(frozen=True)
class Vacancy:
    """A portfolio that nobody holds on the day."""

    pk: int
    name: str
    since: datetime.date | None
    """The first day without a holder; None where nobody is known to have held it before."""
    explanation: str = ""


@dataclass(frozen=True)
class Confusion:
    """Somebody outside found it unclear who is responsible."""

    pk: int
    title: str
    service: str
    made_by: str
    status: str
    quotation: str


def check(
    services: Sequence[ServiceAnswers], vacancies: Sequence[Vacancy], confusions: Sequence[Confusion]
) -> list[CheckProblem]:
    """All there is to settle, sort by sort; within a sort in the order given."""
    found = [
        *_without_portfolio(services),
        *(
            problem
            for service in services
            for line in service.aspects
            for problem in _of_aspect(service, line)
        ),
        *map(_confused, confusions),
        *map(_vacant, vacancies),
    ]
    order = list(CheckKind)
    return sorted(found, key=lambda problem: order.index(problem.kind))


def _without_portfolio(services: Sequence[ServiceAnswers]) -> Iterator[CheckProblem]:
    """Services with no portfolio for delivery; what stands below one is told with it, not again."""
    lacking = {each.pk for each in services if each.aspect(Aspect.DELIVERY).gap}
    for service in services:
        if service.pk not in lacking or lacking.intersection(service.above[-1:]):
            continue
        below = sum(service.pk in each.above and each.pk in lacking for each in services)
        rest = (
            f", nor of the {below} below it"
            if below > 1
            else ", nor of what stands below it"
            if below
            else ""
        )
        level = "" if service.level == ServiceLevel.SERVICE else f" ({service.level.label.lower()})"
        sentence = f"No portfolio answers for the delivery and improvement of {service.name}{level}{rest}."
        yield _problem(CheckKind.NO_PORTFOLIO, service, sentence)


def _of_aspect(service: ServiceAnswers, line: AspectLine) -> Iterator[CheckProblem]:
    """What is wrong with one aspect, told where it was recorded and not again for each team below."""
    own = [each for each in line.responsible if each.is_own]
    what = f"the {line.aspect.label.lower()} of {service.name}"
    if not own:
        return
    if line.is_double and any(each.kind == Answering.PORTFOLIO for each in own):
        names = _listed([_named(each) for each in line.portfolios])
        sentence = f"{_number(len(line.portfolios))} portfolios answer for {what}: {names}."
        yield _problem(CheckKind.TWO_PORTFOLIOS, service, sentence)
    if line.is_informal:
        leads = " ".join(f"{each.name} leads: {_ended(each.evidence)}" for each in own)
        yield _problem(CheckKind.INFORMAL, service, f"No words give {what} to anybody. {leads}")
    for each in own:
        yield from _of_one(service, line, each, what)


def _of_one(
    service: ServiceAnswers, line: AspectLine, each: Responsible, what: str
) -> Iterator[CheckProblem]:
    """What is wrong with one answer."""
    if is_mixed(line.aspect, each):
        yield _problem(CheckKind.MIXED, service, _mixed(line.aspect, each, what))
    if each.ended_on:
        ended = f"{each.name} ended on {long_date(each.ended_on)} and still answers for {what}."
        yield _problem(CheckKind.ENDED, service, ended)
    if each.is_express and not each.evidence:
        sentence = f"{each.name} answers for {what} expressly, but the words that say so are not recorded."
        yield _problem(CheckKind.NO_WORDS, service, sentence)
    if each.missing:
        words = _listed([f"“{words}”" for words in each.missing])
        sentence = f"{each.name} answers for {what} expressly by words that are not in its remit: {words}."
        yield _problem(CheckKind.WORDS_GONE, service, sentence)


def is_mixed(aspect: Aspect, responsible: Responsible) -> bool:
    """Whether an executive holder has what is not the executive's, or the other way round (LGA 2000 s.9D, s.9F).

    The council itself stands above both. Posts act for either, by delegation.
    """
    is_executive_matter = aspect in PORTFOLIO_ASPECTS
    if responsible.kind == Answering.PORTFOLIO or responsible.body_kind == BodyKind.EXECUTIVE:
        return not is_executive_matter
    return is_executive_matter and responsible.body_kind in (BodyKind.COMMITTEE, BodyKind.SCRUTINY)


def _mixed(aspect: Aspect, each: Responsible, what: str) -> str:
    if aspect in PORTFOLIO_ASPECTS:
        return f"{each.name} decides or scrutinises and is not of the executive, yet it answers for {what}."
    return f"{each.name} is of the executive, yet it answers for {what}."


def _named(each: Responsible) -> str:
    return each.name if each.is_express else f"{each.name} (informally)"


def _confused(each: Confusion) -> CheckProblem:
    sentence = f"{each.made_by} ({each.status.lower()}) found: “{each.quotation}”"
    return CheckProblem(CheckKind.CONFUSION, each.service or each.title, sentence, "finding", each.pk)


def _vacant(each: Vacancy) -> CheckProblem:
    since = f" since {long_date(each.since)}" if each.since else "; no holder before is recorded"
    sentence = f"Nobody holds {each.name}{since}. {_ended(each.explanation)}".strip()
    return CheckProblem(CheckKind.VACANT, each.name, sentence, "portfolio", each.pk)


def _problem(kind: CheckKind, service: ServiceAnswers, sentence: str) -> CheckProblem:
    return CheckProblem(kind, service.name, sentence, "service", service.pk)


def _ended(words: str) -> str:
    """The words as a sentence."""
    return words if not words or words.endswith((".", "!", "?", "”")) else f"{words}."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
