"""Which section a service belongs in, and the sentence that says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.rag import RATED, Rag
from performance.choices import SummarySection
from performance.rules.exceptions import NO_RUN
from performance.rules.summary.drafting import draft
from performance.rules.summary.service import section_of
from tests.performance.summaries.made import TWICE, A, G, R, measured, service

WELL, RISK, FURTHER = SummarySection.WELL, SummarySection.RISK, SummarySection.FURTHER
LATE, UNKNOWN, NOT_DUE, UNRATED = Rag.LATE, Rag.NOT_KNOWN, Rag.NOT_DUE, Rag.NOT_RATED


@pytest.mark.shows("S1-12", "F50")
@pytest.mark.parametrize(
    ("indicators", "section"),
    [
        pytest.param([measured(G)], WELL, id="green"),
        pytest.param([measured(G), measured(A, is_improving=True)], WELL, id="amber, really improving"),
        pytest.param([measured(G), measured(UNRATED)], WELL, id="one for information"),
        pytest.param([measured(G), measured(NOT_DUE)], WELL, id="one not due"),
        pytest.param([measured(G), measured(R)], RISK, id="one red"),
        pytest.param([measured(R, is_improving=True)], RISK, id="red, though improving"),
        pytest.param([measured(G, is_worsening=True)], RISK, id="green, really worsening"),
        pytest.param([measured(A, run=TWICE)], RISK, id="off target twice running"),
        pytest.param([measured(A, run=TWICE, is_improving=True)], RISK, id="twice running, though improving"),
        pytest.param([measured(A, is_never_met=True)], RISK, id="target out of reach"),
        pytest.param([measured(G, year_miss="the year is unlikely to meet it")], RISK, id="year unlikely"),
        pytest.param(
            [measured(LATE, year_miss="the year is unlikely to meet it")], FURTHER, id="late says nothing"
        ),
        pytest.param([measured(G), measured(LATE)], FURTHER, id="one late"),
        pytest.param([measured(G), measured(UNKNOWN)], FURTHER, id="one not known"),
        pytest.param([measured(UNRATED, lacks_target=True)], FURTHER, id="no target"),
        pytest.param([measured(G, is_redefined=True)], FURTHER, id="counted in a new way"),
        pytest.param([measured(G, is_new=True)], FURTHER, id="too few figures"),
        pytest.param([measured(A)], FURTHER, id="short for now"),
        pytest.param([measured(R), measured(LATE)], RISK, id="risk before further work"),
        pytest.param([measured(NOT_DUE)], None, id="nothing due yet"),
        pytest.param([measured(UNRATED)], None, id="only for information"),
    ],
)
def test_a_service_belongs_in_one_section(indicators, section):
    assert section_of(service(*indicators)) == section


BETTER = {"is_always_met": True, "is_better_than_target": True}


@pytest.mark.shows("S1-12", "F50")
@pytest.mark.parametrize(
    ("indicators", "text"),
    [
        pytest.param(
            [measured(G, "Bins", "85%")],
            "Waste: its one rated indicator is green. “Bins”, 85% against a target of 80%.",
            id="one green",
        ),
        pytest.param(
            [measured(G, "Bins", "85%"), measured(G, "Tips", "90%")],
            "Waste: both rated indicators are green. Among them “Bins”, 85% against a target of 80%.",
            id="two green",
        ),
        pytest.param(
            [
                measured(G, "Bins", "95%", **BETTER),
                measured(G, "Tips"),
                measured(A, "Skips", "79%", is_improving=True),
            ],
            "Waste: 2 of 3 rated indicators are green. “Bins”, 95% against a target of 80%: better than the target, "
            "which is met in nearly every period. “Skips”, 79% against a target of 80%: a real change for the better.",
            id="above expectations, and improving",
        ),
        pytest.param(
            [measured(R, "Bins", run=TWICE, is_worsening=True), measured(G), measured(LATE)],
            "Waste: 1 of 2 rated indicators is red. “Bins”, 72% against a target of 80%: red or amber for 2 quarters "
            "running, a real change for the worse. 1 is late or not known.",
            id="red, twice running, worsening",
        ),
        pytest.param(
            [measured(G, "Gates", "85%", is_worsening=True)],
            "Waste: “Gates”, 85% against a target of 80%: green now, yet a real change for the worse.",
            id="green but worsening",
        ),
        pytest.param(
            [measured(A, "Bins", "79%", is_never_met=True, year_miss="the year is unlikely to meet it")],
            "Waste: “Bins”, 79% against a target of 80%: amber, the target is out of reach of the process as it works "
            "now, the year is unlikely to meet it.",
            id="out of reach",
        ),
        pytest.param(
            [measured(R, f"Bin {each}") for each in range(5)],
            "Waste: all 5 rated indicators are red. “Bin 0”, 72% against a target of 80%: red. “Bin 1”, 72% against a "
            "target of 80%: red. “Bin 2”, 72% against a target of 80%: red. 2 more are at risk.",
            id="more than are named",
        ),
        pytest.param(
            [measured(LATE, "Bins"), measured(UNKNOWN, "Tips"), measured(G, "Skips", lacks_target=True)],
            "Waste: late: “Bins”. Not known: “Tips”. No target to judge by: “Skips”.",
            id="blanks",
        ),
        pytest.param(
            [measured(LATE, f"Bin {each}") for each in range(4)],
            "Waste: late: “Bin 0”, “Bin 1” and 2 more.",
            id="more blanks than are named",
        ),
        pytest.param(
            [measured(A, "Bins", "79%")],
            "Waste: short of target for now: “Bins”, 79% against a target of 80%.",
            id="short for now",
        ),
        pytest.param(
            [measured(G, "Bins", is_redefined=True), measured(G, "Tips", is_new=True)],
            "Waste: counted in a new way, so not yet to be compared: “Bins”. "
            "Too few figures to say which way it goes: “Tips”.",
            id="not to be compared",
        ),
        pytest.param(
            [measured(R, "Bins", "Delayed", "No target")],
            "Waste: its one rated indicator is red. “Bins”, Delayed: red.",
            id="no target to name",
        ),
    ],
)
def test_the_sentence_says_why_with_the_numbers(indicators, text):
    [found] = draft([service(*indicators)])

    assert found.text == text
    assert found.figures == tuple(each.figure for each in indicators)


@pytest.mark.shows("S1-22")
def test_a_service_is_named_as_the_register_spells_it():
    [found] = draft([service(measured(G), name="Corporate Policy and resources:")])

    assert found.text.startswith("Corporate Policy and resources: its one")


def test_the_most_red_service_stands_first_among_risks_and_the_others_by_name():
    drafted = draft(
        [
            service(measured(G), name="Beta", pk=1),
            service(measured(G), name="Alpha", pk=2),
            service(measured(R), name="Gamma", pk=3),
            service(measured(R), measured(R), name="Omega", pk=4),
        ]
    )

    assert [each.service for each in drafted] == [4, 3, 2, 1]


def test_services_without_an_indicator_share_a_sentence():
    [found] = draft([], without=["Archives", "Burials", "Cemeteries", "Docks", "Elms"])

    assert found.text == "No indicator is kept for Archives, Burials, Cemeteries and 2 other services."
    assert (found.section, found.service, found.figures) == (FURTHER, None, ())


FACTS = st.builds(
    measured,
    rating=st.sampled_from(Rag),
    run=st.sampled_from([NO_RUN, TWICE]),
    year_miss=st.sampled_from(["", "the year is unlikely to meet it"]),
    **{
        name: st.booleans()
        for name in (
            "lacks_target", "is_better_than_target", "is_improving", "is_worsening", "is_always_met", "is_never_met",
            "is_redefined", "is_new",
        )
    },
)  # fmt: skip
SERVICES = st.lists(st.lists(FACTS, min_size=1, max_size=5), max_size=5)


@pytest.mark.shows("S1-20", "F50")
@given(SERVICES)
def test_every_service_with_a_rated_indicator_appears_once_and_every_sentence_has_its_figures(found):
    services = [service(*each, name=f"Service {pk}", pk=pk) for pk, each in enumerate(found)]
    drafted = draft(services)
    said = [each.service for each in drafted]

    assert len(said) == len(set(said))
    rated = {each.pk for each in services if any(one.rating in RATED for one in each.indicators)}
    assert rated <= set(said)
    assert all(each.figures for each in drafted)
    assert all(each.text.endswith(".") for each in drafted)
