"""A floor is honest when it has the figures of its page: looked up in both before anything is measured."""

import re

from tests.bench.measure import Visitor

CELL = re.compile(r"<td>(.*?)</td>", re.DOTALL)


def differences(server, pages):
    """What a page and its floor say differently; empty when they agree."""
    by_name = {page["name"]: page for page in pages}
    told = [*_summary(server, by_name["dashboard"]), *_table(server, by_name["table"])]
    return told + _table(server, by_name["portfolio"])


def _summary(server, page):
    """The newest quarter of the floor's counts against the headline of the dashboard."""
    words, rows = _both(server, page)
    newest = max(int(row[0]) for row in rows)
    counts = {}
    for period, _, rating, number in rows:
        if int(period) == newest:
            counts[rating] = counts.get(rating, 0) + int(number)
    headline = f"{counts['green']} of {sum(counts.values())} on target"
    return [] if headline in words else [f"The floor has {headline}; the dashboard does not say so."]


def _table(server, page):
    """Each indicator of the floor stands on the page."""
    words, rows = _both(server, page)
    missing = [title for reference, title, *_ in rows if f"{reference} {title}" not in words]
    return (
        [f"{page['name']}: {len(missing)} of {len(rows)} are not on the page, {missing[0]}"]
        if missing
        else []
    )


def _both(server, page):
    """The words of the page, and the rows of the floor."""
    reader, stranger = Visitor(server, page["session"], "identity"), Visitor(server)
    _, drawn = reader.get(page["path"])
    _, bare = stranger.get(page["floor"])
    reader.close()
    stranger.close()
    words = " ".join(re.sub(r"<[^>]+>", " ", drawn.decode()).split())
    return words, [CELL.findall(row) for row in bare.decode().split("<tr>")[1:]]
