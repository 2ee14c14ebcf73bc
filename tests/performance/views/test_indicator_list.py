"""The list of indicators, as a councillor goes through it."""

import re

from tests.performance import lives
from tests.performance.views.pages import words


def test_each_indicator_leads_to_its_own_page(browser_of, member, service, period):
    indicator = lives.measured(service, title="Household waste recycled", reference="BV 82a")

    page = browser_of(member).get("/performance/indicators/").content.decode()

    assert f'<a href="{indicator.get_absolute_url()}">BV 82a Household waste recycled</a>' in page


def test_the_list_sorts_by_reference_as_people_count(browser_of, member, service, period):
    for reference in ("BV 10", "BV 9"):
        lives.measured(service, title="Household waste recycled", reference=reference)

    page = words(browser_of(member).get("/performance/indicators/?sort=title"))

    assert re.findall(r"BV \d+", page) == ["BV 9", "BV 10"]


def test_the_file_has_figures_without_idle_noughts(browser_of, member, service, period):
    lives.signed_off(lives.measured(service), period, "100")

    answer = browser_of(member).get("/performance/indicators/?export=csv")

    text = (b"".join(answer) if answer.streaming else answer.content).decode()
    assert ",100,80," in text
