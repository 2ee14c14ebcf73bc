"""The remits of all portfolios, read from their amendments: on a day, before one of them, and what is wrong."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from portfolios.choices import NOT_DECIDED, SETTLED, AmendmentKind, AmendmentStage, AmendmentStep, Placing
from portfolios.figures.held import held_by_call_in
from portfolios.models import Amendment, Portfolio
from portfolios.rules.remits import (
    Applied,
    Operative,
    Problem,
    Replayed,
    Term,
    apply,
    broken_by,
    clause,
    earlier,
    replay,
)

ONE_DAY = datetime.timedelta(days=1)

_FAR = {
    AmendmentStep.DRAFTED: 0,
    AmendmentStep.PROPOSED: 1,
    AmendmentStep.DECIDED: 2,
    AmendmentStep.COMMENCED: 3,
    AmendmentStep.RECORDED: 3,
}


def operative_of(amendment: Amendment, items: Iterable[int] = ()) -> Operative:
    """The amendment as plain values; `items` are those that a split takes along."""
    return Operative(
        key=amendment.pk or 0,
        kind=AmendmentKind(amendment.kind),
        portfolio=amendment.portfolio_id,
        item=amendment.item_id,
        items=tuple(items),
        anchor=amendment.anchor,
        words=amendment.words,
        item_kind=amendment.item_kind,
        body=amendment.body_id,
        placing=Placing(amendment.placing),
        to_portfolio=amendment.to_portfolio_id,
        effective_on=amendment.effective_on,
        place=amendment.place,
    )


@dataclass(frozen=True)
class RemitRegister:
    """Every live amendment, read once; remits and problems follow from it without asking again."""

    amendments: Mapping[int, Amendment]
    operatives: Mapping[int, Operative]
    names: Mapping[int, str]
    """The names that portfolios were registered under."""
    terms: Mapping[int, Term] = field(default_factory=dict)
    """From when to when each portfolio is there, ends that a merge wrote left out: the merge itself says so."""
    held: Mapping[int, Problem] = field(default_factory=dict)
    """Those with a day of effect that a call-in of their decision holds, by number: their words do not stand."""
    _tried: dict[int, tuple[Replayed, Applied]] = field(default_factory=dict, compare=False, repr=False)
    _replayed: dict[tuple[int, ...], Replayed] = field(default_factory=dict, compare=False, repr=False)

    def on(self, day: datetime.date) -> Replayed:
        """The remits as they stand on the day, by the amendments whose day of effect is settled."""
        return replay(self._settled, names=self.names, terms=self.terms, on=day)

    @cached_property
    def ever(self) -> Replayed:
        """The remits after all amendments whose day of effect is settled, with what each of them did."""
        return replay(self._settled, names=self.names, terms=self.terms)

    @property
    def _settled(self) -> list[Operative]:
        return [self.operatives[pk] for pk, row in self.amendments.items() if self.stands(row)]

    def stands(self, amendment: Amendment) -> bool:
        """Whether its words stand from its day of effect: that is settled, and no call-in holds it."""
        return amendment.step in SETTLED and amendment.pk not in self.held

    def try_out(self, operative: Operative, step: str) -> tuple[Replayed, Applied]:
        """The remits just before an amendment takes effect, and what it does to them.

        Of the others those count that are decided or settled; of its own day also those at least as far as `step`.
        """
        counting = self._counting(operative, step)
        found = self._try(operative, counting)
        return self._blamed(operative, counting, found) if found[1].problem else found

    def _blamed(
        self, operative: Operative, counting: list[Operative], found: tuple[Replayed, Applied]
    ) -> tuple[Replayed, Applied]:
        """Names what is not decided, where the amendment could be applied without it."""
        open_ones = [each.key for each in counting if self.amendments[each.key].step in NOT_DECIDED]
        alone = [key for key in open_ones if self._fits_without(operative, counting, {key})]
        blamed = alone or (open_ones if self._fits_without(operative, counting, {*open_ones}) else [])
        before, applied = found
        if not blamed or applied.problem is None:
            return found
        told = " ".join(_counted_in(self.amendments[key]) for key in sorted(blamed))
        problem = replace(applied.problem, sentence=f"{applied.problem.sentence} {told}")
        return before, replace(applied, problem=problem)

    def _fits_without(self, operative: Operative, counting: list[Operative], left_out: set[int]) -> bool:
        rest = [each for each in counting if each.key not in left_out]
        return self._try(operative, rest)[1].problem is None

    def _try(self, operative: Operative, others: Iterable[Operative]) -> tuple[Replayed, Applied]:
        """The remits just before an amendment, and what it does. The same ones before it are replayed once."""
        before = earlier(operative, others)
        keys = tuple(each.key for each in before)
        if keys not in self._replayed:
            self._replayed[keys] = replay(before, names=self.names, terms=self.terms)
        return self._replayed[keys], apply(self._replayed[keys].remits, operative)

    def problem_of(self, amendment: Amendment) -> Problem | None:
        """Why the amendment could not be applied as things stand; None where it could."""
        return self.outcome_of(amendment)[1].problem

    def would_break(self, operative: Operative, step: str) -> list[tuple[Amendment, Problem]]:
        """The decided and pending amendments that could not be applied any more with this one."""
        counting = self._counting(operative, step)
        found = broken_by(operative, counting, names=self.names, terms=self.terms)
        return [(self.amendments[key], problem) for key, problem in sorted(found.items())]

    def would_undo(self, operative: Operative, day: datetime.date) -> list[tuple[Amendment, Problem]]:
        """The amendments in force on the day that would be without effect if this one got its day of effect."""
        broken = broken_by(operative, self._settled, names=self.names, terms=self.terms)
        found = [(self.amendments[key], problem) for key, problem in sorted(broken.items())]
        return [each for each in found if each[0].stage(on=day) == AmendmentStage.IN_FORCE]

    @property
    def without_effect(self) -> Mapping[int, Problem]:
        """The settled amendments that cannot be applied, by number: others before them took their words away."""
        return self.ever.problems

    def stage_of(self, amendment: Amendment, *, on: datetime.date) -> AmendmentStage:
        """How far it is on the day, whether it is held, and whether it could take effect once the day had come."""
        if amendment.pk in self.held:
            return AmendmentStage.HELD
        stage = amendment.stage(on=on)
        is_lost = stage == AmendmentStage.IN_FORCE and amendment.pk in self.without_effect
        return AmendmentStage.WITHOUT_EFFECT if is_lost else stage

    def flag_of(self, amendment: Amendment, *, on: datetime.date) -> Problem | None:
        """What is wrong with it on the day: it is held, could not take effect, or could not as things stand."""
        if amendment.pk in self.held:
            return self.held[amendment.pk]
        if amendment.pk in self.without_effect:
            return self.without_effect[amendment.pk]
        return None if amendment.stage(on=on) == AmendmentStage.IN_FORCE else self.problem_of(amendment)

    def flagged(self, day: datetime.date) -> list[tuple[Amendment, Problem]]:
        """The amendments that are held, could not take effect, or could not as things stand, by number."""
        return [
            (row, problem)
            for _, row in sorted(self.amendments.items())
            if (problem := self.flag_of(row, on=day))
        ]

    def clause_of(self, amendment: Amendment) -> str:
        """Its operative words as a sentence: a draft's as things stand, any other's as they were put forward."""
        if amendment.step != AmendmentStep.DRAFTED and (fixed := getattr(amendment, "clause", None)):
            return str(fixed)
        before, _ = self.outcome_of(amendment)
        return clause(self.operatives[amendment.pk], before.remits, names=self.names)

    def outcome_of(self, amendment: Amendment) -> tuple[Replayed, Applied]:
        """The remits just before the amendment and what it does; worked out once."""
        if amendment.pk not in self._tried:
            self._tried[amendment.pk] = self.try_out(self.operatives[amendment.pk], amendment.step)
        return self._tried[amendment.pk]

    def doing_of(self, amendment: Amendment) -> tuple[Replayed, Applied]:
        """The remits just before the amendment and what it does: of a settled one, beside settled ones only."""
        if self.stands(amendment):
            return self._try(self.operatives[amendment.pk], self._settled)
        return self.outcome_of(amendment)

    def _counting(self, operative: Operative, step: str) -> list[Operative]:
        far = _FAR[AmendmentStep(step)]
        return [
            other
            for pk, other in self.operatives.items()
            if pk != operative.key
            and pk not in self.held
            and (
                (rank := _FAR[AmendmentStep(self.amendments[pk].step)]) >= _FAR[AmendmentStep.DECIDED]
                or (rank >= far and operative.effective_on is not None and _same_day(other, operative))
            )
        ]


def _counted_in(amendment: Amendment) -> str:
    return (
        f"This counts in amendment {amendment.pk} of the same day, which is still "
        f"{'a draft' if amendment.step == AmendmentStep.DRAFTED else 'only proposed'}: "
        "change the order of the two, or have that one withdrawn."
    )


def _same_day(one: Operative, other: Operative) -> bool:
    return one.effective_on == other.effective_on


def remit_register() -> RemitRegister:
    """All live amendments with what their pages name; three queries, and four more while one is called in."""
    rows = (
        Amendment.objects.live()
        .select_related(
            "portfolio",
            "to_portfolio",
            "body",
            "decision__body",
            "decision__portfolio",
            "decision__post",
            "finding",
        )
        .prefetch_related("items")
        .with_clause()
        .with_called_in()
        .in_order()
    )
    amendments = {row.pk: row for row in rows}
    operatives = {
        pk: operative_of(row, (item.pk for item in row.items.all())) for pk, row in amendments.items()
    }
    portfolios = list(Portfolio.objects.values_list("pk", "name", "starts_on", "ends_on"))
    names = {pk: name for pk, name, _, _ in portfolios}
    registered = {pk: (starts_on, ends_on) for pk, _, starts_on, ends_on in portfolios}
    terms, held = _terms(amendments.values(), registered), held_by_call_in(amendments.values())
    return RemitRegister(amendments, operatives, names, terms, held)


def _terms(amendments: Iterable[Amendment], registered: Mapping[int, Term]) -> dict[int, Term]:
    """The terms in the register, without the last days that merges wrote."""
    merges = [row for row in amendments if row.kind == AmendmentKind.MERGE and row.step in SETTLED]
    merged = {(row.portfolio_id, row.effective_on - ONE_DAY) for row in merges if row.effective_on}
    return {
        pk: (starts_on, None if (pk, ends_on) in merged else ends_on)
        for pk, (starts_on, ends_on) in registered.items()
    }
