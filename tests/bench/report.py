"""What was measured, as a table, and each target with whether it was met."""

from dataclasses import dataclass

PAGES = {
    "who": "(only to know who asks: a redirect)",
    "dashboard": "whole-council dashboard",
    "everything": "the same, floor with every figure",
    "table": "all 400 indicators, by service",
    "portfolio": "portfolio dashboard",
    "mine": "my portfolios",
    "list": "list of indicators, 50 a page",
    "indicator": "indicator with 40 quarters",
    "returns": "my returns",
    "grid": "entry grid of 60 rows",
    "sign-off": "sign-off list of 40",
}
HEAD = (
    "page",
    "worker CPU, ms",
    "x",
    "all CPU, ms",
    "x",
    "median, ms",
    "x",
    "queries",
    "bytes",
    "gzip",
    "sent",
)


@dataclass(frozen=True)
class Target:
    """A figure to reach."""

    what: str
    reached: float
    most: float
    aim: float | None = None
    unit: str = ""

    def __str__(self):
        verdict = "met" if self.reached <= self.most else "NOT MET"
        aim = f" (aim {self.aim:g})" if self.aim is not None else ""
        return f"  {verdict:8} {self.what}: {self.reached:.3g}{self.unit}, at most {self.most:g}{aim}"


def table(costs, names=PAGES):
    """A line for each page: what it costs, and how many times what its floor costs."""
    lines = [HEAD]
    for name, (page, floor) in costs.items():
        line = [names[name]]
        for figure in ("worker_cpu", "cpu", "median"):
            ours, least = getattr(page, figure) * 1000, getattr(floor, figure) * 1000
            line += [f"{ours:.2f} / {least:.2f}", f"{ours / least:.1f}"]
        sizes = (page.raw_bytes, page.gzip_bytes, page.sent_bytes)
        lines.append((*line, str(page.queries), *(f"{size:,}" for size in sizes)))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(_padded(line, widths)) for line in lines)


def _padded(line, widths):
    """The cells of a line: words at the left, figures at the right."""
    name, *figures = line
    return [name.ljust(widths[0]), *map(str.rjust, figures, widths[1:])]


def targets(costs, visit, memory):
    """Every target of the issue, reached or not."""
    master, workers, once = memory
    found = []
    for name, most, aim in (("dashboard", 3, 1), ("everything", 3, 1), ("table", 4, 2.5)):
        page, floor = costs[name]
        measures = (
            ("worker_cpu", "worker CPU"),
            ("cpu", "CPU with the database's"),
            ("median", "median time"),
        )
        for figure, words in measures:
            ratio = getattr(page, figure) / getattr(floor, figure)
            found.append(Target(f"{PAGES[name]}, {words}", ratio, most, aim, " times the floor"))
    busiest = max(costs, key=lambda name: costs[name][0].queries)
    found.append(Target(f"queries ({PAGES[busiest]})", costs[busiest][0].queries, 8))
    found.append(Target("first visit, bytes as sent", sum(visit.values()) / 1024, 100, 50, " KiB"))
    found.append(Target("first visit, requests", len(visit), 8))
    found.append(Target("two workers, resident", workers, 200, unit=" MiB"))
    found.append(Target("two workers and master, resident", master + workers, 200, unit=" MiB"))
    if once is not None:
        found.append(Target("the same, shared pages counted once", once, 200, unit=" MiB"))
    return found
