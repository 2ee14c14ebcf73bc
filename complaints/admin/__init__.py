"""What administrators keep of cases: procedures, retention, definitions, causes, texts; never a customer or a case."""

from complaints.admin.causes import CauseAdmin
from complaints.admin.definitions import CaseDefinitionAdmin
from complaints.admin.procedures import CaseProcedureAdmin
from complaints.admin.retention import RetentionRuleAdmin
from complaints.admin.surveys import SurveyAdmin
from complaints.admin.texts import MessageTextAdmin

__all__ = [
    "CaseDefinitionAdmin",
    "CaseProcedureAdmin",
    "CauseAdmin",
    "MessageTextAdmin",
    "RetentionRuleAdmin",
    "SurveyAdmin",
]
