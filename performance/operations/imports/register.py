"""The register as a file names it: services, posts, cycles, periods and indicators by their words."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from performance.models import Cycle, Indicator, Period
from performance.rules.importing.lines import Line
from performance.rules.importing.matching import Candidate, Match, Matcher
from performance.rules.importing.periods import PeriodFinder, PeriodNamed, PeriodProblem
from performance.rules.importing.plan import Change, Choice, Draft, Effect
from performance.rules.importing.words import WordProblem, same_words
from performance.rules.naming import called
from portfolios.models import Post, Service

NONE_OF_THEM = "none"
Row = TypeVar("Row", Service, Post, Cycle)


class Register:
    """What the register holds while a file is held against it; each noun is read once, when it is first asked for."""

    @cached_property
    def services(self) -> dict[int, Service]:
        """Every service by its id."""
        return {service.pk: service for service in Service.objects.order_by("name", "pk")}

    @cached_property
    def indicators(self) -> dict[int, Indicator]:
        """Every indicator by its id."""
        rows = Indicator.objects.select_related("service", "owner", "cycle").order_by("pk")
        return {indicator.pk: indicator for indicator in rows}

    @cached_property
    def periods(self) -> dict[int, Period]:
        """Every period by its id."""
        return {period.pk: period for period in Period.objects.order_by("pk")}

    @cached_property
    def _finders(self) -> dict[int, PeriodFinder]:
        """For each cycle what finds its periods."""
        named: dict[int, list[PeriodNamed]] = defaultdict(list)
        for each in self.periods.values():
            named[each.cycle_id].append(PeriodNamed(each.pk, each.name, each.starts_on, each.ends_on))
        return {cycle: PeriodFinder(periods) for cycle, periods in named.items()}

    def path(self, service: Service) -> str:
        """A service with all above it: "Place / Planning / Enforcement"."""
        names, above = [service.name], service.parent_id
        while above in self.services and len(names) <= len(self.services):
            names.append(self.services[above].name)
            above = self.services[above].parent_id
        return " / ".join(reversed(names))

    def called(self, service: Service) -> str:
        """The service's name, with as much above it as tells it from others; "" where nothing does."""
        path = self.path(service)
        names = (service.name, path, f"/ {path}")
        return next((name for name in names if len(self._services_by_words[same_words(name)]) == 1), "")

    def called_post(self, post: Post | None) -> str:
        """The post's title, with its service where another has the same; "" where that does not tell them apart."""
        names = [] if post is None else [post.title, *self._with_service(post)]
        return next((name for name in names if len(self._posts_by_words[same_words(name)]) == 1), "")

    def _with_service(self, post: Post) -> list[str]:
        service = self.services.get(post.service_id or 0)
        return [f"{post.title}, {self.path(service)}"] if service else []

    def _titles(self, post: Post) -> set[str]:
        names = (post.title, post.abbreviation, str(post), *self._with_service(post))
        return {same_words(name) for name in names if name}

    def ways_to_write(self, service: Service) -> frozenset[str]:
        """The service's name alone, with any of those above it, and from the top with a stroke; made the same."""
        parts = self.path(service).split(" / ")
        endings = [" / ".join(parts[start:]) for start in range(len(parts))]
        return frozenset(same_words(name) for name in (*endings, f"/ {endings[0]}"))

    def service(self, text: str) -> Service:
        """The service of that name. WordProblem where there is none or more than one."""
        return _only(self._services_by_words, text, "service", lambda each: f"/ {self.path(each)}")

    def owner(self, text: str) -> Post:
        """The post of that title or abbreviation. WordProblem where there is none or more than one."""
        return _only(self._posts_by_words, text, "post", str)

    def cycle(self, text: str) -> Cycle:
        """The cycle of that name. WordProblem where there is none."""
        return _only(self._cycles_by_words, text, "cycle", str)

    @cached_property
    def _services_by_words(self) -> dict[str, list[Service]]:
        return _by_words(self.services.values(), self.ways_to_write)

    @cached_property
    def _posts_by_words(self) -> dict[str, list[Post]]:
        return _by_words(Post.objects.order_by("title", "pk"), self._titles)

    @cached_property
    def _cycles_by_words(self) -> dict[str, list[Cycle]]:
        return _by_words(Cycle.objects.order_by("name", "pk"), lambda cycle: {same_words(cycle.name)})

    def period(self, text: str, cycle_id: int) -> Period:
        """The period of the cycle that the words name. PeriodProblem where there is none."""
        finder = self._finders.get(cycle_id) or PeriodFinder(())
        return self.periods[finder.find(text).pk]

    @cached_property
    def _matcher(self) -> Matcher:
        ways = {pk: self.ways_to_write(service) for pk, service in self.services.items()}
        return Matcher(
            Candidate(each.pk, each.reference, each.title, each.service.name, ways[each.service_id])
            for each in self.indicators.values()
        )

    def match(self, *, reference: str | None, title: str, service: str) -> Match:
        """The indicator that a row's words fit; the reference is None where the file has no column for it."""
        return self._matcher.match(reference=reference, title=title, service=service)

    def match_line(self, line: Line, service: str) -> Match:
        """The indicator that a line's words fit."""
        reference = line["reference"] if "reference" in line.places else None
        return self.match(reference=reference, title=line["title"], service=service)

    def indicator_of(self, line: Line, draft: Draft) -> Indicator | None:
        """The indicator that a line is about; where it is not certain a person is asked, and None until then."""
        reference, title = line["reference"], line["title"]
        if not (reference or title):
            draft.problems.append(line.problem("Write the reference or the name of the indicator."))
            return None
        match = self.match_line(line, line["service"])
        if match.sure:
            return self.indicators[match.sure.pk]
        said = called(reference, title)
        if not match.offered:
            sentence = f"“{said}” is no indicator of the register. Add it there first, or take the row out."
            draft.problems.append(line.problem(sentence, "title" if title else "reference"))
            return None
        choices = (*_offered(match), Choice(NONE_OF_THEM, "None of these: leave this row out"))
        asked = f"“{said}” " + (
            "is the name of several indicators. Which one is it?"
            if match.is_shared
            else "is not in the register as it is written. Is it one of these?"
        )
        answer = draft.ask(f"indicator-{line.number}", line.number, asked, choices)
        if answer == NONE_OF_THEM:
            draft.changes.append(Change(line.number, said, Effect.KEPT, notices=("Left out.",)))
        return self.indicators.get(int(answer)) if answer.isdecimal() else None

    def period_of(self, line: Line, indicator: Indicator, draft: Draft) -> Period | None:
        """The period that a line is for; None with a problem noted where it names none."""
        if not line["period"]:
            draft.problems.append(line.problem("Write the period.", "period"))
            return None
        try:
            return self.period(line["period"], indicator.cycle_id)
        except PeriodProblem as problem:
            draft.problems.append(line.problem(problem.sentence, "period"))
            return None


def _offered(match: Match) -> tuple[Choice, ...]:
    return tuple(Choice(str(each.pk), each.words) for each in match.offered)


def _by_words(rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in names(row):
            found[name].append(row)
    return found


def _only(named: dict[str, list[Row]], text: str, noun: str, whole: Callable[[Row], str]) -> Row:
    """The one row that has the text among its names."""
    found = named.get(same_words(text), [])
    if not found:
        raise WordProblem(f"There is no {noun} of this name in the register. Write it as there, or add it.")
    if len(found) > 1:
        several = "; ".join(f"“{whole(row)}”" for row in found[:4])
        raise WordProblem(f"There are {len(found)} {noun}s of this name. Write the one you mean: {several}.")
    return found[0]
