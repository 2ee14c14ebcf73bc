"""What our rule says of one row of a published table: its outturn against its target, both as printed."""

from decimal import Decimal

from council.rag import Rag
from performance.choices import Direction, Known, ValueKind
from performance.figures.as_rules import target_of
from performance.models import Indicator
from performance.models import Target as TargetRow
from performance.rules.judgement import Judgement
from performance.rules.published.table import PublishedRow
from performance.rules.rating import rate
from performance.rules.rule import Rule
from performance.rules.target import Target
from performance.rules.targets import TargetProblem, read_target
from performance.rules.travel import travel
from performance.rules.values import ReadValue, ValueProblem, read_known, read_value


def judge(
    indicator: Indicator, printed: PublishedRow, year: int, target_row: TargetRow | None, rule: Rule
) -> Judgement:
    """The judgement of a row; what cannot be read is not known, and the reason says so."""
    known = read_known(printed.outturn) or Known.KNOWN
    read, unreadable = None, ""
    if printed.outturn and known == Known.KNOWN:
        try:
            read = _read(printed.outturn, indicator)
        except ValueProblem as problem:
            unreadable = f"The outturn “{printed.outturn}” cannot be read: {problem.sentence}."
    target, no_target = _target(indicator, printed, target_row)
    direction = Direction(indicator.direction)
    value = read.value if read else None
    low, high = (target.low, target.high) if target else (None, None)
    judged = rate(
        value,
        target,
        direction,
        rule,
        kind=ValueKind(indicator.value_kind),
        unit=indicator.unit,
        words=read.words if read else "",
        known=Known.NOT_KNOWN if unreadable else known,
        forecast=value,
        travel_long=travel(value, _year_before(printed, indicator, year), direction, low=low, high=high),
    )
    why = unreadable or (no_target if judged.status == Rag.NOT_RATED and no_target else judged.why)
    return Judgement(judged.status, why, judged.rule_words, judged.shortfall, judged.shortfall_unit)


def _read(text: str, indicator: Indicator) -> ReadValue:
    return read_value(
        text,
        kind=ValueKind(indicator.value_kind),
        levels=indicator.level_names,
        minimum=indicator.minimum,
        maximum=indicator.maximum,
        unit=indicator.unit,
    )


def _target(indicator: Indicator, printed: PublishedRow, row: TargetRow | None) -> tuple[Target | None, str]:
    """The target as a person resolved it, else as it is printed; and why there is none."""
    written = " ".join(printed.target.split())
    if row is not None and row.as_written == written:
        return target_of(row), ""
    try:
        return read_target(
            written, ValueKind(indicator.value_kind), Direction(indicator.direction), levels=indicator.level_names,
            unit=indicator.unit,
        ), ""  # fmt: skip
    except TargetProblem as problem:
        return None, f"{problem.sentence}."


def _year_before(printed: PublishedRow, indicator: Indicator, year: int) -> Decimal | None:
    """The printed value of the year before."""
    written = next((value.written for value in printed.earlier if value.year == year - 1), "")
    try:
        return _read(written, indicator).value if written else None
    except ValueProblem:
        return None
