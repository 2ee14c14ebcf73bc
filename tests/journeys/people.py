"""What people do on any page."""

import re

from django.conf import settings
from django.test import Client
from playwright.sync_api import Locator, Page, expect

PASSWORD = "correct horse battery"


def sign_in(page: Page, user) -> None:
    """Signs in through the form, and waits until the page after it is there."""
    page.goto("/sign-in/")
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).not_to_have_url(re.compile("/sign-in/"))


def come_signed_in(page: Page, user) -> None:
    """The person signed in before the errand begins, and goes to a page by its address; see `sign_in` for the form."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "domain": "localhost", "path": "/"}
    page.context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Lax"}])


def row_of(page: Page, words: str) -> Locator:
    """The row in sight whose heading holds these words."""
    heading = page.locator("th[scope=row]", has_text=words)
    return page.locator("tbody tr").filter(has=heading, visible=True)


def unfold(page: Page, words: str) -> None:
    """Opens what is folded under these words."""
    page.locator("summary", has_text=words).click()
