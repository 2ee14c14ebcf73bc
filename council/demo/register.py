"""Builds who is responsible: accounts and people, services and posts, portfolios and bodies."""

import datetime
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password

from council.access import Role
from council.demo.days import ONE_DAY, DemoDays, moment
from council.demo.people import ACCOUNTS, COUNCILLORS, TENURES
from council.demo.rows import add
from council.demo.structure import FORMER_TITLES, POSTS, SERVICES
from council.models import User
from portfolios.models import Person, Post, PostTitle, Service, Tenure

SET_UP = "The register was set up."


@dataclass
class Register:
    """What has been built so far, by name."""

    days: DemoDays
    users: dict[str, User] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)

    @property
    def admin(self) -> User:
        """Who keeps the register."""
        return self.users["admin"]

    @property
    def set_up_at(self) -> datetime.datetime:
        """When the register was set up, in the week before the first year began."""
        first = datetime.date(self.days.years.start, 4, 1)
        return moment(self.days.working_day(first, -3), 0.3)


def build_register(days: DemoDays, *, password: str) -> Register:
    """The people, the services and the posts."""
    register = Register(days)
    _add_users(register, password)
    _add_people(register)
    _add_services(register)
    _add_posts(register)
    _add_tenures(register)
    return register


def _add_users(register: Register, password: str) -> None:
    # One hash for all: it is slow by design, and they share the password anyway.
    secret = make_password(password)
    rows = []
    for account in ACCOUNTS:
        first, last = account.person.split()
        rows.append(
            User(
                username=account.username,
                password=secret,
                role=account.role,
                first_name=first,
                last_name=last,
                email=f"{account.username}@wexcombe.example",
                is_active=not account.has_left,
                is_staff=account.role == Role.ADMINISTRATOR,
                is_superuser=account.role == Role.ADMINISTRATOR,
                date_joined=register.set_up_at,
            )
        )
    register.users = {user.username: user for user in add(rows, by=None, at=register.set_up_at)}


def _add_people(register: Register) -> None:
    accounts = {account.person: account.username for account in ACCOUNTS}
    names = dict.fromkeys([*COUNCILLORS, *accounts, *(name for name, *_ in TENURES)])
    rows = [
        Person(name=name, is_member=name in COUNCILLORS, user=register.users.get(accounts.get(name, "")))
        for name in names
    ]
    added = add(rows, by=register.admin, at=register.set_up_at, why=SET_UP)
    register.people = {person.name: person for person in added}


def _add_services(register: Register) -> None:
    """From the top down, since each names the one above it."""
    for name, level, above, _ in SERVICES:
        row = Service(name=name, level=level, parent=register.services.get(above))
        [register.services[name]] = add([row], by=register.admin, at=register.set_up_at, why=SET_UP)


def _add_posts(register: Register) -> None:
    """The posts, what they were once called, and which of them manages which service."""
    posts = [
        Post(title=title, abbreviation=short, service=register.services[service])
        for title, short, service in POSTS
    ]
    added = add(posts, by=register.admin, at=register.set_up_at, why=SET_UP)
    register.posts = {post.title: post for post in added}
    titles = [
        PostTitle(post=register.posts[post], title=title, ends_on=_day_before_meeting(register, until))
        for post, title, until in FORMER_TITLES
    ]
    add(titles, by=register.admin, at=register.set_up_at)
    for name, _, _, manager in SERVICES:
        register.services[name].manager = register.posts[manager]
    Service.objects.bulk_update(register.services.values(), ["manager"])


def _add_tenures(register: Register) -> None:
    rows = [
        Tenure(
            person=register.people[person],
            post=register.posts[post],
            starts_on=register.days.meeting_before(since),
            ends_on=_day_before_meeting(register, until),
        )
        for person, post, since, until in TENURES
    ]
    add(rows, by=register.admin, at=register.set_up_at, why=SET_UP)


def _day_before_meeting(register: Register, meetings_ago: int | None) -> datetime.date | None:
    return None if meetings_ago is None else register.days.meeting_before(meetings_ago) - ONE_DAY
