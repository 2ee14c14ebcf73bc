"""Asks for pages and counts what each costs."""

import gzip
import http.client
import re
import statistics
import time
from dataclasses import dataclass, field

WARM_UP = 4
ROUNDS = 4
SECONDS_A_ROUND = 0.35
MOST_A_ROUND = 2000
STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass
class Cost:
    """What an address costs: seconds for each of its requests, and processor seconds for one on average."""

    seconds: list[float] = field(default_factory=list)
    worker_seconds: float = 0
    database_seconds: float = 0
    queries: int | None = None
    raw_bytes: int = 0
    gzip_bytes: int = 0
    sent_bytes: int = 0

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def worker_cpu(self):
        """Processor seconds of the web server for one request."""
        return self.worker_seconds / len(self.seconds)

    @property
    def cpu(self):
        """Those of web server and database together."""
        return self.worker_cpu + self.database_seconds / len(self.seconds)


class Visitor:
    """Somebody who asks the server for pages over one lasting connection, as a browser does."""

    def __init__(self, server, session="", encodings="gzip"):
        self.headers = {"Accept-Encoding": encodings}
        if session:
            self.headers["Cookie"] = f"sessionid={session}"
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)

    def get(self, path, **headers):
        """The answer and its body as sent. RuntimeError when it is neither a page nor sends on to one."""
        self.connection.request("GET", path, headers={**self.headers, **headers})
        response = self.connection.getresponse()
        body = response.read()
        if response.status not in (200, 302):
            raise RuntimeError(f"{path} answered {response.status}.")
        return response, body

    def close(self):
        self.connection.close()


def compare(server, page):
    """The costs of a page and of its floor, measured in turns so that a busy moment meets both."""
    visitor, stranger = Visitor(server, page["session"]), Visitor(server)
    ways = [(visitor, page["path"], Cost()), (stranger, page["floor"], Cost())]
    for who, path, cost in ways:
        for _ in range(WARM_UP):
            _, body = who.get(path)
        cost.raw_bytes, cost.gzip_bytes, cost.sent_bytes = _sizes(who, path)
    for _ in range(ROUNDS):
        for who, path, cost in ways:
            _round(server, who, path, cost)
    product, floor = (cost for _, _, cost in ways)
    response, _ = visitor.get(page["path"], **{"X-Count-Queries": "yes"})
    product.queries = int(response.headers["X-Queries"])
    visitor.close()
    stranger.close()
    return product, floor


def _round(server, who, path, cost):
    who.close()  # The server ends a connection that nobody used while the other page had its turn.
    before, until = server.cpu_seconds(), time.perf_counter() + SECONDS_A_ROUND
    for _ in range(MOST_A_ROUND):
        asked = time.perf_counter()
        who.get(path)
        answered = time.perf_counter()
        cost.seconds.append(answered - asked)
        if answered > until:
            break
    after = server.cpu_seconds()
    cost.worker_seconds += _grown(before[0], after[0])
    cost.database_seconds += _grown(before[1], after[1])


def _grown(before, after):
    """What processes used in between; one that has ended meanwhile, as connections do in time, is not counted."""
    return sum(seconds - before.get(pid, 0) for pid, seconds in after.items())


def _sizes(who, path):
    """Bytes of the page as it is, as gzip would make it, and as it is sent to a browser that takes gzip."""
    _, raw = who.get(path, **{"Accept-Encoding": "identity"})
    _, sent = who.get(path)
    return len(raw), len(gzip.compress(raw, 6)), len(sent)


def first_visit(server, page):
    """The bytes as sent of a page and of each file that it names, from an empty cache."""
    visitor = Visitor(server, page["session"])
    response, sent = visitor.get(page["path"])
    markup = gzip.decompress(sent) if response.headers.get("Content-Encoding") == "gzip" else sent
    sizes = {page["path"]: len(sent)}
    for named in dict.fromkeys(STATIC.findall(markup.decode())):
        sizes[named] = len(visitor.get(named)[1])
    visitor.close()
    return sizes


def warm_all_workers(server, pages):
    """Asks for every page over several connections, so that each worker has served and has its connections."""
    for _ in range(4):
        visitors = [Visitor(server, page["session"]) for page in pages]
        for visitor, page in zip(visitors, pages, strict=True):
            visitor.get(page["path"])
        for visitor in visitors:
            visitor.close()
