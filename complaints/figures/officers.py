"""Who may be given a case: the officers of its service and the complaints team, but nobody who answered before."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from complaints.choices import STAGE_TWO
from complaints.figures.answers import answered_before
from complaints.models import Case
from council.access import PERMISSIONS, Permission, Role, may
from council.models import User
from portfolios.models import Service, Tenure

HANDLING = tuple(role for role, held in PERMISSIONS.items() if Permission.HANDLE_CASES in held)
"""The roles whose holders may handle a case."""
HIGHEST_TREE = 8
"""Levels of services that are looked at above one; the tree has four."""


@dataclass(frozen=True)
class Officers:
    """Whom a case may be given to, and who was left out because they answered it at stage 1."""

    offered: list[User] = field(default_factory=list)
    left_out: list[User] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """Who was left out and why; "" where nobody was."""
        if not self.left_out:
            return ""
        names = ", ".join(str(each) for each in self.left_out)
        return f"Left out: {names}. Stage 2 is looked at by somebody who did not answer at stage 1."


def line_of(service: Service | None) -> list[int]:
    """The ids of a service and of those above it; one query."""
    if service is None:
        return []
    parents = dict(Service.objects.values_list("pk", "parent_id"))
    line = [service.pk]
    while (above := parents.get(line[-1])) and len(line) < HIGHEST_TREE:
        line.append(above)
    return line


def officers_of(service: Service | None, *, day: datetime.date) -> list[User]:
    """Those who work in the service, or in one above it, on the day, and the complaints team; two queries."""
    line = line_of(service)
    held = Tenure.objects.on(day).filter(Q(post__service__in=line) | Q(post__manages__in=line))
    works_there = Q(pk__in=held.exclude(person__user=None).values("person__user"))
    people = User.objects.filter(is_active=True, role__in=HANDLING)
    found = people.filter(works_there | Q(role=Role.COMPLAINTS_OFFICER))
    return sorted(found, key=lambda user: (str(user).casefold(), user.pk))


def officers_for(case: Case, *, day: datetime.date, stage: int) -> Officers:
    """Those to whom the case may be given at the stage; five queries."""
    concerned = _users_concerned(case)
    before: Collection[int] = answered_before(case) if stage == STAGE_TWO else ()
    people = [each for each in officers_of(case.service, day=day) if each.pk not in concerned]
    return Officers(
        [each for each in people if each.pk not in before], [each for each in people if each.pk in before]
    )


def cannot_be_given(case: Case, user: User) -> str:
    """The sentence where somebody could not even open the case, or has left; "" elsewhere. One query.

    It does not say why: whom a case is about is nobody's business but the complaints team's.
    """
    if may(user, Permission.HANDLE_CASES) and user.pk not in _users_concerned(case):
        return ""
    return f"This case cannot be given to {user}. Choose another officer."


def _users_concerned(case: Case) -> set[int]:
    rows = case.people_concerned.exclude(person__user=None)
    return set(rows.values_list("person__user", flat=True))


def officers_by_service(*, day: datetime.date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Everybody who may handle a case, under the service that they work in; two queries."""
    held = Tenure.objects.on(day).filter(person__user__is_active=True, person__user__role__in=HANDLING)
    groups: dict[str, dict[str, str]] = {}
    for tenure in held.select_related("person__user", "post__service"):
        user = tenure.person.user
        name = str(tenure.post.service or "Across the council")
        groups.setdefault(name, {})[str(user.pk)] = str(user)
    team = User.objects.filter(is_active=True, role=Role.COMPLAINTS_OFFICER)
    if people := {str(each.pk): str(each) for each in team}:
        groups["The complaints team"] = people
    return [
        (name, sorted(people.items(), key=lambda pair: pair[1].casefold()))
        for name, people in sorted(groups.items())
    ]
