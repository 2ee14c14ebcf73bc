"""The annual complaints reports of the demo council: last year's with its response, this year's as a draft."""

import datetime

from complaints.choices import CaseFigureKind, Compliance
from complaints.figures.assessing import assessments_of
from complaints.models import AnnualComplaintsReport
from complaints.operations.annual_case_figures import PrintedFigure, record_figure
from complaints.operations.annual_reports import (
    add_response,
    answer_paragraph,
    begin_annual_report,
    present_annual_report,
    write_annual_report,
)
from council.demo.cases.ombudsman import build_letter
from council.demo.days import moment
from council.demo.register import Register
from portfolios.models import Body

LETTER_AFTER, DATED_AFTER, MET_AFTER = 50, 60, 8
"""Working days from the end of the year to the letter and to the report, and from there to the response."""
SAID = {
    "1-2": "The definition of a complaint is version-numbered, and staff are told of each version.",
    "1-4": "Triage goes by the line of the definition that each case was decided by.",
    "1-5": "The form never asks for the word, and lets somebody speak for a customer.",
    "1-7": "A customer who is unhappy with a response complains with one click; the request goes on.",
    "1-8": "Requests have clocks of their own and are looked at in quarterly returns.",
    "2-5": "Every refusal is decided on its own and looked at by the complaints team.",
    "6-1": "Needs that customers tell us of stand above their case on every page.",
    "7-1": "Answers say what went wrong, and remedies are promised with a post and a day.",
    "8-3": "There was no restructure and no change of procedures in the year.",
    "9-3": "Quarterly reports go to committees, and learning to team meetings.",
    "9-4": "The Head of Customer Services answers for complaints; the Cabinet Member for Customers leads.",
    "9-7": "The Cabinet Member gets figures every month and this report every year.",
    "status": "The council keeps homes for people who are homeless, and keeps to the code for them.",
    "6-12": "Nobody is asked why they want stage 2.",
}
UNSAID = "The records have nothing of this kind in the year. Staff are told how it is done when it comes up."
WORDS = {
    "quality": (
        "Most complaints were about missed collections in the spring, when rounds were changed. Replies are clearer "
        "than a year ago: points are answered one by one. Where we were late, it was mostly because a case changed "
        "hands twice."
    ),
    "non_compliance": (
        "Some acknowledgements and replies were late. From May, cases that nobody has taken are given out every "
        "morning, and the complaints team looks at each one that is due within two days."
    ),
    "improvements": (
        "Crews now see assisted collections on their round sheets. Payment plans are entered on the day they are "
        "agreed. Letters about council tax were rewritten with people who receive them."
    ),
    "letter_words": "Both complaints that were upheld are dealt with above. We did what was recommended, in time.",
    "other_reports": "No public interest report was made about the council in the year.",
    "assessed_again_why": "",
}
RESPONSE = (
    "Members welcome that more people find it easy to complain. They ask for the share of replies in time at each "
    "meeting until it is above nine in ten, and thank the staff who answered."
)
MONITORING = "Complaints monitoring report"
PAPER = "Performance report on customer service, December 2002"


def build_annual_reports(register: Register) -> None:
    """The report of the last year that is over for long enough, and the one after it."""
    days, by = register.days, register.users["complaints"]
    year = days.year - 1
    end = datetime.date(year + 1, 3, 31)
    build_letter(register, year, dated_on=days.working_day(end, LETTER_AFTER))
    dated = days.working_day(end, DATED_AFTER)
    met = days.working_day(dated, MET_AFTER)
    report = begin_annual_report(year=year, by=by, at=moment(days.working_day(end, 5), 0.4))
    _present(register, report, dated)
    body = Body.objects.get(name="Council")
    decision = "The report was received, and the self-assessment agreed."
    add_response(report, body=body, met_on=met, decision=decision, words=RESPONSE, by=by, at=moment(met, 0.9))
    draft = begin_annual_report(year=year + 1, by=by, at=moment(days.working_day(days.today, -10), 0.4))
    words = dict.fromkeys(WORDS, "") | {"improvements": "To come: what the garden waste rounds taught us."}
    write_annual_report(draft, words, expected=draft.version, by=by)
    _print(register)


def _present(register: Register, report: AnnualComplaintsReport, dated: datetime.date) -> None:
    by = register.users["complaints"]
    for each in assessments_of(report, on=dated, hide=False):
        if each.finding == Compliance.ASK:
            answer_paragraph(
                report,
                code=each.code,
                paragraph=each.paragraph.key,
                finding=Compliance.COMPLIES,
                words=SAID.get(each.paragraph.key, UNSAID),
                expected=0,
                by=by,
            )
    report.refresh_from_db()
    row = write_annual_report(report, WORDS, expected=report.version, by=by)
    present_annual_report(row, expected=row.version, dated_on=dated, by=by, at=moment(dated, 0.7))
    report.refresh_from_db()


def _print(register: Register) -> None:
    """What a paper of 2002 printed of 2001/02: 747 complaints, of which 639 were justified."""
    at, by = register.set_up_at, register.users["complaints"]
    for kind, value in ((CaseFigureKind.RECEIVED, 747), (CaseFigureKind.JUSTIFIED, 639)):
        for document, day in ((MONITORING, None), (PAPER, datetime.date(2002, 12, 1))):
            printed = PrintedFigure(
                year=2001, kind=kind, as_written=str(value), value=value, document=document, document_on=day
            )
            record_figure(printed, by=by, at=at)
