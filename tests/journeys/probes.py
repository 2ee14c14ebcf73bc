"""Our own probes beside axe: headings, tables, drawings, sizes of targets, fields, links."""

from pathlib import Path

from playwright.sync_api import Page

PROBES = Path(__file__).with_suffix(".js").read_text()


def problems(page: Page) -> list[str]:
    """What the probes say of the page once it is loaded, a sentence each."""
    page.wait_for_load_state()
    return [f"{page.url} {said}" for said in page.evaluate(PROBES)]
