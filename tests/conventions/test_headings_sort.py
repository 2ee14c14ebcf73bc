"""Every heading of every list sorts both ways, and the two ways are each other's mirror."""

from typing import NamedTuple

from django.test import Client

from council.tables import Table
from tests.conventions.addresses import addresses

# Lists at an address of their own, and those that are a row's page.
OF_A_ROW = ("published_table", "indicator_set", "indicator_set_changes")
# Whose list it is, where administrators have none.
READERS = dict.fromkeys(
    ("cases", "looks", "incidents", "feedback_returns", "ombudsman_cases"), "complaints officer"
)
LISTS = [each for each in addresses() if not each.is_register and (not each.parts or each.name in OF_A_ROW)]


def tables(kind=Table):
    return {
        each
        for sub in kind.__subclasses__()
        for each in {sub, *tables(sub)}
        if "tests" not in each.__module__
    }


def listed(client, url):
    """The list on the page at the address; None where there is none."""
    answer = client.get(url)
    return answer.context.get("list") if answer.context else None


def test_every_heading_of_every_list_sorts_both_ways(council):
    client, found = Client(), set()
    for address in LISTS:
        client.cookies.update(council.sessions[READERS.get(address.name, "administrator")])
        url = address.url(council)
        page = listed(client, url)
        if page is None:
            continue
        found.add(type(page.table))
        headings = [each.name for each in page.table.headings() if each.url]
        assert headings, f"{address.name} has no heading that sorts"
        for name in headings:
            upward, downward = (column(client, f"{url}?sort={sign}{name}", name) for sign in ("", "-"))
            where = f"{address.name}, {name}"
            assert (upward.direction, downward.direction) == ("ascending", "descending"), where
            # Of several pages the last one way is not the first the other way.
            if upward.pages == 1:
                assert downward.known == upward.known[::-1], where
                assert downward.missing == upward.missing, where
    # What a list becomes as a file is its own table's child.
    assert {each.__name__ for each in tables() if not issubclass(each, tuple(found))} == set()


class Column(NamedTuple):
    """A column of a list as it stands: which way it is sorted, what it sorts by, and how many rows have nothing."""

    direction: str
    known: list[object]
    missing: int
    pages: int


def column(client, url, name):
    table = listed(client, url).table
    accessor = table.columns[name].accessor
    keys = [accessor.resolve(record, quiet=True) for record in table.records()]
    known = [each for each in keys if each not in (None, "")]
    directions = {heading.name: heading.direction for heading in table.headings()}
    pages = table.paginator.num_pages
    return Column(directions[name], known, len(keys) - len(known), pages)
