"""The accessibility engine axe, asked for everything that WCAG 2.2 AA and best practice want."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations", "incomplete"]}

# What axe says that it cannot decide by itself: rule, reason and kind of element, with the answer. All else fails.
ON_A_CHART = "Words drawn on a chart: tests/council/charts measures each ink on its ground."
LOOKED_AT = {
    ("color-contrast", "imgNode", "text"): ON_A_CHART,
    ("color-contrast", "imgNode", "tspan"): ON_A_CHART,
    ("color-contrast", "bgOverlap", "text"): ON_A_CHART,
    ("color-contrast", "shortTextContent", "text"): ON_A_CHART,
    ("color-contrast", "shortTextContent", "tspan"): ON_A_CHART,
    (
        "color-contrast",
        "shortTextContent",
        "span",
    ): "An arrow between two ratings, in the ink of the words around it.",
    ("color-contrast", "nonBmp", "span"): "An arrow between two ratings, in the ink of the words around it.",
}


def problems(page: Page) -> list[str]:
    """What axe finds on the page once it is loaded: a line for each place, with the rule and what is wrong."""
    page.wait_for_load_state()  # Words are there before the stylesheet is.
    found = Axe().run(page, options=OPTIONS).response
    wrong = [(rule, node) for rule in found["violations"] for node in rule["nodes"]]
    doubtful = [
        (rule, node)
        for rule in found["incomplete"]
        for node in rule["nodes"]
        if any((rule["id"], reason, _kind(node)) not in LOOKED_AT for reason in _reasons(node))
    ]
    return [
        f"{rule['id']} on {page.url}: {node['html'][:160]} {node.get('failureSummary', rule['help'])}"
        for rule, node in [*wrong, *doubtful]
    ]


def assert_accessible(page: Page) -> None:
    """Nothing that axe objects to, and nothing it doubts that nobody has looked at."""
    found = problems(page)
    assert not found, "\n".join(found)


def _reasons(node: dict) -> set[str]:
    """Why axe could not decide, in its own keys; empty text where it gives none."""
    checks = [*node["any"], *node["all"], *node["none"]]
    return {(check.get("data") or {}).get("messageKey") or "" for check in checks}


def _kind(node: dict) -> str:
    """The name of the element, such as "span"."""
    return re.match(r"<([a-zA-Z0-9-]+)", node["html"])[1]
