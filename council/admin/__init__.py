"""The register in Django admin: who may keep it, why each change was made, and never over somebody else's save."""

from council.admin.boxes import YearField
from council.admin.calendar import BankHolidayAdmin, ClosureDayAdmin
from council.admin.register import RegisterAdmin, RegisterInline
from council.admin.row_forms import RegisterForm, RowForm
from council.admin.users import UserAdmin

__all__ = [
    "BankHolidayAdmin",
    "ClosureDayAdmin",
    "RegisterAdmin",
    "RegisterForm",
    "RegisterInline",
    "RowForm",
    "UserAdmin",
    "YearField",
]
