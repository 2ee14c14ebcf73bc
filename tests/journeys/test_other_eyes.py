"""The same pages on paper, in contrast themes, in larger letters, with wider spacing, and without colour."""

import pytest
from playwright.sync_api import expect

from tests.journeys import probes
from tests.journeys.people import come_signed_in, row_of

pytestmark = [pytest.mark.shows("A3"), pytest.mark.looks]

# WCAG 1.4.12: a reader may set these, and nothing may be cut or overlap.
WIDE_SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
)
WIDE_PARAGRAPHS = "p { margin-bottom: 2em !important; }"

CUT = """() => [...document.querySelectorAll("main *")]
  .filter((it) => it.checkVisibility() && it.innerText?.trim() && !it.closest(".hidden-word, svg, .scroller, thead"))
  .filter((it) => getComputedStyle(it).overflow !== "visible" && it.scrollWidth > it.clientWidth + 1)
  .map((it) => it.innerText.slice(0, 60))"""

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll("main :is(h1, h2, h3, p, label, button, select, .tag, th, td)")]
    .filter((it) => it.checkVisibility() && it.innerText?.trim())
    .filter((it) => !it.closest(".hidden-word, svg, details:not([open]), .cards thead"))
    .map((it) => [it, it.getBoundingClientRect()]);
  const told = [];
  for (const [one, a] of boxes) for (const [other, b] of boxes) {
    if (one === other || one.contains(other) || other.contains(one)) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 2) told.push(`${one.innerText.slice(0, 40)} lies on ${other.innerText.slice(0, 40)}`);
  }
  return told;
}"""


@pytest.fixture
def addresses(borough):
    """The pages that people read and fill in most."""
    borough.submit(borough.recycled, "47")
    borough.sign_off(borough.submit(borough.missed, "75", comment="Two lorries broke down."))
    return [
        "/performance/",
        "/performance/my-services/",
        "/performance/indicators/",
        borough.missed.get_absolute_url(),
        borough.grid_url(),
        borough.return_url(borough.recycled),
        "/performance/returns/",
        "/performance/sign-off/",
    ]


@pytest.fixture
def reader(page, borough):
    """The lead officer, who has all of them."""
    come_signed_in(page, borough.lead_officer)
    return page


def test_paper_shows_figures_and_words_and_nothing_to_press(reader, addresses):
    reader.emulate_media(media="print")
    told = []
    for address in addresses:
        reader.goto(address)
        for what in (
            "nav:not(.thread)",
            ".menu",
            ".who",
            ".skip-link",
            "button:not(.hidden-word)",
            ".filters",
            ".breadcrumbs",
        ):
            told += [f"{address} prints {what}" for it in reader.locator(what).all() if it.is_visible()]
        told += [
            f"{address} prints a rating without its word"
            for it in reader.locator(".tag").all()
            if not it.inner_text()
        ]

    assert told == []
    reader.goto("/performance/my-services/")
    expect(reader.get_by_text("Household waste recycled").last).to_be_visible()


@pytest.mark.shows("F47")
def test_without_colour_any_two_ratings_still_differ(reader, addresses, borough):
    reader.goto("/performance/")
    words = {}
    for tag in reader.locator(".summary-table .tag").all():
        words[tag.inner_text().strip()] = tag.locator("svg").inner_html()

    assert list(words) == ["Green", "Amber", "Red", "Not known"]
    assert len(set(words.values())) == 4


@pytest.mark.shows("F47")
def test_a_contrast_theme_keeps_edges_shapes_and_the_focus(reader, addresses):
    reader.emulate_media(forced_colors="active")
    reader.goto("/performance/")
    tag = reader.locator(".summary-table .tag").first
    expect(tag).to_have_css("border-top-style", "solid")
    assert tag.evaluate("it => getComputedStyle(it).borderTopColor") == tag.evaluate(
        "it => getComputedStyle(it).color"
    )
    chart = reader.locator(".chart-svg:visible").first
    expect(chart).to_have_css("forced-color-adjust", "none")
    expect(chart).to_have_css("background-color", "rgb(255, 255, 255)")

    reader.keyboard.press("Tab")
    reader.keyboard.press("Tab")
    focused = reader.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert focused == "solid"


@pytest.mark.parametrize("width", [1280, 320])
def test_wider_spacing_cuts_nothing_and_covers_nothing(new_page, borough, addresses, width):
    page = new_page(width=width, height=800, bypass_csp=True)
    come_signed_in(page, borough.lead_officer)
    told = []
    for address in addresses:
        page.goto(address)
        page.add_style_tag(content=WIDE_SPACING + WIDE_PARAGRAPHS)
        told += [f"{address} cuts {each}" for each in page.evaluate(CUT)]
        told += [f"{address} {each}" for each in page.evaluate(OVERLAPS)]
        told += [each for each in probes.problems(page) if "fits the width" in each]

    assert not told, "\n".join(told)


def test_letters_of_twice_the_size_cut_nothing(new_page, borough, addresses):
    page = new_page(width=640, height=512, bypass_csp=True)
    come_signed_in(page, borough.lead_officer)
    told = []
    for address in addresses:
        page.goto(address)
        page.add_style_tag(content="html { font-size: 200% }")
        told += [f"{address} cuts {each}" for each in page.evaluate(CUT)]
        told += [f"{address} {each}" for each in page.evaluate(OVERLAPS)]
        told += [each for each in probes.problems(page) if "fits the width" in each]

    assert not told, "\n".join(told)


@pytest.mark.shows("A4")
def test_without_pictures_every_rating_and_button_keeps_its_words(new_page, borough, addresses):
    page = new_page()
    page.route("**/*.svg", lambda route: route.fulfill(status=200, content_type="image/svg+xml", body=""))
    come_signed_in(page, borough.lead_officer)
    page.goto(borough.grid_url())

    expect(page.get_by_role("link", name="Wexcombe Borough Council")).to_be_visible()
    expect(row_of(page, "LP2").locator(".tag")).to_have_text("Red")
