"""The objects of cases, and of what is made of them, that addresses name: a part of `scene`."""

from dataclasses import dataclass

from complaints.models import (
    AnnualComplaintsReport,
    Attachment,
    Case,
    Cause,
    Customer,
    FeedbackReport,
    Incident,
    Lesson,
    Message,
    OmbudsmanCase,
    OmbudsmanLetter,
    OmbudsmanRecommendation,
    Remedy,
    SurveyRequest,
)
from portfolios.models import Action


@dataclass(frozen=True)
class CaseScene:
    """What customers said, and what the council made of it."""

    feedback: FeedbackReport
    feedback_draft: FeedbackReport
    case: Case
    survey_request: SurveyRequest
    """What a customer is asked of how their case went; nothing was said yet."""
    customer: Customer
    other_customer: Customer
    merged_customer: Customer
    """One of the entries that were merged into the customer."""
    incident: Incident
    remedy: Remedy
    """Promised in the case, and not done yet."""
    attachment: Attachment
    letter: Message
    """To a customer who does not hear by e-mail."""
    ombudsman_case: OmbudsmanCase
    """It follows the case, and is decided."""
    recommendation: OmbudsmanRecommendation
    annual_letter: OmbudsmanLetter
    annual: AnnualComplaintsReport
    annual_draft: AnnualComplaintsReport
    lesson: Lesson
    action: Action
    cause: Cause
