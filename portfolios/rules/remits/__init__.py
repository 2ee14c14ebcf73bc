"""Remits and the words that change them.

Every word of a remit comes from an amendment; the remits of a day are the amendments up to that day, applied in order.
"""

from portfolios.rules.remits.applying import apply
from portfolios.rules.remits.clause import clause
from portfolios.rules.remits.finding_words import Hit, find_words
from portfolios.rules.remits.operative import Applied, Effect, Item, Operative, Problem, Remit, Remits, Term
from portfolios.rules.remits.overlaps import Overlap, overlaps
from portfolios.rules.remits.provenance import Marked, Note, marked, notes
from portfolios.rules.remits.replay import Replayed, broken_by, earlier, replay
from portfolios.rules.remits.runs import Run, text_of
from portfolios.rules.remits.steps import may_follow

__all__ = [
    "Applied",
    "Effect",
    "Hit",
    "Item",
    "Marked",
    "Note",
    "Operative",
    "Overlap",
    "Problem",
    "Remit",
    "Remits",
    "Replayed",
    "Run",
    "Term",
    "apply",
    "broken_by",
    "clause",
    "earlier",
    "find_words",
    "marked",
    "may_follow",
    "notes",
    "overlaps",
    "replay",
    "text_of",
]
