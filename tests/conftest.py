import os
from importlib import import_module

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck, settings
from pytest_django.plugin import blocking_manager_key

from council.access import Role
from performance.figures.board import lines_kept
from performance.figures.changes import changes_as_at
from performance.views.drawn import figures_drawn
from tests import emptied, kept, migrated
from tests.factories import PersonFactory, PostFactory, ServiceFactory, TenureFactory, UserFactory

# Playwright runs its own event loop beside Django's live server.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

settings.register_profile(
    "suite", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)
settings.load_profile("suite")

ROWS = (
    ("performance.migrations.0010_first_five_progress_headings", "add_headings"),
    ("performance.migrations.0014_three_summary_headings", "add_headings"),
    ("complaints.migrations.0002_what_every_council_starts_from", "add_what_is_missing"),
    ("complaints.migrations.0010_text_of_surveys", "add_text"),
    ("complaints.migrations.0011_customers_and_incidents", "add_text"),
    ("complaints.migrations.0014_retention_rules_to_start_from", "add_rules"),
)
"""The migrations that put rows into tables, and what in them does."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test without a transaction empties every table and keeps what it counted: neither is for the next one."""
    yield
    marker = item.get_closest_marker("django_db")
    emptied = "transactional_db" in item.fixturenames or (marker and marker.kwargs.get("transaction"))
    if emptied and nextitem:
        with item.config.stash[blocking_manager_key].unblock():
            cache.clear()
            kept.forget()
            for name, adding in ROWS:
                getattr(import_module(name), adding)(apps, None)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker):
    """Spares each worker the migrations, which take longer than a hundred tests, and PostgreSQL its truncations."""
    with django_db_blocker.unblock(), migrated.laid_out(), pytest.MonkeyPatch.context() as patched:
        if connection.vendor == "postgresql":
            patched.setattr(type(connection.ops), "sql_flush", emptied.sql_flush)
        yield


@pytest.fixture(autouse=True)
def nothing_drawn_before():
    """A test that is rolled back leaves its ids to the next one, which no database does between two requests."""
    figures_drawn.cache_clear()
    changes_as_at.cache_clear()
    lines_kept.cache_clear()


def _holder(service, role: Role, username: str):
    user = UserFactory(username=username, role=role)
    TenureFactory(person=PersonFactory(user=user, name=f"The {username}"), post=PostFactory(service=service))
    return user


@pytest.fixture
def service(db):
    """Waste and recycling, where the officer and the lead officer work."""
    return ServiceFactory(name="Waste and recycling")


@pytest.fixture
def officer(service):
    """Enters the returns of waste and recycling."""
    return _holder(service, Role.OFFICER, "officer")


@pytest.fixture
def lead_officer(service):
    """Signs off the returns of waste and recycling."""
    return _holder(service, Role.LEAD_OFFICER, "lead")


@pytest.fixture
def other_officer(db):
    """Works in another service."""
    return _holder(ServiceFactory(name="Planning"), Role.OFFICER, "other")


@pytest.fixture
def member(db):
    """A councillor."""
    user = UserFactory(username="member", role=Role.MEMBER)
    PersonFactory(user=user, name="The member", is_member=True)
    return user


@pytest.fixture
def administrator(db):
    """Keeps the register."""
    return UserFactory(username="administrator", role=Role.ADMINISTRATOR)
