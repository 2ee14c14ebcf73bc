"""Which posts and services somebody speaks for on a day."""

import datetime
from dataclasses import dataclass

from council.access import Role
from council.models import User
from portfolios.models import Post, Service, Tenure


@dataclass(frozen=True)
class Reach:
    """What a user answers for: their posts, the services those manage, and all below where they sit or manage."""

    role: str
    posts: frozenset[int]
    managed: frozenset[int]
    services: frozenset[int]

    def may_settle(self, owner: Post | None) -> bool:
        """Whether they may say what became of a promise: who holds or manages the post, and the lead officers above."""
        if self.role == Role.ADMINISTRATOR:
            return True
        if owner is None:
            return False
        return (
            owner.pk in self.posts
            or owner.service_id in self.managed
            or (self.role == Role.LEAD_OFFICER and owner.service_id in self.services)
        )

    def may_keep(self, owner: Post | None, service_id: int | None) -> bool:
        """Whether they may change an action and say how it goes: whose post or service it is, and administrators."""
        is_here = self.role != Role.MEMBER and service_id is not None and service_id in self.services
        return is_here or self.may_settle(owner)

    def may_answer(self, owner: Post | None, service_id: int | None) -> bool:
        """Whether they may answer a query: officers of the owner's service or above, or of the service asked about."""
        if self.role == Role.ADMINISTRATOR:
            return True
        asked = (owner.service_id if owner else None, service_id)
        is_own = owner is not None and owner.pk in self.posts
        return self.role != Role.MEMBER and (is_own or any(pk in self.services for pk in asked if pk))


def reach_of(user: User, *, day: datetime.date) -> Reach:
    """What the user answers for on the day; two queries, none for an administrator."""
    if user.role == Role.ADMINISTRATOR:
        return Reach(user.role, frozenset(), frozenset(), frozenset())
    held = list(
        Tenure.objects.on(day).filter(person__user=user).values_list("post", "post__service", "post__manages")
    )
    tops = {pk for _, *services in held for pk in services if pk is not None}
    return Reach(
        user.role,
        frozenset(post for post, _, _ in held),
        frozenset(managed for _, _, managed in held if managed is not None),
        frozenset(Service.objects.ids_below(tops) if tops else ()),
    )
