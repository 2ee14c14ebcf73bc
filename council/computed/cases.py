"""Shares of what customers said and how it was dealt with: in time, upheld, taken further, satisfied."""

import datetime
from collections.abc import Callable

from complaints.choices import SurveyQuestion
from complaints.figures.shares import (
    CaseShare,
    acknowledged_in_time,
    complaints_answered_in_time,
    complaints_taken_further,
    complaints_upheld,
    satisfied_with,
)
from council.computed.computation import Computation, Count, listed
from performance.choices import Direction
from performance.rules.computed import Counted, Over, Source


def _no_list(over: Over) -> str:
    """Cases hold personal data, and no list of them holds just these."""
    return ""


def _counted(share: Callable[[datetime.date, datetime.date, set[int] | None], CaseShare]) -> Count:
    def count(starts_on: datetime.date, ends_on: datetime.date, service_ids: set[int] | None) -> Counted:
        found = share(starts_on, ends_on, service_ids)
        still = (
            found.still_open,
            "is still open, and counts as not in time",
            "are still open, and count as not in time",
        )
        return Counted(found.number, found.of, listed(still))

    return count


def _satisfied(question: SurveyQuestion) -> Count:
    def count(starts_on: datetime.date, ends_on: datetime.date, service_ids: set[int] | None) -> Counted:
        found = satisfied_with(question.value, starts_on, ends_on, service_ids)
        rate = f" ({round(100 * found.answered / found.asked)}%)" if found.asked else ""
        aside = f"Of {found.ended} that ended, {found.asked} were asked, and {found.answered} answered{rate}."
        return Counted(found.number, found.of, aside)

    return count


SATISFACTION_QUERY = (
    "A request or complaint counts in the period in which it ended: replied to, not accepted or withdrawn, by its "
    "newest ending in the period. Satisfied is who said “satisfied” or “very satisfied”; who was not asked or did not "
    "answer is not in what the share is of. Answers may come up to four weeks later, so a later count may differ."
)

COMPLAINTS_IN_TIME = Computation(
    Source(
        key="complaints_answered_in_time",
        title="Share of complaints answered in time",
        query=(
            "A complaint counts in the period in which its stage 1 reply was due, with any extension, and as answered "
            "in time when it was replied to by that day. What is open and late is in what the share is of. A clock "
            "that was called off, because the case was withdrawn, not accepted or of another kind, is left out."
        ),
        numerator="Replied to by the day it was due",
        denominator="Stage 1 replies due",
        nothing="No stage 1 reply was due in the period, so there is nothing to take a share of.",
        records=_no_list,
    ),
    _counted(complaints_answered_in_time),
)
ACKNOWLEDGED_IN_TIME = Computation(
    Source(
        key="cases_acknowledged_in_time",
        title="Share of cases acknowledged in time",
        query=(
            "A case counts in the period in which its acknowledgement was due, at each stage, and as in time when the "
            "customer was told by that day. What is open and late is in what the share is of; a clock that was called "
            "off is left out."
        ),
        numerator="Acknowledged by the day it was due",
        denominator="Acknowledgements due",
        nothing="No acknowledgement was due in the period, so there is nothing to take a share of.",
        records=_no_list,
    ),
    _counted(acknowledged_in_time),
)
COMPLAINTS_UPHELD = Computation(
    Source(
        key="complaints_upheld",
        title="Share of complaints upheld at least in part",
        query=(
            "A complaint counts in the period in which it was closed, and as upheld when at least one of its points "
            "was found upheld or partly upheld at the stage at which it ended."
        ),
        numerator="Upheld at least in part",
        denominator="Complaints closed",
        nothing="No complaint was closed in the period, so there is nothing to take a share of.",
        records=_no_list,
        direction=Direction.NEITHER,
    ),
    _counted(complaints_upheld),
)
TAKEN_TO_STAGE_TWO = Computation(
    Source(
        key="complaints_taken_to_stage_two",
        title="Share of complaints taken to stage 2",
        query=(
            "A complaint counts in the period in which it was first replied to at stage 1, and as taken to stage 2 "
            "once its customer asked for that, also where they asked later."
        ),
        numerator="Taken to stage 2 by now",
        denominator="Complaints replied to at stage 1",
        nothing="No complaint was replied to at stage 1 in the period, so there is nothing to take a share of.",
        records=_no_list,
        direction=Direction.LOWER,
    ),
    _counted(complaints_taken_further),
)
SATISFIED_WITH_HANDLING = Computation(
    Source(
        key="satisfied_with_handling",
        title="Share of customers satisfied with how their case was handled",
        query=SATISFACTION_QUERY,
        numerator="Satisfied with how it was handled",
        denominator="Answered that question",
        nothing="Nobody whose case ended in the period answered, so there is nothing to take a share of.",
        records=_no_list,
    ),
    _satisfied(SurveyQuestion.HANDLING),
)
SATISFIED_WITH_OUTCOME = Computation(
    Source(
        key="satisfied_with_outcome",
        title="Share of customers satisfied with what came of their case",
        query=SATISFACTION_QUERY,
        numerator="Satisfied with what came of it",
        denominator="Answered that question",
        nothing="Nobody whose case ended in the period answered, so there is nothing to take a share of.",
        records=_no_list,
    ),
    _satisfied(SurveyQuestion.OUTCOME),
)
OF_CASES = (
    COMPLAINTS_IN_TIME,
    ACKNOWLEDGED_IN_TIME,
    COMPLAINTS_UPHELD,
    TAKEN_TO_STAGE_TWO,
    SATISFIED_WITH_HANDLING,
    SATISFIED_WITH_OUTCOME,
)
