"""Whom a reminder goes to: who answers for an indicator, and who enters the returns of its service."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from council.access import Permission, may
from performance.models import Indicator
from portfolios.models import Post, Service, Tenure

ENOUGH_LEVELS = 20
NOBODY = "No post owns it, and its service has no manager"


@dataclass(frozen=True)
class Addressee:
    """Somebody who can be written to."""

    user_id: int
    name: str
    email: str


@dataclass(frozen=True)
class Reached:
    """Whom a reminder goes to, and which of those it is meant for cannot be written to, in words."""

    to: tuple[Addressee, ...]
    not_sent: tuple[str, ...]


@dataclass
class Directory:
    """Who holds which post on the day, and how services stand above one another; two queries."""

    services: dict[int, Service] = field(default_factory=dict)
    holders: dict[int, list[Tenure]] = field(default_factory=dict)
    entering: dict[int, list[Tenure]] = field(default_factory=dict)
    """By service: the officers whose posts sit in it or manage it. Lead officers sign off and are not among them."""

    @classmethod
    def on(cls, day: datetime.date) -> "Directory":
        """The directory of a day."""
        holders, entering = defaultdict(list), defaultdict(list)
        services = {each.pk: each for each in Service.objects.select_related("manager")}
        managed = defaultdict(list)
        for service in services.values():
            managed[service.manager_id].append(service.pk)
        tenures = Tenure.objects.on(day).select_related("person__user", "post").order_by("person__name", "pk")
        for tenure in tenures:
            holders[tenure.post_id].append(tenure)
            user = tenure.person.user
            if user and may(user, Permission.ENTER_RETURNS) and not may(user, Permission.SIGN_OFF_RETURNS):
                for pk in {tenure.post.service_id, *managed[tenure.post_id]} - {None}:
                    entering[pk].append(tenure)
        return cls(services, dict(holders), dict(entering))

    def owner_of(self, indicator: Indicator) -> Post | None:
        """The post that answers for the indicator: its own, else the manager of its service or of the next above."""
        if indicator.owner is not None:
            return indicator.owner
        return next((each.manager for each in self._upwards(indicator.service_id) if each.manager), None)

    def names_of(self, post: Post | None) -> list[str]:
        """Who holds the post."""
        return [tenure.person.name for tenure in self.holders.get(post.pk, [])] if post else []

    def owners(self, indicator: Indicator) -> Reached:
        """The holders of the post that answers for the indicator."""
        post = self.owner_of(indicator)
        if post is None:
            return Reached((), (NOBODY,))
        held = self.holders.get(post.pk, [])
        if not held:
            return Reached((), (f"Nobody holds the post {post}",))
        return _reached(held)

    def everybody(self, indicator: Indicator) -> Reached:
        """The owners, and the officers of the service, or of the nearest service above it that has any."""
        owners = self.owners(indicator)
        near = next(
            (found for each in self._upwards(indicator.service_id) if (found := self.entering.get(each.pk))),
            [],
        )
        to = dict.fromkeys([*owners.to, *_reached(near).to])
        return Reached(tuple(to), owners.not_sent)

    def _upwards(self, service_id: int) -> list[Service]:
        found: list[Service] = []
        at: int | None = service_id
        while at in self.services and len(found) < ENOUGH_LEVELS:
            found.append(self.services[at])
            at = self.services[at].parent_id
        return found


def _reached(tenures: list[Tenure]) -> Reached:
    to, not_sent = [], []
    for tenure in tenures:
        user = tenure.person.user
        name = tenure.person.name
        if user is None:
            not_sent.append(f"{name}, {tenure.post}, has no account")
        elif not user.is_active:
            not_sent.append(f"{name}, {tenure.post}, has an account that is closed")
        elif not user.email:
            not_sent.append(f"{name}, {tenure.post}, has no e-mail address")
        else:
            to.append(Addressee(user.pk, name, user.email))
    return Reached(tuple(dict.fromkeys(to)), tuple(dict.fromkeys(not_sent)))
