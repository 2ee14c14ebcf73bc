"""What people tell us: customers and their contacts, cases with clocks, points and remedies, lessons and thanks."""

from complaints.models.allowance import Allowance
from complaints.models.annual_case_figure import AnnualCaseFigure
from complaints.models.annual_report import (
    AnnualComplaintsReport,
    AnnualReportErratum,
    AnnualReportPaper,
    AnnualReportResponse,
)
from complaints.models.attachment import Attachment
from complaints.models.audience import Audience
from complaints.models.case import Case, CaseNumber
from complaints.models.case_entry import CaseEntry
from complaints.models.case_procedure import CaseProcedure
from complaints.models.cause import Cause
from complaints.models.clock import Clock, ClockPause, Extension
from complaints.models.contact import Contact
from complaints.models.customer import Customer, CustomerEntry
from complaints.models.definition import CaseDefinition, DefinitionLine
from complaints.models.feedback_report import FeedbackErratum, FeedbackPaper, FeedbackReport
from complaints.models.feedback_return import FeedbackEntry, FeedbackReturn
from complaints.models.incident import Incident, IncidentTelling
from complaints.models.legal_hold import HoldLift, LegalHold
from complaints.models.lesson import Lesson, LessonAction, LessonCase
from complaints.models.look import Look
from complaints.models.message import Message, MessageText
from complaints.models.ombudsman import OmbudsmanCase, OmbudsmanEntry, OmbudsmanRecommendation
from complaints.models.ombudsman_letter import OmbudsmanLetter
from complaints.models.person_concerned import PersonConcerned
from complaints.models.point import Point, PointAnswer
from complaints.models.remedy import Remedy
from complaints.models.retention_rule import RetentionRule
from complaints.models.retention_run import RetentionRun
from complaints.models.self_assessment import SelfAssessmentAnswer
from complaints.models.survey import Survey
from complaints.models.survey_answer import SurveyAnswer
from complaints.models.survey_request import SurveyRequest
from complaints.models.thanks import Thanks, ThanksNotice
from complaints.models.triage import Triage

__all__ = [
    "Allowance",
    "AnnualCaseFigure",
    "AnnualComplaintsReport",
    "AnnualReportErratum",
    "AnnualReportPaper",
    "AnnualReportResponse",
    "Attachment",
    "Audience",
    "Case",
    "CaseDefinition",
    "CaseEntry",
    "CaseNumber",
    "CaseProcedure",
    "Cause",
    "Clock",
    "ClockPause",
    "Contact",
    "Customer",
    "CustomerEntry",
    "DefinitionLine",
    "Extension",
    "FeedbackEntry",
    "FeedbackErratum",
    "FeedbackPaper",
    "FeedbackReport",
    "FeedbackReturn",
    "HoldLift",
    "Incident",
    "IncidentTelling",
    "LegalHold",
    "Lesson",
    "LessonAction",
    "LessonCase",
    "Look",
    "Message",
    "MessageText",
    "OmbudsmanCase",
    "OmbudsmanEntry",
    "OmbudsmanLetter",
    "OmbudsmanRecommendation",
    "PersonConcerned",
    "Point",
    "PointAnswer",
    "Remedy",
    "RetentionRule",
    "RetentionRun",
    "SelfAssessmentAnswer",
    "Survey",
    "SurveyAnswer",
    "SurveyRequest",
    "Thanks",
    "ThanksNotice",
    "Triage",
]
