"""What a search for who is responsible finds beside services: portfolios and bodies, by name or by words of remits."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from portfolios.figures.remits import RemitRegister
from portfolios.figures.responsible import Answers
from portfolios.models import Body, PortfolioAlias
from portfolios.rules.responsibility import Answering, ServiceAnswers
from portfolios.rules.sought import Sought


@dataclass(frozen=True)
class FoundAnswering:
    """A portfolio or a body that a search found, why, and for which services it answers."""

    name: str
    """As it was called on the day."""
    url: str
    holder: str
    """Who held it on the day, in words; nothing for a body."""
    also: list[str]
    """Its other names that hold the words looked for."""
    items: list[str]
    """The items of its remit on the day that hold them."""
    services: list[ServiceAnswers]
    kind: Answering


def found_answering(read: Answers, register: RemitRegister, sought: Sought) -> list[FoundAnswering]:
    """The portfolios in being on the day, then the bodies; those whose name holds the words stand first.

    Three queries beside the register's own; none where nothing is looked for.
    """
    if not sought.words:
        return []
    found = [*_portfolios(read, register, sought), *_bodies(read, sought)]
    return sorted(found, key=lambda each: not sought.is_in(each.name))


def _portfolios(read: Answers, register: RemitRegister, sought: Sought) -> Iterable[FoundAnswering]:
    aliases: dict[int, list[str]] = defaultdict(list)
    for pk, alias in PortfolioAlias.objects.on(read.day).values_list("portfolio", "name"):
        aliases[pk].append(alias)
    remits = register.on(read.day).remits
    for pk, then in read.portfolios.items():
        if not then.row.is_on(read.day):
            continue
        also = [alias for alias in aliases[pk] if sought.is_in(alias)]
        items = [item.text for item in remits.of(pk).items if sought.is_in(item.text)]
        if also or items or sought.is_in(then.name):
            yield FoundAnswering(
                name=then.name,
                url=then.row.get_absolute_url(),
                holder=", ".join(then.held_by(read.day)) or "Vacant",
                also=also,
                items=items,
                services=read.answered_by(Answering.PORTFOLIO, pk),
                kind=Answering.PORTFOLIO,
            )


def _bodies(read: Answers, sought: Sought) -> Iterable[FoundAnswering]:
    for body in Body.objects.on(read.day).prefetch_related("other_names"):
        also = [
            each.name for each in body.other_names.all() if each.is_on(read.day) and sought.is_in(each.name)
        ]
        services = read.answered_by(Answering.BODY, body.pk)
        if services and (also or sought.is_in(body.name)):
            yield FoundAnswering(body.name, body.get_absolute_url(), "", also, [], services, Answering.BODY)
