"""The ground's own rows: who may sign in, what carries a version, and the holidays that clocks skip."""

from council.models.bank_holiday import BankHoliday
from council.models.user import User
from council.models.versioned import Versioned

__all__ = ["BankHoliday", "User", "Versioned"]
