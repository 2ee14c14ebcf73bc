"""What people do on any page."""

import re

from playwright.sync_api import Locator, Page, expect

PASSWORD = "correct horse battery"


def sign_in(page: Page, user) -> None:
    """Signs in through the form, and waits until the page after it is there."""
    page.goto("/sign-in/")
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).not_to_have_url(re.compile("/sign-in/"))


def row_of(page: Page, words: str) -> Locator:
    """The row in sight whose heading holds these words."""
    heading = page.locator("th[scope=row]", has_text=words)
    return page.locator("tbody tr").filter(has=heading, visible=True)


def unfold(page: Page, words: str) -> None:
    """Opens what is folded under these words."""
    page.locator("summary", has_text=words).click()
