"""The self-assessment of a year: each paragraph of both codes with what the records say and what a person said."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from complaints.choices import OMBUDSMEN, CaseKind, Code, Compliance
from complaints.figures.case_page import times_of
from complaints.figures.self_assessment import measured
from complaints.models import AnnualComplaintsReport, CaseProcedure, SelfAssessmentAnswer
from complaints.rules.code_paragraphs import CODES, MEASURES, NUMBERS_ONLY
from complaints.rules.departures import departures_named
from complaints.rules.self_assessment import (
    Assessed,
    Measured,
    Paragraph,
    as_values,
    evidence_sentence,
    found_by_records,
)
from council.periods import Span

NO_REASON = "No reason is on record."
Departures = Mapping[str, list[str]]


def assessments_of(
    report: AnnualComplaintsReport, *, on: datetime.date, hide: bool, only: str = ""
) -> list[Assessed]:
    """Every paragraph of the codes that the council's procedures keep to; small numbers hidden for the public.

    The Housing Ombudsman's code counts only where a procedure of the year is under it. `only` asks for one code.
    """
    answers = {
        (each.code, each.paragraph): each for each in SelfAssessmentAnswer.objects.filter(report=report)
    }
    procedures = _procedures(report.span)
    found = []
    for code in (each for each in codes_of(procedures) if only in ("", each)):
        counts = measured(report.span, code, on=on)
        departs = _departures(each for each in procedures if each.code == code)
        for paragraph in CODES[code]:
            answer = answers.get((code, paragraph.key))
            found.append(_assessed(code, paragraph, counts, departs, answer, hide=hide))
    return found


def codes_of(procedures: Iterable[CaseProcedure]) -> list[Code]:
    """The codes that a council assesses itself against: that of councils always, that of landlords where it is one."""
    used = {each.code for each in procedures}
    return [each for each in OMBUDSMEN if each == Code.OMBUDSMAN or each in used]


def assessment_values(assessments: Iterable[Assessed]) -> list[dict[str, Any]]:
    """A self-assessment as plain values."""
    return [as_values(each, code_name=Code(each.code).label, evidence=each.evidence) for each in assessments]


def _procedures(span: Span) -> list[CaseProcedure]:
    """Those of complaints that a case of the year may be handled by."""
    rows = CaseProcedure.objects.filter(kind=CaseKind.COMPLAINT, starts_on__lte=span.end)
    return list(rows.exclude(ends_on__lt=span.start).order_by("name", "starts_on", "pk"))


def _departures(procedures: Iterable[CaseProcedure]) -> Departures:
    """Each departure from the code with the reason on record, by the time in which it departs."""
    found: dict[str, list[str]] = {}
    for each in procedures:
        why = f"Why: {each.departs_why}" if each.departs_why else NO_REASON
        for name, sentence in departures_named(each.kind, each.code, times_of(each)):
            found.setdefault(name, []).append(f"{each.name}: {sentence} {why}")
    return found


def _assessed(
    code: Code,
    paragraph: Paragraph,
    counts: Mapping[str, Measured],
    departs: Departures,
    answer: SelfAssessmentAnswer | None,
    *,
    hide: bool,
) -> Assessed:
    departures = tuple(sentence for name in paragraph.departs for sentence in departs.get(name, ()))
    by_records = found_by_records(paragraph, counts, departures)
    return Assessed(
        code=code,
        paragraph=paragraph,
        finding=Compliance(answer.finding) if answer else by_records,
        by_records=by_records,
        evidence=tuple(
            evidence_sentence(MEASURES[each], counts[each], hide=hide, is_share=each not in NUMBERS_ONLY)
            for each in paragraph.counted
        ),
        departures=departures,
        words=answer.words if answer else "",
        measured={each: counts[each] for each in paragraph.counted},
    )
