"""What is odd about single rows of a published table: their status, values, target, benchmark and follow-up."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from council.periods import year_name
from council.rag import Rag
from performance.choices import NUMERIC_KINDS, ReferenceKind, ValueKind
from performance.rules.distance import Aim, distance
from performance.rules.published.cells import Cell, read_cell
from performance.rules.published.headings import Role
from performance.rules.published.kinds import KindGuess, guess_direction, guess_kind
from performance.rules.published.references import reference_kind
from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.sentences import listed, quoted
from performance.rules.published.statuses import says_not_known
from performance.rules.published.table import EarlierValue, PublishedRow, PublishedTable
from performance.rules.targets import AmbiguousTarget, TargetProblem, read_target

OFF_TARGET = (Rag.RED, Rag.AMBER)
FOLLOW_UP = (Role.ACTION, Role.OWNER, Role.DUE)

_CLOSING = ' .")]’”'
_FOLLOW_UP_NAMES = {Role.ACTION: "action", Role.OWNER: "owner", Role.DUE: "date"}


@dataclass(frozen=True)
class _Looked:
    """A row with what its cells were read as."""

    row: PublishedRow
    table: PublishedTable

    @cached_property
    def guess(self) -> KindGuess:
        return guess_kind(self.row.indicator, self.row.values)

    @cached_property
    def latest(self) -> EarlierValue | None:
        """The newest earlier value that is a figure."""
        figures = [value for value in self.row.earlier if read_cell(value.written).is_number]
        return figures[-1] if figures else None

    def remark(self, code: Oddity, sentence: str) -> list[Remark]:
        return [Remark(code, sentence, (self.row.index,))]


def row_remarks(row: PublishedRow, table: PublishedTable) -> list[Remark]:
    """Everything odd about one row that can be told from the row itself."""
    looked = _Looked(row, table)
    return [remark for check in _CHECKS for remark in check(looked)]


def _status(looked: _Looked) -> list[Remark]:
    """The status against whether there is an outturn at all."""
    row, rag = looked.row, looked.row.rag
    if rag is None:
        sentence = "No status is given."
        if row.status:
            sentence = f"{quoted(row.status)} is not a status: red, amber, green or not known."
        return looked.remark(Oddity.STATUS_UNREAD, sentence)
    if rag == Rag.NOT_KNOWN:
        if not read_cell(row.outturn).kind:
            return []
        sentence = f"The status is not known, though the estimated outturn is given: {quoted(row.outturn)}."
        return looked.remark(Oddity.NOT_KNOWN_BESIDE_VALUE, sentence)
    if says_not_known(row.outturn):
        sentence = (
            f"The estimated outturn is {quoted(row.outturn)}, but the status is {rag.word.lower()}: "
            "not known is a status of its own."
        )
        return looked.remark(Oddity.STATUS_BESIDE_NOT_KNOWN, sentence)
    if not read_cell(row.outturn).kind:
        sentence = f"The status is {rag.word.lower()}, but no estimated outturn is given."
        return looked.remark(Oddity.STATUS_BESIDE_BLANK, sentence)
    return []


def _carried_forward(looked: _Looked) -> list[Remark]:
    """An outturn that is an older figure again, where nothing was measured in between."""
    latest, outturn = looked.latest, read_cell(looked.row.outturn)
    if latest is None or outturn.value is None or read_cell(latest.written).value != outturn.value:
        return []
    note = read_cell(latest.written).note
    is_old = latest.year < looked.table.year - 1
    if not is_old and "survey" not in note.casefold():
        return []
    source = f" ({note})" if note else ""
    since = ", and no figure is given for the years between" if is_old else ""
    sentence = (
        f"The estimated outturn, {looked.row.outturn}, is the figure of {year_name(latest.year)}{source} again"
        f"{since}: it looks carried forward, not measured."
    )
    return looked.remark(Oddity.CARRIED_FORWARD, sentence)


def _ambiguous_target(looked: _Looked) -> list[Remark]:
    """A target such as +5% of a percentage, with both things that it can mean."""
    guess, row = looked.guess, looked.row
    if guess.is_mixed or guess.kind not in NUMERIC_KINDS:
        return []
    base = read_cell(looked.latest.written).value if looked.latest else None
    direction = guess_direction(row.indicator, row.target).direction
    try:
        read_target(row.target, guess.kind, direction, base=base, unit=guess.unit)
    except AmbiguousTarget as ambiguous:
        meanings = listed([reading.meaning for reading in ambiguous.readings], "or")
        sentence = f"The target {quoted(row.target)} can mean {meanings}. The table does not say which."
        return looked.remark(Oddity.TARGET_AMBIGUOUS, sentence)
    except TargetProblem:
        return []
    return []


def _top_quarter(looked: _Looked) -> list[Remark]:
    """The top 25% against the council's own target, or its absence from a national indicator with figures."""
    row, guess = looked.row, looked.guess
    top, target = read_cell(row.top_quarter), read_cell(row.target)
    if not top.kind:
        return _no_top_quarter(looked)
    comparable = top.kind == target.kind and not guess.is_mixed and not target.is_change
    if not comparable or not _is_behind(top, target, row):
        return []
    outturn = read_cell(row.outturn)
    reached = outturn.kind == top.kind and not _is_behind(outturn, top, row)
    sentence = (
        f"The top 25%, {row.top_quarter}, is behind the council's own target, {row.target}: the council aims beyond it"
        f"{f', and its outturn, {row.outturn}, is not below the top quarter' if reached else ''}."
    )
    return looked.remark(Oddity.TOP_QUARTER_BEHIND_TARGET, sentence)


def _is_behind(cell: Cell, mark: Cell, row: PublishedRow) -> bool:
    """Whether one figure is worse than another; dates and words are not compared."""
    if cell.value is None or mark.value is None or cell.kind == ValueKind.DATE:
        return False
    direction = guess_direction(row.indicator, row.target).direction
    return distance(cell.value, Aim.at(mark.value, mark.value, direction)).short > 0


def _no_top_quarter(looked: _Looked) -> list[Remark]:
    row, guess = looked.row, looked.guess
    has_column = looked.table.layout.column(Role.TOP_QUARTER) is not None
    is_national = reference_kind(row.reference) == ReferenceKind.NATIONAL
    if not has_column or not is_national or guess.is_mixed or guess.kind not in NUMERIC_KINDS:
        return []
    sentence = (
        "No top 25% is given for this national indicator, so it stands without other councils beside it."
    )
    return looked.remark(Oddity.TOP_QUARTER_MISSING, sentence)


def _questions(looked: _Looked) -> list[Remark]:
    """Two questions in one indicator, the last without its question mark, and answers of different kinds."""
    row, found = looked.row, []
    questions = [part.strip() for part in row.indicator.split("?") if part.strip(_CLOSING)]
    if "?" in row.indicator and len(questions) > 1:
        asked = listed([quoted(question) for question in questions])
        sentence = (
            f"One indicator asks {len(questions)} questions, {asked}: one answer cannot serve them all."
        )
        found += looked.remark(Oddity.QUESTIONS_IN_ONE, sentence)
        if not row.indicator.rstrip(_CLOSING).endswith("?"):
            sentence = f"The last question, {quoted(questions[-1])}, has no question mark."
            found += looked.remark(Oddity.QUESTION_MARK_MISSING, sentence)
    if looked.guess.is_mixed:
        kinds = " ".join(looked.guess.evidence)
        found += looked.remark(
            Oddity.ANSWERS_DIFFER, f"The cells of this row are of different kinds. {kinds}"
        )
    return found


def _follow_up(looked: _Looked) -> list[Remark]:
    """Off target without an action, an owner or a date in the table."""
    row, rag = looked.row, looked.row.rag
    if rag not in OFF_TARGET:
        return []
    cells = {Role.ACTION: row.action, Role.OWNER: row.owner, Role.DUE: row.due}
    missing = [_FOLLOW_UP_NAMES[role] for role in FOLLOW_UP if not cells[role]]
    if not missing or rag is None:
        return []
    columns = [role for role in FOLLOW_UP if looked.table.layout.column(role)]
    why = "" if columns else ": the table has no columns for them"
    sentence = f"The status is {rag.word.lower()}, but the row has no {listed(missing, 'or')}{why}."
    return looked.remark(Oddity.OFF_TARGET_WITHOUT_ACTION, sentence)


_CHECKS: tuple[Callable[[_Looked], list[Remark]], ...] = (
    _status,
    _carried_forward,
    _ambiguous_target,
    _top_quarter,
    _questions,
    _follow_up,
)
