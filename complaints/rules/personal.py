"""What becomes of every column that could say who somebody is, when a case or a customer is anonymised.

A test reads the models and asks of each column that could hold words, and of each link to a customer or a person,
that it stands here: taken out, or kept with its reason. So no new column is forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

TAKEN_OUT = "Taken out"
"""Stands where words have to be; everywhere else nothing does."""
_OWN = "the council’s own words, about no customer"
_FIGURES = "figures, and what a team says of a quarter; it is written to be read by members"
_NUMBER = "a number of ours that says nothing by itself"


@dataclass(frozen=True, kw_only=True)
class Becomes:
    """What becomes of the columns of one model, and how its rows are found."""

    case: str | None = None
    """The way from a row to its case, as a lookup; "pk" where the row is the case; None where it is of none."""
    customer: str | None = None
    """The way to the customer, where a row may be of a customer alone."""
    cleared: Mapping[str, str] = field(default_factory=dict)
    """Columns that are taken out, each with what then stands there."""
    moved: tuple[str, ...] = ()
    """Links to a customer, which go to the nobody who takes the customer's place."""
    goes: bool = False
    """Whether the row itself is taken out."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Columns that stay, each with its reason."""


PERSONAL: Mapping[str, Becomes] = {
    "Allowance": Becomes(kept={"key": "a keyed sum of one day, from which nobody can be read"}),
    "AnnualCaseFigure": Becomes(kept=dict.fromkeys(("as_written", "document", "page", "why"), _FIGURES)),
    "AnnualComplaintsReport": Becomes(
        kept=dict.fromkeys(
            (
                *("quality", "non_compliance", "improvements"),
                *("letter_words", "other_reports", "assessed_again_why"),
            ),
            _FIGURES,
        )
    ),
    "AnnualReportErratum": Becomes(kept={"words": _FIGURES}),
    "AnnualReportPaper": Becomes(kept={"content": _FIGURES}),
    "AnnualReportResponse": Becomes(kept={"decision": _OWN, "words": _OWN}),
    "Attachment": Becomes(
        case="case",
        cleared={"name": TAKEN_OUT, "digest": ""},
        kept={"key": _NUMBER, "type": "the kind of file"},
    ),
    "Audience": Becomes(kept={"who": _OWN, "how": _OWN}),
    "Case": Becomes(
        case="pk",
        cleared={"subject": "", "words": "", "wants": "", "authority": ""},
        moved=("customer", "representative"),
        kept={
            "reference": "a new one by chance takes its place",
            "link_nonce": "a new one by chance takes its place",
            "link_hash": "a new one by chance takes its place, which no link leads to",
            "sent_as": "a number by chance, by which the same form sent twice makes one case",
        },
    ),
    "CaseDefinition": Becomes(kept={"source": _OWN, "why": _OWN}),
    "CaseEntry": Becomes(case="case", cleared={"note": ""}),
    "CaseProcedure": Becomes(
        kept=dict.fromkeys(("name", "source", "departs_why", "ombudsman", "ombudsman_contact"), _OWN)
    ),
    "Cause": Becomes(kept={"name": _OWN, "meaning": _OWN}),
    "Clock": Becomes(case="case", cleared={"late_why": ""}, kept={"rule": _OWN}),
    "ClockPause": Becomes(case="clock__case", cleared={"why": TAKEN_OUT}),
    "Contact": Becomes(case="case", customer="customer", cleared={"words": ""}, moved=("customer",)),
    "Customer": Becomes(
        customer="pk",
        cleared=dict.fromkeys(
            (
                *("name", "email", "phone", "address", "postcode", "adjustments"),
                *("email_key", "phone_key", "place_key"),
            ),
            "",
        ),
        kept=dict.fromkeys(("merged_into", "said_to_be"), "leads to a customer who is anonymised with it"),
    ),
    "CustomerEntry": Becomes(
        customer="customer",
        cleared={"note": ""},
        kept={
            "fields": "which fields were changed, never what they were",
            "customer": "whose entry it is: nobody’s by then",
            "other": "another customer, who is anonymised with it or was taken apart",
        },
    ),
    "DefinitionLine": Becomes(kept={"number": _OWN, "words": _OWN}),
    "Extension": Becomes(case="clock__case", cleared={"why": TAKEN_OUT}),
    "FeedbackEntry": Becomes(kept={"note": _FIGURES, "content": _FIGURES}),
    "FeedbackErratum": Becomes(kept={"words": _FIGURES}),
    "FeedbackPaper": Becomes(kept={"content": _FIGURES}),
    "FeedbackReport": Becomes(kept={"summary": _FIGURES, "chief_executive": _FIGURES}),
    "FeedbackReturn": Becomes(
        kept=dict.fromkeys(("requests", "complaints", "compliments", "actions", "content"), _FIGURES)
    ),
    "HoldLift": Becomes(case="hold__case", customer="hold__customer", cleared={"why": TAKEN_OUT}),
    "Incident": Becomes(kept={"title": _OWN, "words": _OWN}),
    "IncidentTelling": Becomes(kept={"words": _OWN}),
    "LegalHold": Becomes(
        case="case",
        customer="customer",
        cleared={"why": TAKEN_OUT},
        kept={"customer": "whom it was for: nobody by then"},
    ),
    "Lesson": Becomes(
        kept=dict.fromkeys(("what", "told_to", "changed"), _OWN) | {"sent_as": _NUMBER},
    ),
    "Look": Becomes(case="case", moved=("customer",)),
    "Message": Becomes(
        case="case",
        cleared={"to": "", "subject": TAKEN_OUT, "body": TAKEN_OUT, "last_error": ""},
        kept={"key": _NUMBER, "claim": _NUMBER},
    ),
    "MessageText": Becomes(kept={"subject": _OWN, "body": _OWN}),
    "OmbudsmanCase": Becomes(
        case="case",
        cleared={"subject": TAKEN_OUT, "fault": "", "injustice": ""},
        kept={
            "their_reference": "the Ombudsman’s own number, under which decisions are published without names"
        },
    ),
    "OmbudsmanEntry": Becomes(case="ombudsman_case__case", cleared={"note": ""}),
    "OmbudsmanLetter": Becomes(kept=dict.fromkeys(("source", "words", "printed", "topics"), _FIGURES)),
    "OmbudsmanRecommendation": Becomes(
        case="ombudsman_case__case", cleared={"what": TAKEN_OUT, "shown_by": TAKEN_OUT}
    ),
    "PersonConcerned": Becomes(case="case", goes=True),
    "Point": Becomes(case="case", cleared={"words": TAKEN_OUT}),
    "PointAnswer": Becomes(case="point__case", cleared={"words": TAKEN_OUT}),
    "Remedy": Becomes(case="case", cleared={"what": TAKEN_OUT, "given_up_why": ""}),
    "RetentionRule": Becomes(kept={"source": _OWN, "why": _OWN}),
    "SelfAssessmentAnswer": Becomes(kept={"paragraph": _OWN, "words": _OWN}),
    "Survey": Becomes(kept=dict.fromkeys(("name", "handling_question", "outcome_question"), _OWN)),
    "SurveyAnswer": Becomes(
        case="request__case", cleared={"words": ""}, kept={"said": "a mark, which figures are made from"}
    ),
    "SurveyRequest": Becomes(
        case="case",
        cleared={"words": ""},
        kept=dict.fromkeys(("link_nonce", "link_hash"), "a new one by chance takes its place"),
    ),
    "Thanks": Becomes(
        case="case",
        cleared={"words": TAKEN_OUT, "deed": ""},
        kept={"person": "whom the thanks were for: somebody who works for the council"},
    ),
    "ThanksNotice": Becomes(kept={"claim": _NUMBER, "last_error": _OWN}),
    "Triage": Becomes(case="case", cleared={"why": TAKEN_OUT}),
}
"""Each model of cases, by its name. A model with history may clear nothing: its history would keep it."""
