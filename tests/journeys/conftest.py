"""The browser, the people in front of it, and what every page is watched for.

A page fails its test when it breaks the content security policy, writes an error to the console, throws, or
asks for anything that is not on this machine. Each step has a limit, so that nothing waits for ever.
"""

import os
import signal
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys.borough import NOW, Borough
from tests.journeys.server import taking_turns
from tests.journeys.watch import STEP_LIMIT_MS, watched

expect.set_options(timeout=STEP_LIMIT_MS)

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
ERRAND_LIMIT_S, WALK_LIMIT_S = 180, 600
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not os.access(path, os.X_OK):
        pytest.skip(f"no Chromium at {path}: install it, or say in CHROMIUM where it is")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=60_000)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def live_server(django_db_setup, django_db_blocker):
    """The site on a port of its own. On a database in memory its requests take turns."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost", start=False)
        taking_turns(server.thread)
        server.start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def limit(request):
    """An errand that hangs fails. The limit of a step does not cover waiting for a script in the page."""
    seconds = WALK_LIMIT_S if request.node.get_closest_marker("walk") else ERRAND_LIMIT_S

    def too_long(*_):
        raise TimeoutError(f"The errand took longer than {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def clock():
    """Monday 12 October 2026, 14:02, and running."""
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def faults():
    """What went wrong beside what the test looks at. A test that means to provoke a fault empties it."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def new_page(browser, live_server, transactional_db, faults):
    """Opens a watched page of a new visitor: `new_page(**PHONE)`, `new_page(java_script_enabled=False)`."""
    contexts = []

    def open_page(*, width=DESK["width"], height=DESK["height"], **options):
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale="en-GB",
            timezone_id="Europe/London",
            **options,
        )
        context.set_default_timeout(STEP_LIMIT_MS)
        contexts.append(context)
        return watched(context, faults).new_page()

    yield open_page
    for context in contexts:
        for page in context.pages:
            page.wait_for_load_state()
            page.evaluate("0")  # Lets what the browser still has to say arrive.
        context.close()


@pytest.fixture
def page(new_page):
    """A desk: 1280 pixels wide."""
    return new_page()


@pytest.fixture
def phone(new_page):
    """A phone held upright: 320 by 640."""
    return new_page(**PHONE)


@pytest.fixture
def no_script(new_page):
    """A desk whose browser runs no script."""
    return new_page(java_script_enabled=False)


@pytest.fixture
def borough(transactional_db, service, officer, lead_officer, member, administrator):
    """A small council at quarter end: see `tests.journeys.borough`."""
    return Borough(service, officer, lead_officer, member, administrator)
