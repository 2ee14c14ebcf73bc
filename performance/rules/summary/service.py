"""What is known of a service's indicators as at a quarter, and which section of a summary it belongs in."""

from dataclasses import dataclass

from council.rag import RATED, Rag
from performance.choices import SummarySection
from performance.rules.exceptions import NO_RUN, Run
from performance.rules.summary.figure import Figure


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One indicator: its figure, and what its values and its year say. Whatever rests on few figures is not claimed."""

    figure: Figure
    lacks_target: bool = False
    """Whether a value stands that should be judged and has nothing to be judged by."""
    is_better_than_target: bool = False
    """Whether the value is beyond its target, on the side that is better."""
    is_improving: bool = False
    is_worsening: bool = False
    """Whether the values show a real change, by firm limits."""
    is_always_met: bool = False
    is_never_met: bool = False
    """Whether the process meets or misses its target in nearly every period, by firm limits."""
    run: Run = NO_RUN
    is_redefined: bool = False
    """Whether it has been counted in another way for under a year."""
    is_new: bool = False
    """Whether there are too few figures to say which way it goes."""

    @property
    def rating(self) -> Rag:
        return self.figure.rating

    @property
    def year_miss(self) -> str:
        """What is said of a year that is not likely to end at its target; "" elsewhere."""
        return self.figure.year_miss or ""

    @property
    def is_rated(self) -> bool:
        """Whether the rating says how it is going."""
        return self.rating in RATED

    @property
    def is_risk(self) -> bool:
        """Red, really worsening, off target for periods running, out of reach, or a year not likely to be met."""
        return (
            self.rating == Rag.RED
            or self.is_worsening
            or self.run.is_exception
            or (self.is_never_met and self.is_rated)
            or (bool(self.year_miss) and self.is_rated)
        )

    @property
    def is_well(self) -> bool:
        """Green, or amber and really improving."""
        return self.rating == Rag.GREEN or (self.rating == Rag.AMBER and self.is_improving)

    @property
    def lacks(self) -> bool:
        """Whether it does not tell yet what it should."""
        is_blank = self.rating in (Rag.NOT_KNOWN, Rag.LATE)
        return is_blank or self.lacks_target or self.is_redefined or (self.is_new and self.is_rated)


@dataclass(frozen=True)
class ServiceFacts:
    """A service with its indicators as at a quarter."""

    pk: int
    name: str
    indicators: tuple[Measured, ...]

    @property
    def rated(self) -> list[Measured]:
        """Those whose rating says how it is going."""
        return [each for each in self.indicators if each.is_rated]


def section_of(service: ServiceFacts) -> SummarySection | None:
    """The one section a service belongs in; None where there is nothing to say yet.

    Risk before further work, and further work before performing well: a service is a risk as soon as one of its
    indicators is; it performs well only where every rated one does and none lacks anything. What is merely short
    of its target for the first time stays under further work.
    """
    if any(each.is_risk for each in service.indicators):
        return SummarySection.RISK
    if any(each.lacks for each in service.indicators):
        return SummarySection.FURTHER
    if not service.rated:
        return None
    return SummarySection.WELL if all(each.is_well for each in service.rated) else SummarySection.FURTHER
