"""From when a set is used in both calendars, what needs a reason, and what keeps a set from adoption."""

from datetime import date

import pytest

from performance.choices import ReportLevel
from performance.rules.indicator_sets import Standing, adoption_problems, needs_reason, used_from, validity

IN, TEAM, OUT = ReportLevel.COMMITTEE, ReportLevel.TEAM, ReportLevel.NONE
MAY = date(2026, 5, 20)


@pytest.mark.shows("S1-17")
@pytest.mark.parametrize(
    "before, now, follows_another, expected",
    [
        pytest.param(IN, TEAM, True, True, id="leaves-for-the-team"),
        pytest.param(IN, OUT, True, True, id="leaves-altogether"),
        pytest.param(TEAM, IN, True, True, id="comes-in-from-the-team"),
        pytest.param(TEAM, OUT, True, True, id="moves-below"),
        pytest.param(None, IN, True, True, id="comes-in-new"),
        pytest.param(None, TEAM, True, False, id="new-and-never-reported"),
        pytest.param(IN, IN, True, False, id="stays"),
        pytest.param(IN, None, True, False, id="not-decided"),
        pytest.param(None, IN, False, False, id="first-set-of-a-body"),
        pytest.param(None, TEAM, False, False, id="first-set-leaves-nothing-out"),
    ],
)
def test_a_level_that_differs_from_the_set_before_says_why(before, now, follows_another, expected):
    assert needs_reason(before, now, follows_another=follows_another) is expected


@pytest.mark.parametrize(
    "standings, sentences",
    [
        pytest.param([Standing(1, "A", IN, IN, "")], [], id="nothing-missing"),
        pytest.param(
            [Standing(1, "A", IN, IN, ""), Standing(2, "B", IN, TEAM, "")],
            ["B leaves the members' report: say why."],
            id="leaves",
        ),
        pytest.param(
            [Standing(1, "A", IN, IN, ""), Standing(2, "B", IN, TEAM, "Too small")],
            [],
            id="leaves-with-reason",
        ),
        pytest.param(
            [Standing(1, "A", TEAM, IN, "")], ["A comes into the members' report: say why."], id="comes"
        ),
        pytest.param(
            [Standing(1, "A", IN, IN, ""), Standing(2, "B", TEAM, OUT, "")],
            ["B changes its level to “Not reported”: say why."],
            id="moves",
        ),
        pytest.param(
            [Standing(1, "A", IN, IN, ""), Standing(2, "B", IN, None, "")],
            ["Nobody has decided on B. Choose its level."],
            id="undecided",
        ),
        pytest.param(
            [Standing(1, "A", TEAM, TEAM, "")],
            ["No indicator is in the members' report. Put at least one in."],
            id="nothing-to-see",
        ),
        pytest.param([], ["No indicator is in the members' report. Put at least one in."], id="empty"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence_each(standings, sentences):
    assert [each.sentence for each in adoption_problems(standings, follows_another=True)] == sentences


@pytest.mark.shows("S1-21", "S1-13", "F22")
@pytest.mark.parametrize(
    "first_quarter, meetings, following, expected",
    [
        pytest.param(
            1,
            [MAY],
            None,
            [
                "Used from Quarter 1 2026/27 (1 April to 30 June 2026) for every quarter until another set is adopted.",
                "The municipal year 2026/27 begins at the annual meeting on 20 May 2026. So the first 49 days of "
                "Quarter 1 2026/27 lie in the municipal year before; the quarter is reported by this set as a whole.",
            ],
            id="first-quarter-begins-before-the-meeting",
        ),
        pytest.param(
            2,
            [date(2025, 5, 21), MAY],
            used_from(2027, 1),
            [
                "Used from Quarter 2 2026/27 (1 July to 30 September 2026) for every quarter until Quarter 1 2027/28, "
                "when the next set takes its place.",
                "The municipal year 2026/27 begins at the annual meeting on 20 May 2026. So the quarters before "
                "Quarter 2 2026/27 are still reported by the set before, whatever the municipal year.",
            ],
            id="begins-after-the-meeting",
        ),
        pytest.param(
            1,
            [],
            None,
            [
                "Used from Quarter 1 2026/27 (1 April to 30 June 2026) for every quarter until another set is adopted.",
                "No annual meeting of 2026 is on record, so it cannot be said when that municipal year begins.",
            ],
            id="no-meeting-on-record",
        ),
    ],
)
def test_validity_is_said_in_both_calendars(first_quarter, meetings, following, expected):
    assert validity(2026, first_quarter, annual_meetings=meetings, following=following) == expected
