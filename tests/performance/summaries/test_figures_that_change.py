"""What is said when a figure that a sentence rests on is another by now, and what drafting anew does."""

import pytest

from performance.choices import SummarySection
from performance.rules.summary.drafting import Drafted
from performance.rules.summary.figure import change_in, changed, fingerprint
from performance.rules.summary.paper import Paper, Section, Sentence, as_values, paper_from
from performance.rules.summary.redrafting import Standing, Turn, redraft
from tests.performance.summaries.made import A, G, R, figure

RED = (figure(R),)
TWICE_RED = "red for 2 quarters running"
MISS = "the year is unlikely to meet it"
BETTER = "Special cause: improvement, high"


@pytest.mark.shows("F50")
@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        pytest.param(figure(R), figure(R), "", id="the same"),
        pytest.param(figure(R), None, "", id="nothing to compare with"),
        pytest.param(
            figure(R, value="72%"),
            figure(A, value="75%"),
            "was 72%, red; now 75%, amber",
            id="value and rating",
        ),
        pytest.param(
            figure(G, value="80%"), figure(R, value="80%"), "was 80%, green; now 80%, red", id="rating alone"
        ),
        pytest.param(
            figure(R, target="80%"),
            figure(G, target="70%"),
            "was 72% against a target of 80%, red; now 72% against a target of 70%, green",
            id="target",
        ),
        pytest.param(
            figure(R),
            figure(R, variation=BETTER),
            "was 72%, red, no variation told; now 72%, red, special cause: improvement, high",
            id="variation",
        ),
        pytest.param(
            figure(G, value="15", forecast="68"),
            figure(G, value="15", forecast="61"),
            "was 15 (rated on the forecast of 68), green; now 15 (rated on the forecast of 61), green",
            id="forecast",
        ),
        pytest.param(figure(R, name="Bins"), figure(R, name="Skips"), "", id="only another name"),
        pytest.param(
            figure(R, running=TWICE_RED),
            figure(R, running=""),
            "was 72%, red, red for 2 quarters running; now 72%, red, no exception",
            id="how long it has been off target",
        ),
        pytest.param(
            figure(R, year_miss=""),
            figure(R, year_miss=MISS),
            f"was 72%, red, nothing against the year’s target; now 72%, red, {MISS}",
            id="what is said of the year",
        ),
        pytest.param(
            figure(R), figure(R, running=TWICE_RED, year_miss=MISS), "", id="kept before these were"
        ),
    ],
)
def test_a_change_is_said_in_words(then, now, words):
    assert change_in(then, now) == words


def test_only_what_has_changed_is_told():
    then = [figure(R, pk=1), figure(G, pk=2)]
    now = {each.key: each for each in (figure(R, pk=1), figure(A, pk=2))}

    assert [each.figure.indicator for each in changed(then, now)] == [2]


def test_a_fingerprint_is_the_same_as_long_as_the_figures_are():
    one, two = figure(R, pk=1), figure(G, pk=2)

    assert fingerprint([one, two]) == fingerprint([two, one])
    assert fingerprint([one]) != fingerprint([figure(A, pk=1)])


@pytest.mark.shows("F51")
def test_a_summary_kept_as_values_is_the_same_when_read_back():
    sentence = Sentence(number=1, text="Well.", drafted="Good.", service=3, figures=(figure(R),))
    paper = Paper(
        whose="Cabinet", quarter="Quarter 2", sections=(Section("well", "Doing well", (sentence,)),)
    )

    assert paper_from(as_values(paper)) == paper


def stands(text="Old.", *, by_hand=False, service=1, drafted="Old.", figures=RED):
    return Standing(
        pk=9,
        section="risk",
        service=service,
        text=text,
        drafted=drafted,
        drafted_section="risk",
        is_by_hand=by_hand,
        figures=figures,
    )


def says(text="Old.", service=1, figures=RED, section=SummarySection.RISK):
    return Drafted(section, service, text, figures)


@pytest.mark.parametrize(
    ("standing", "drafted", "turn"),
    [
        pytest.param([stands()], [says()], Turn.SAME, id="the same"),
        pytest.param([stands()], [says("New.")], Turn.REWRITTEN, id="nobody worked on it"),
        pytest.param([stands()], [says(figures=(figure(A),))], Turn.REWRITTEN, id="the figures alone"),
        pytest.param([stands()], [says(section=SummarySection.WELL)], Turn.REWRITTEN, id="the section alone"),
        pytest.param([stands("Mine.", by_hand=True)], [says("New.")], Turn.KEPT, id="a person's words"),
        pytest.param([stands("Mine.", by_hand=True)], [says()], Turn.SAME, id="a person's, rules as before"),
        pytest.param([], [says()], Turn.ADDED, id="a new service"),
        pytest.param([stands()], [], Turn.FALLEN, id="nothing to say any more"),
    ],
)
def test_drafting_again_leaves_what_is_a_persons(standing, drafted, turn):
    assert [each.turn for each in redraft(standing, drafted)] == [turn]
