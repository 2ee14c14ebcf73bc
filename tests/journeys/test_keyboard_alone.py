"""A person who uses no mouse: signs in, enters a quarter, hands it in, and always sees where they are."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import PASSWORD, come_signed_in, row_of

pytestmark = [pytest.mark.shows("A5", "A3"), pytest.mark.looks]

# The element that has the focus: its words, whether a person sees that it has it, and whether anything covers it.
FOCUSED = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const style = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && style.outlineColor !== "rgba(0, 0, 0, 0)";
  const shadowed = style.boxShadow !== "none";
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: (it.getAttribute("aria-label") || it.innerText || it.value || it.name || it.tagName).trim(),
    place: [...document.querySelectorAll("*")].indexOf(it),
    seen: outlined || shadowed,
    covered: !(top && (it.contains(top) || top.contains(it))),
  };
}"""


def walk(page, *, most=200):
    """Presses Tab from the top of the page until the focus leaves it; every stop on the way."""
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"The focus never left the page; last it was at {stops[-1]['name']}.")


def tab_to(page, words):
    """Presses Tab until what has the focus says these words."""
    for _ in range(100):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop and words in stop["name"]:
            return
    raise AssertionError(f"Tab never reached {words!r}.")


@pytest.mark.shows("F24")
def test_a_quarter_is_entered_without_a_mouse(page, borough):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["name"] == "Skip to the content"
    page.keyboard.press("Enter")
    tab_to(page, "Sign in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")

    page.get_by_label("User name").focus()
    page.keyboard.type("officer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("My returns")

    tab_to(page, "Enter returns")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Value: LP1")).to_be_visible()

    tab_to(page, "Value: LP1")
    page.keyboard.type("47")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Value: LP2")).to_be_focused()
    page.keyboard.type("75")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Value: LP3")).to_be_focused()
    page.keyboard.type("94")
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_label("Value: LP2")).to_be_focused()
    tab_to(page, "Comment: LP2")
    page.keyboard.type("Two lorries broke down.")
    tab_to(page, "Save and submit to the lead officer")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("3 submitted.")


def test_tab_goes_right_and_then_to_the_next_row(page, borough):
    come_signed_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP1").focus()
    names = []
    for _ in range(6):
        names.append(page.evaluate(FOCUSED)["name"])
        page.keyboard.press("Tab")

    assert names == [
        "Value: LP1",
        "Value is: LP1",
        "Comment: LP1",
        "Year-end forecast: LP1",
        "Missed bins for every 100,000 collections",
        "Value: LP2",
    ]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["grid", "dashboard", "list", "sign-off", "return", "sign-in"])
def test_tab_walks_the_page_in_reading_order_and_is_always_seen(new_page, borough, name, width):
    borough.submit(borough.missed, "75", comment="Two lorries broke down.")
    page = new_page(width=width, height=640)
    if name != "sign-in":
        come_signed_in(page, borough.lead_officer)
    address = {
        "grid": borough.grid_url(),
        "dashboard": "/performance/?at=2026-q1",
        "list": "/performance/indicators/",
        "sign-off": "/performance/sign-off/",
        "return": borough.return_url(borough.missed),
        "sign-in": "/sign-in/",
    }
    page.goto(address[name])
    stops = walk(page)

    assert stops[0]["name"] == "Skip to the content"
    assert [stop["place"] for stop in stops] == sorted(stop["place"] for stop in stops)
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if stop["covered"]] == []


def test_space_opens_and_closes_what_is_folded(page, borough):
    row = borough.submit(borough.missed, "75", comment="Two lorries broke down.")
    come_signed_in(page, borough.lead_officer)
    page.goto(borough.return_url(row.indicator))
    tab_to(page, "Send back")
    page.keyboard.press("Space")
    expect(page.get_by_label("What the officer should put right")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_label("What the officer should put right")).to_be_hidden()


def test_error_summary_leads_to_its_field(page, borough):
    come_signed_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP2").fill("plenty")
    page.get_by_role("button", name="Save as draft").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Value: LP2")).to_be_focused()
    expect(row_of(page, "LP2")).to_contain_text("Not saved")


def test_error_summary_never_takes_the_focus_from_a_field_once_somebody_has_moved_on(page, borough):
    """A page whose last file is slow loads long after a quick person has gone to the field."""
    come_signed_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP2").fill("plenty")
    page.get_by_role("button", name="Save as draft").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Value: LP2").focus()

    page.evaluate("() => { dispatchEvent(new Event('load')) }")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    expect(page.get_by_label("Value: LP2")).to_be_focused()
