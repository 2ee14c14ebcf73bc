"""Indicators and services as the rules of summaries know them."""

from council.rag import Rag
from performance.rules.exceptions import NO_RUN, Run
from performance.rules.summary.figure import Figure
from performance.rules.summary.service import Measured, ServiceFacts

G, A, R = Rag.GREEN, Rag.AMBER, Rag.RED
TWICE = Run(2, frozenset({R, A}), 2, "quarter")


def figure(rating=G, name="Bins", value="72%", target="80%", pk=1, variation="", **more):
    return Figure(
        indicator=pk,
        name=name,
        period=1,
        period_name="Quarter 2 2026/27",
        value=value,
        target=target,
        rating=rating,
        variation=variation,
        **more,
    )


def measured(rating=G, name="Bins", value="72%", target="80%", pk=1, run=NO_RUN, year_miss="", **more):
    kept = figure(rating, name, value, target, pk, running=run.words, year_miss=year_miss)
    return Measured(figure=kept, run=run, **more)


def service(*indicators, name="Waste", pk=7):
    return ServiceFacts(pk, name, tuple(indicators))
