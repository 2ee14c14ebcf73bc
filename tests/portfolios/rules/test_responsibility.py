"""Who answers for each aspect: own rows, else those of the nearest service above; gaps, doubles, informal leads."""

import pytest

from portfolios.choices import Aspect, ServiceLevel
from portfolios.rules.responsibility import (
    Answering,
    Responsible,
    ServiceAnswers,
    aspect_line,
    nearest_first,
    standing,
)

PORTFOLIO, BODY, POST = Answering
PLACE = Responsible(PORTFOLIO, 1, "Place")
STREETS = Responsible(PORTFOLIO, 2, "Streets")
INFORMAL = Responsible(PORTFOLIO, 3, "Digital", is_express=False, evidence="By custom")
COMMITTEE = Responsible(BODY, 1, "Planning Committee")
MANAGER = Responsible(POST, 1, "Manager")


def said(found):
    return [(each.name, each.inherited_from) for each in found]


@pytest.mark.shows("S0-09", "S0-11", "F8")
@pytest.mark.parametrize(
    "team, service, top, names",
    [
        pytest.param([], [], [], [], id="nobody"),
        pytest.param([PLACE], [], [], [("Place", "")], id="own"),
        pytest.param([], [PLACE], [], [("Place", "Service")], id="inherited"),
        pytest.param([], [], [PLACE], [("Place", "Top")], id="inherited-twice"),
        pytest.param([STREETS], [PLACE], [], [("Streets", "")], id="own-words-displace"),
        pytest.param([], [STREETS], [PLACE], [("Streets", "Service")], id="nearest-displaces"),
        pytest.param(
            [INFORMAL], [PLACE], [], [("Digital", ""), ("Place", "Service")], id="custom-displaces-no-words"
        ),
        pytest.param(
            [MANAGER],
            [PLACE],
            [],
            [("Place", "Service"), ("Manager", "")],
            id="a-post-displaces-no-portfolio",
        ),
        pytest.param(
            [COMMITTEE],
            [PLACE],
            [],
            [("Place", "Service"), ("Planning Committee", "")],
            id="a-body-displaces-no-portfolio",
        ),
        pytest.param([PLACE, STREETS], [], [], [("Place", ""), ("Streets", "")], id="two"),
    ],
)
def test_the_nearest_words_stand(team, service, top, names):
    assert said(standing([("Team", team), ("Service", service), ("Top", top)])) == names


@pytest.mark.shows("L4", "S0-11")
@pytest.mark.parametrize(
    "aspect, rows, leaves_below, gap, nobody",
    [
        pytest.param(Aspect.DELIVERY, [PLACE], False, "", "", id="a-portfolio"),
        pytest.param(
            Aspect.DELIVERY, [], False, "No portfolio answers for delivery and improvement", "", id="nobody"
        ),
        pytest.param(
            Aspect.DELIVERY,
            [MANAGER],
            False,
            "No portfolio answers for delivery and improvement",
            "",
            id="a-post-is-no-portfolio",
        ),
        pytest.param(Aspect.POLICY, [], False, "No portfolio answers for policy", "", id="policy"),
        pytest.param(Aspect.POLICY, [], True, "", "Service by service", id="a-directorate"),
        pytest.param(Aspect.REGULATORY, [], False, "", "None recorded", id="nothing-to-decide"),
        pytest.param(Aspect.REGULATORY, [COMMITTEE], False, "", "", id="a-committee"),
    ],
)
def test_a_gap_is_said_in_words(aspect, rows, leaves_below, gap, nobody):
    line = aspect_line(aspect, [("Service", rows)], may_leave_below=leaves_below)

    assert (line.gap, line.nobody) == (gap, nobody)


@pytest.mark.parametrize(
    "rows, is_double, is_informal",
    [
        pytest.param([], False, False, id="nobody"),
        pytest.param([PLACE], False, False, id="one"),
        pytest.param([PLACE, PLACE], False, False, id="one-written-twice"),
        pytest.param([PLACE, STREETS], True, False, id="two"),
        pytest.param([PLACE, COMMITTEE], False, False, id="a-body-is-no-second-portfolio"),
        pytest.param([INFORMAL], False, True, id="informal"),
        pytest.param([INFORMAL, PLACE], True, False, id="informal-beside-express"),
    ],
)
def test_doubles_and_informal_leads_are_known(rows, is_double, is_informal):
    line = aspect_line(Aspect.DELIVERY, [("Service", rows)], may_leave_below=False)

    assert (line.is_double, line.is_informal) == (is_double, is_informal)


def test_the_very_name_comes_first_then_what_begins_with_it_then_the_higher():
    names = {1: "housing planning", 2: "planning enforcement", 3: "planning", 4: "planning and housing"}
    above = {1: (), 2: (4, 3), 3: (4,), 4: ()}
    found = [ServiceAnswers(pk, name, ServiceLevel.SERVICE, above[pk], (), ()) for pk, name in names.items()]

    assert [each.pk for each in nearest_first(found, "planning", names)] == [3, 4, 2, 1]
