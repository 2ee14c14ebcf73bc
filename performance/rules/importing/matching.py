"""Which indicator a row is about. References are not unique, so the title counts too; no match is guessed."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from performance.rules.importing.words import same_reference, same_words
from performance.rules.naming import called

NEAR = 0.85
MOST_OFFERED = 5
MOST_SEARCHES = 100
"""Rows for which titles that look alike are searched: a file of strangers would take minutes."""


@dataclass(frozen=True)
class Candidate:
    """An indicator of the register, as far as a file can name it."""

    pk: int
    reference: str
    title: str
    service: str
    """The name of its service."""
    services: frozenset[str] = frozenset()
    """Every way in which its service may be written, made the same."""

    @property
    def words(self) -> str:
        """As a person tells it from others: "156: Buildings open to all (Property)"."""
        return f"{called(self.reference, self.title)} ({self.service})"


@dataclass(frozen=True)
class Match:
    """What a row's words fit: one indicator for certain, or those that may be meant."""

    sure: Candidate | None
    offered: tuple[Candidate, ...] = ()
    """When it is not certain: those to ask about; none where nothing is alike."""
    is_shared: bool = False
    """Whether the words fit each of those offered to the letter, so that they do not tell which."""
    is_by_page: bool = False
    """Whether those offered have nothing but their reference in common with the row and with one another: a page."""


@dataclass
class Matcher:
    """The indicators of the register, found by what a row says of them."""

    candidates: Iterable[Candidate]
    _by_title: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    _by_reference: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    _searches: int = 0

    def __post_init__(self) -> None:
        for each in self.candidates:
            self._by_title[same_words(each.title)].append(each)
            if each.reference:
                self._by_reference[same_reference(each.reference)].append(each)

    def match(self, *, reference: str | None, title: str, service: str = "") -> Match:
        """The indicator of these words; a blank says nothing, but among several it means the one without a reference.

        Certain is only a row all of whose words fit one indicator and no other. `reference` is None where the file
        has no column for it.
        """
        has_column, reference = reference is not None, reference or ""
        named = self._named(reference, title)
        fitting = [each for each in named if not service or same_words(service) in each.services]
        if len(fitting) > 1 and has_column and not reference:
            fitting = [each for each in fitting if not each.reference] or fitting
        written = [
            each for each in fitting if reference and (each.reference, each.title) == (reference, title)
        ]
        if len(fitting) == 1 or len(written) == 1:
            return Match((written or fitting)[0])
        if fitting:
            return Match(None, tuple(fitting[:MOST_OFFERED]), is_shared=True)
        offered = self._alike(reference, title, named)
        by_reference = {each.pk for each in self._by_reference.get(same_reference(reference), [])}
        is_by_page = len(by_reference) > 1 and all(
            each.pk in by_reference and same_words(each.title) != same_words(title) for each in offered
        )
        return Match(None, offered, is_by_page=bool(title) and is_by_page)

    def _named(self, reference: str, title: str) -> list[Candidate]:
        """Those that every word given fits."""
        wanted = same_reference(reference)
        if not title:
            return self._by_reference.get(wanted, []) if reference else []
        titled = self._by_title.get(same_words(title), [])
        return [each for each in titled if not reference or same_reference(each.reference) == wanted]

    def _alike(self, reference: str, title: str, named: list[Candidate]) -> tuple[Candidate, ...]:
        """Those that some of the words fit, or whose title is almost the same."""
        found = [*named, *self._by_title.get(same_words(title), [])]
        found += self._by_reference.get(same_reference(reference), [])
        if not found and title and self._searches < MOST_SEARCHES:
            self._searches += 1
            near = difflib.get_close_matches(same_words(title), list(self._by_title), MOST_OFFERED, NEAR)
            found = [each for words in near for each in self._by_title[words]]
        return tuple({each.pk: each for each in found}.values())[:MOST_OFFERED]
