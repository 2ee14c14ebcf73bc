"""Every page, for every role, on a desk and on a phone: axe, our own probes, and a title of its own."""

import re

import pytest

from tests.conventions import scene
from tests.conventions.addresses import addresses
from tests.conventions.role_matrix import GET_AND_POST, codes
from tests.journeys import axe, probes
from tests.journeys.people import come_signed_in

pytestmark = [pytest.mark.looks, pytest.mark.walk]

ROLES = ("stranger", "lead officer", "officer", "complaints officer", "member", "administrator")
# Who sees all that another sees is not followed through the same pages: only through the rest.
SEES_ALL_OF = {"officer": "lead officer"}
OPEN = {name: codes(line[0]) for name, line in GET_AND_POST.items()}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
# Two names of one address, and a file, which is saved and not shown.
LEFT_OUT = {"account_login", "case_file"}


@pytest.fixture
def council(transactional_db):
    """A small council with one of everything."""
    return scene.build()


def pages_of(role, council):
    """The addresses of all pages that the role may read, but for those that another was led through."""
    named = [each for each in addresses() if each.name in OPEN and each.name not in LEFT_OUT]
    mine = [each for each in named if OPEN[each.name][role] == 200]
    other = SEES_ALL_OF.get(role)
    return [each.url(council) for each in mine if other is None or OPEN[each.name][other] != 200]


@pytest.mark.shows("A1", "A3", "S5", "F47")
@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_of_every_role_passes_axe_and_our_own_probes(new_page, council, width):
    told, looked_at = [], set()
    for role in ROLES:
        page = new_page(width=width, height=900)
        if role != "stranger":
            come_signed_in(page, council.users[role])
        titles = {}
        for address in pages_of(role, council):
            page.goto(address)
            titles.setdefault(page.title(), set()).add(address)
            # What a role sees like the one before was looked at; the first page shows each role's own head.
            what = TOKEN.sub("", page.locator("main").inner_html())
            if what not in looked_at or len(titles) == 1:
                told += [f"{role}: {each}" for each in [*axe.problems(page), *probes.problems(page)]]
            looked_at.add(what)
        told += [
            f"{role}: {sorted(same)} are both called {each}" for each, same in titles.items() if len(same) > 1
        ]

    assert not told, "\n".join(told)
