"""Who answers for a service by the words of a remit: whether they stand there on a day, and what takes them away."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from council.dates import long_date
from portfolios.choices import AmendmentStage, Basis
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment, Responsibility
from portfolios.rules.remits import Effect, Remits
from portfolios.rules.remits.resting import Loss, changed, loss, not_there


@dataclass(frozen=True)
class WordsOfDay:
    """The remits of a day, and what an amendment had taken out of them by then."""

    remits: Remits
    stood: dict[int, list[str]] = field(default_factory=dict)
    """By portfolio: items as they read before they were changed or taken out."""

    def missing(self, row: Responsibility, *, is_whole: bool) -> tuple[str, ...]:
        """The words that an express responsibility quotes and that are not in the remit on the day."""
        if row.portfolio_id is None or row.basis != Basis.EXPRESS:
            return ()
        remit, stood = self.remits.of(row.portfolio_id), self.stood.get(row.portfolio_id, ())
        return not_there(row.evidence, remit, stood=stood, is_whole=is_whole)


def words_of_day(register: RemitRegister, day: datetime.date) -> WordsOfDay:
    """The remits of the day as evidence is held against them."""
    replayed = register.on(day)
    stood: dict[int, list[str]] = defaultdict(list)
    for effect in (each for effects in replayed.effects.values() for each in effects):
        if effect.item is not None and effect.before:
            stood[effect.portfolio].append(effect.before)
    return WordsOfDay(replayed.remits, stood)


@dataclass(frozen=True)
class Resting:
    """A responsibility that loses the words it rests on."""

    row: Responsibility
    loss: Loss
    day: datetime.date | None
    to: str
    """The portfolio that the words go to; "" where they go, or some of them stay."""

    @property
    def about(self) -> str:
        """For what: "Waste, delivery and improvement"."""
        return f"{self.row.service.name}, {self.row.get_aspect_display().lower()}"

    @property
    def sentence(self) -> str:
        """What happens, or has to be settled."""
        return f"{self.row.service.name}{self.after_service}"

    @property
    def after_service(self) -> str:
        """The sentence without the name of the service that it begins with."""
        quoted = " and ".join(f"“{words}”" for words in self.loss.words)
        when = f"from {long_date(self.day)}" if self.day else "from the day of effect"
        by_words = (
            f", {self.row.get_aspect_display().lower()}, is answered for expressly by these words, {quoted}"
        )
        if self.to:
            return f"{by_words}: the {self.to} portfolio answers for it {when}."
        return f"{by_words}: say who answers {when}."


def resting_on(register: RemitRegister, amendment: Amendment, *, on: datetime.date) -> list[Resting]:
    """The responsibilities that lose their words by an amendment of the register; one query, where there are any.

    Of one in force those that still answer on the day by words that have not come back since.
    """
    before, applied = register.doing_of(amendment)
    is_in_force = register.stage_of(amendment, on=on) == AmendmentStage.IN_FORCE
    after = register.on(on).remits if is_in_force else applied.remits
    return resting(
        before.remits,
        after,
        target=target_of(applied.effects, amendment.portfolio_id),
        day=amendment.effective_on,
        on=on,
    )


def handed_on(amendment: Amendment) -> list[Responsibility]:
    """The responsibilities that went along with the words of an amendment; one query, where there are any."""
    made = amendment.changed_rows.get("made", [])
    if not made:
        return []
    rows = Responsibility.objects.filter(pk__in=made).select_related("service", "portfolio")
    return list(rows.order_by("service__name", "aspect", "pk"))


def resting(
    before: Remits, after: Remits, *, target: int | None, day: datetime.date | None, on: datetime.date
) -> list[Resting]:
    """The responsibilities that lose their words between two states of the remits; one query, where there are any.

    `day` is when that comes, and they are those that last on it, or on `on` where that is later.
    """
    losing = [*changed(before, after)]
    if not losing:
        return []
    there = after.of(target) if target is not None else None
    found = []
    for row in _express(losing, max(day or on, on)):
        held = row.portfolio_id or 0
        lost = loss(row.evidence, before.of(held), after.of(held), there)
        if lost is not None:
            found.append(Resting(row, lost, day, there.name if there and lost.go_along else ""))
    return found


def _express(portfolios: Sequence[int], day: datetime.date) -> list[Responsibility]:
    """The express responsibilities of the portfolios that have not ended before the day."""
    rows = Responsibility.objects.filter(portfolio__in=portfolios, basis=Basis.EXPRESS)
    lasting = rows.filter(Q(ends_on=None) | Q(ends_on__gte=day))
    return list(lasting.select_related("service").order_by("service__name", "aspect", "pk"))


def target_of(effects: Sequence[Effect], portfolio: int) -> int | None:
    """The portfolio that items of the one amended come into; None where they come into no other."""
    into = (each.portfolio for each in effects if each.item is not None and each.portfolio != portfolio)
    return next(into, None)
