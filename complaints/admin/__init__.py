"""What administrators keep of cases: procedures, definitions, causes and texts; never a customer or a case."""

from complaints.admin.causes import CauseAdmin
from complaints.admin.definitions import CaseDefinitionAdmin
from complaints.admin.procedures import CaseProcedureAdmin
from complaints.admin.surveys import SurveyAdmin
from complaints.admin.texts import MessageTextAdmin

__all__ = ["CaseDefinitionAdmin", "CaseProcedureAdmin", "CauseAdmin", "MessageTextAdmin", "SurveyAdmin"]
