"""The roles, and what a line of the matrix answers to each of them: whom pages are for, by name."""

ROLES = (
    "stranger",
    "disabled",
    "officer",
    "other officer",
    "lead officer",
    "member",
    "administrator",
    "complaints officer",
)

#            stranger and disabled | officer, other | lead officer, member, administrator | complaints officer
EVERYBODY = "302 302  200 200  200 200 200  200"
OFFICERS = "302 302  200 200  200 403 403  403"
OWN = "302 302  200 404  200 403 403  403"
LEAD = "302 302  403 403  200 403 403  403"
MEMBERS = "302 302  403 403  403 200 403  403"
OVERSEERS = "302 302  403 403  200 403 200  403"
ADMINISTRATORS = "302 302  403 403  403 403 200  403"
REBASERS = "302 302  403 403  200 403 200  403"
ASKERS = "302 302  403 403  403 200 200  403"
# What lead officers and administrators keep: indicator sets, and the registry of annual figures.
KEEPERS_OF_SETS = "302 302  403 403  200 403 200  403"
WRITERS_OF_SUMMARIES = KEEPERS_OF_SETS
# Who may say what became of a promise, or answer a query: those whose it is, and administrators.
KEEPERS_ON_GET = "302 302  405 405  405 403 405  403"
KEEPERS = "302 302  200 404  200 403 200  403"
# Who handles the cases of the service: its officers, and the complaints team for all.
HANDLERS = "302 302  200 404  200 403 403  200"
# Who says whom a case is about: the complaints team alone.
COMPLAINTS_TEAM = "302 302  403 403  403 403 403  200"
# Who has cases, and enters what customers say.
TAKERS = "302 302  200 200  200 403 403  200"
# Who sends feedback returns back, and writes what they come to.
ROLLERS_UP = "302 302  403 403  200 403 403  200"
# Who plans actions, and changes those of their own posts and services.
PLANNERS = "302 302  200 200  200 403 200  200"
OWN_ACTIONS = "302 302  200 404  200 403 200  200"
OWN_ACTIONS_ON_GET = "302 302  405 405  405 403 405  405"
HANDLERS_ON_GET = "302 302  405 405  405 403 403  405"
NOTHING_TOLD = "302 302  302 302  302 302 302  302"
NONE = "405 405  405 405  405 405 405  405"
PUBLIC = "200 200  200 200  200 200 200  200"
