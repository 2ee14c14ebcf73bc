"""Who may do what: the roles, the permissions and the table between them.

Closed by default: `SignInFirstMiddleware` asks everybody to sign in, and each view names one permission
with `@allow`. Which rows a person reaches is a matter of scope and is asked of the querysets, not of this table.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from council.models import User


class Role(TextChoices):
    """The job a person signs in to do."""

    OFFICER = "officer", "Officer"
    LEAD_OFFICER = "lead_officer", "Lead officer"
    COMPLAINTS_OFFICER = "complaints_officer", "Complaints officer"
    MEMBER = "member", "Member"
    ADMINISTRATOR = "administrator", "Administrator"


class Permission(TextChoices):
    """One thing that a role may do."""

    SEE_PERFORMANCE = "see_performance", "See dashboards, indicators and portfolios"
    ENTER_RETURNS = "enter_returns", "Enter returns for their own services"
    SIGN_OFF_RETURNS = "sign_off_returns", "Sign off, send back and reopen returns of their own services"
    OVERRIDE_RATINGS = "override_ratings", "Override a rating with a reason"
    REBASE_LIMITS = "rebase_limits", "Start control limits anew with a reason"
    CHALLENGE_RATINGS = "challenge_ratings", "Challenge a rating"
    ANSWER_CHALLENGES = "answer_challenges", "Answer challenges to ratings of their own services"
    SEE_REMINDERS = "see_reminders", "See who has not returned, and who is reminded"
    PUBLISH_RETURNS = "publish_returns", "Publish the signed-off returns of a period"
    KEEP_SETS = "keep_sets", "Draft, decide and adopt the indicator sets of bodies"
    DECLARE_CHANGES = "declare_changes", "Enter annual figures that were printed, and declare why one changed"
    IMPORT_FILES = "import_files", "Import indicators, targets and returns from files"
    WRITE_PROGRESS = (
        "write_progress",
        "Write and present the progress reports of their own posts and services",
    )
    WRITE_SUMMARIES = "write_summaries", "Draft, edit and present executive summaries"
    KEEP_PROMISES = "keep_promises", "Say what became of the promises of their own posts and services"
    KEEP_ACTIONS = "keep_actions", "Plan actions, and say how those of their own posts and services go"
    ASK_QUERIES = "ask_queries", "Ask about a figure, a report or a service"
    ANSWER_QUERIES = "answer_queries", "Answer queries about their own services"
    DRAFT_AMENDMENTS = "draft_amendments", "Draft, propose and withdraw amendments of remits"
    DECIDE_AMENDMENTS = "decide_amendments", "Record by which decision an amendment was made"
    COMMENCE_AMENDMENTS = "commence_amendments", "Give a decided amendment its day of effect"
    TAKE_CASES = "take_cases", "Enter what customers say at the counter, on the phone or in a letter"
    HANDLE_CASES = "handle_cases", "Handle the cases of their own services, and those assigned to them"
    SEE_ALL_CASES = "see_all_cases", "See and assign the cases of every service, and decide what they are"
    KEEP_CUSTOMERS = "keep_customers", "Merge customers who are one person, and take them apart again"
    SEE_CASE_PATTERNS = "see_case_patterns", "See how many cases there are and of what, never whose"
    ROLL_UP_FEEDBACK = (
        "roll_up_feedback",
        "Send feedback returns back, and write and present what they come to",
    )
    MANAGE_REGISTER = "manage_register", "Keep the register in the administration site"


_STAFF = frozenset(
    {
        Permission.SEE_PERFORMANCE,
        Permission.ENTER_RETURNS,
        Permission.WRITE_PROGRESS,
        Permission.KEEP_PROMISES,
        Permission.KEEP_ACTIONS,
        Permission.ANSWER_QUERIES,
        Permission.TAKE_CASES,
        Permission.HANDLE_CASES,
        Permission.SEE_CASE_PATTERNS,
    }
)

PERMISSIONS: dict[str, frozenset[Permission]] = {
    Role.OFFICER: _STAFF,
    Role.LEAD_OFFICER: _STAFF
    | {
        Permission.SIGN_OFF_RETURNS,
        Permission.OVERRIDE_RATINGS,
        Permission.REBASE_LIMITS,
        Permission.ANSWER_CHALLENGES,
        Permission.SEE_REMINDERS,
        Permission.KEEP_SETS,
        Permission.DECLARE_CHANGES,
        Permission.WRITE_SUMMARIES,
        Permission.ROLL_UP_FEEDBACK,
    },
    Role.COMPLAINTS_OFFICER: frozenset(
        {
            Permission.SEE_PERFORMANCE,
            Permission.KEEP_ACTIONS,
            Permission.TAKE_CASES,
            Permission.HANDLE_CASES,
            Permission.SEE_ALL_CASES,
            Permission.KEEP_CUSTOMERS,
            Permission.SEE_CASE_PATTERNS,
            Permission.ROLL_UP_FEEDBACK,
        }
    ),
    Role.MEMBER: frozenset(
        {
            Permission.SEE_PERFORMANCE,
            Permission.CHALLENGE_RATINGS,
            Permission.ASK_QUERIES,
            Permission.SEE_CASE_PATTERNS,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.SEE_PERFORMANCE,
            Permission.REBASE_LIMITS,
            Permission.SEE_REMINDERS,
            Permission.PUBLISH_RETURNS,
            Permission.KEEP_SETS,
            Permission.DECLARE_CHANGES,
            Permission.IMPORT_FILES,
            Permission.WRITE_SUMMARIES,
            Permission.KEEP_PROMISES,
            Permission.KEEP_ACTIONS,
            Permission.ASK_QUERIES,
            Permission.ANSWER_QUERIES,
            Permission.DRAFT_AMENDMENTS,
            Permission.DECIDE_AMENDMENTS,
            Permission.COMMENCE_AMENDMENTS,
            Permission.SEE_CASE_PATTERNS,
            Permission.MANAGE_REGISTER,
        }
    ),
}


class SignedInRequest(HttpRequest):
    """A request that a view behind `@allow` gets: somebody has signed in."""

    user: "User"


View = Callable[..., HttpResponseBase]

METHODS = ("GET", "HEAD", "POST")
"""The methods that pages are asked and forms are sent with; nothing here has a use for another."""


def may(user: "User | AnonymousUser", permission: Permission) -> bool:
    """Whether the user's role holds the permission; nobody who has left or has not signed in holds any."""
    return bool(user.is_active and permission in PERMISSIONS.get(getattr(user, "role", ""), frozenset()))


def allow(permission: Permission) -> Callable[[View], View]:
    """Lets a view answer only those who hold the permission; others get 403, and odd methods 405."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: SignedInRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not may(request.user, permission):
                raise PermissionDenied
            if request.method not in METHODS:
                return HttpResponseNotAllowed(METHODS)
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate
