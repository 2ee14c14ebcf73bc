"""The cells of a return in a file: read as an officer's entry, beside what the return says already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from council.text import TextProblem, clean_text
from performance.choices import Known, ValueStatus
from performance.figures.assessment import Entry, entry_of
from performance.models import Indicator, Revision
from performance.rules.importing.lines import Line
from performance.rules.importing.plan import Difference, Draft
from performance.rules.importing.words import VALUE_STATUSES, WordProblem, read_choice
from performance.rules.published.ditto import Comment
from performance.rules.readiness import COMMENT_LIMIT
from performance.rules.values import ReadValue, ValueProblem, read_known, read_value

LONGEST_SINCE = 100
LONGEST_FORECAST = 200


@dataclass(frozen=True)
class ReturnRead:
    """What a line says of a return: the entry it would come to, what that changes, and how it was read."""

    entry: Entry
    differences: tuple[Difference, ...]
    notices: tuple[str, ...]


def read_return(
    line: Line,
    indicator: Indicator,
    comment: Comment,
    draft: Draft,
    *,
    before: Revision | None,
    usual: Sequence[Decimal],
) -> ReturnRead | None:
    """The return of a line; a blank cell leaves what was there. None, with a problem noted, if one cannot be read."""
    count = len(draft.problems)
    entry, notices = Entry() if before is None else entry_of(before), []
    found: list[Difference] = []
    if line["value"] and not says_the_same(line["value"], indicator, before):
        notices += _check_value(line, indicator, draft, usual)
        found.append(Difference("Value", value_words(before), line["value"]))
        entry = replace(entry, as_written=line["value"], known=Known.KNOWN)
    status = _status(line, draft)
    if status and status != entry.value_status:
        found.append(Difference("Value is", _status_words(before), str(ValueStatus(status).label)))
        entry = replace(entry, value_status=ValueStatus(status))
    if line["carried_from"] and line["carried_from"] != entry.carried_from:
        _check_length(line, "carried_from", LONGEST_SINCE, draft)
        found.append(Difference("Last measured", entry.carried_from, line["carried_from"]))
        entry = replace(entry, carried_from=line["carried_from"])
    forecast = line["forecast_as_written"]
    if forecast and forecast != entry.forecast_as_written:
        _check_length(line, "forecast_as_written", LONGEST_FORECAST, draft)
        found.append(Difference("Year-end forecast", entry.forecast_as_written, forecast))
        entry = replace(entry, forecast_as_written=forecast)
    if comment.as_written and comment.as_written != entry.comment:
        _check_length(line, "comment", COMMENT_LIMIT, draft)
        if comment.resolved is None:
            draft.problems.append(line.problem(comment.sentence or "", "comment"))
        found.append(Difference("Comment", entry.comment, comment.as_written))
        resolved = comment.resolved or ""
        entry = replace(entry, comment=comment.as_written, comment_resolved=resolved)
        if resolved != comment.as_written:
            notices.append(f"“{comment.as_written}” is kept, and stands for “{resolved}”.")
    return None if len(draft.problems) > count else ReturnRead(entry, tuple(found), tuple(notices))


def value_words(revision: Revision | None) -> str:
    """The value of a return as it was written; "" for none."""
    if revision is None:
        return ""
    return revision.as_written or (str(Known(revision.known).label) if revision.known != Known.KNOWN else "")


def _entry_before(revision: Revision | None) -> Entry:
    return entry_of(revision) if revision else Entry()


def says_the_same(text: str, indicator: Indicator, before: Revision | None) -> bool:
    """Whether a text says in its own words what the return says already: 45 for 45%."""
    if before is None:
        return False
    if text == before.as_written:
        return True
    said = read_known(text)
    if said != Known.KNOWN or before.known != Known.KNOWN:
        return said == before.known
    try:
        read = read_of(text, indicator, ())
    except ValueProblem:
        return False
    return (read.value, read.words) == (before.value, before.words) and bool(before.as_written)


def _check_value(line: Line, indicator: Indicator, draft: Draft, usual: Sequence[Decimal]) -> list[str]:
    """Notes a problem where the value cannot be read; gives how it was read where that is worth saying."""
    if read_known(line["value"]) != Known.KNOWN:
        return []
    try:
        read = read_of(line["value"], indicator, usual)
    except ValueProblem as problem:
        sentence = problem.sentence if problem.sentence.endswith((".", "?")) else f"{problem.sentence}."
        draft.problems.append(line.problem(sentence, "value"))
        return []
    return [read.notice] if read.notice else []


def read_of(text: str, indicator: Indicator, usual: Sequence[Decimal]) -> ReadValue:
    """The value that a text is for an indicator. ValueProblem where it is none."""
    return read_value(
        text,
        kind=indicator.value_kind,  # type: ignore[arg-type]
        levels=indicator.level_names,
        minimum=indicator.minimum,
        maximum=indicator.maximum,
        unit=indicator.unit,
        usual=usual,
    )


def _status(line: Line, draft: Draft) -> str:
    if not line["value_status"]:
        return ""
    try:
        return read_choice(line["value_status"], ValueStatus.choices, VALUE_STATUSES)
    except WordProblem as problem:
        draft.problems.append(line.problem(problem.sentence, "value_status"))
        return ""


def _status_words(revision: Revision | None) -> str:
    return str(ValueStatus(revision.value_status).label) if revision else ""


def _check_length(line: Line, name: str, most: int, draft: Draft) -> None:
    try:
        clean_text(line[name], limit=most, lines=name == "comment")
    except TextProblem as problem:
        draft.problems.append(line.problem(f"{problem.sentence}.", name))
