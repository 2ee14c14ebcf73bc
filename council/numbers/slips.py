"""Figures written in a way that could be taken wrongly: refused, with the exact figure to type instead."""

import re
from decimal import Decimal

from council.numbers.question import NumberProblem, Quantity, Question, storable

_FIGURE = re.compile(
    r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:\.[0-9]*)?|\.[0-9]+"
)
# What people write for having no figure. "-", "??" and "..." are found by their lack of letters and digits.
_BLANKS = frozenset(
    [
        *("n/a", "na", "n.a", "#n/a", "n/k", "nk", "n/d", "nd", "tbc", "tba", "tbd", "nan", "null", "none"),
        *("true", "false", "blank", "no data", "not applicable", "not available", "unavailable", "not known"),
        *("not yet known", "unknown", "to be confirmed", "to be advised", "awaited", "awaiting data"),
    ]
)
_NOUGHTS = frozenset(["nil", "zero", "nought", "naught", "o"])
_MULTIPLES = {
    **dict.fromkeys(["k", "000", "000s", "thousand", "thousands"], 3),
    **dict.fromkeys(["m", "mn", "million", "millions"], 6),
    **dict.fromkeys(["bn", "billion", "billions"], 9),
    **dict.fromkeys(["tn", "trillion", "trillions"], 12),
}
_TIMES = {
    **dict.fromkeys(["min", "minute"], "minute"),
    **dict.fromkeys(["h", "hr", "hour"], "hour"),
    **dict.fromkeys(["d", "day"], "day"),
    **dict.fromkeys(["wk", "week"], "week"),
    **dict.fromkeys(["mth", "month"], "month"),
    **dict.fromkeys(["yr", "year"], "year"),
}
_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}
_MARKS = {
    **dict.fromkeys(["%", "per cent", "percent", "pct"], Quantity.PERCENTAGE),
    **dict.fromkeys(["£", "gbp", "pounds"], Quantity.MONEY),
}
_DECIMAL_COMMA = re.compile(r"([0-9]*),([0-9]+)|([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)")
# Thousands parted by points or apostrophes, and lakhs.
_OTHER_GROUPS = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:['’][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"
)
_NEARLY = r"(?:about|approx(?:imately)?|circa|ca?|around|roughly|est(?:imated?)?|provisional|=|~|≈)\.?"


def figure(text: str) -> Decimal | None:
    """The unsigned figure that `text` is, or None; between commas or spaces only whole groups of three."""
    return Decimal(re.sub("[ ,]", "", text)) if _FIGURE.fullmatch(text) else None


def told(question: Question, value: Decimal, how: str) -> NumberProblem:
    """The refusal that names the figure to type; a figure that would be refused itself is never named."""
    try:
        return NumberProblem(f"Enter {question.settled(value)}, {how}")
    except NumberProblem as worse:
        return worse


def blank(plain: str) -> NumberProblem | None:
    """The refusal of a word for having no figure, or of a spreadsheet's error; None for all else."""
    word = " ".join(plain.casefold().split()).rstrip(".")
    if word in _BLANKS or re.fullmatch(r"[-?.…*/_ ]*", word):
        return NumberProblem('Enter a figure, or choose "Not known"', looks_blank=True)
    if word in ("not due", "not yet due"):
        return NumberProblem('Enter a figure, or choose "Not due"', looks_blank=True)
    if word in _NOUGHTS:
        return NumberProblem('Enter 0 if you mean nought, or choose "Not known"')
    if re.fullmatch(r"#[a-z0-9/_!?]+", word):
        return NumberProblem(f"Enter the figure: the spreadsheet has an error here, {plain}")
    return None


def slip(question: Question, plain: str) -> NumberProblem | None:
    """The refusal of a whole text whose figure can be told for certain; None when it cannot."""
    bracketed = re.fullmatch(r"\((£?) ?([0-9., ]+)\)", plain)
    nearly = re.fullmatch(rf"(?i:{_NEARLY}) ?(£?) ?([0-9][0-9,.]*) ?(%?)", plain)
    if bracketed and (size := figure(bracketed[2])) is not None and belongs(question, bracketed[1]):
        return told(question, -size, "with a minus sign instead of brackets")
    if nearly and (size := figure(nearly[2])) is not None and belongs(question, nearly[1], nearly[3]):
        return told(question, size, "the figure alone")
    return None


def belongs(question: Question, *marks: str) -> bool:
    """Whether the marks around a figure ("£", "%" or nothing) are those of the kind that is asked for."""
    return all(not mark or _MARKS.get(mark) is question.quantity for mark in marks)


def mispointed(question: Question, minus: bool, text: str) -> NumberProblem | None:
    """The refusal of a figure whose digits are not parted in the British way; None for anything else."""
    sign = "-" if minus else ""
    if (found := _DECIMAL_COMMA.fullmatch(text)) and question.quantity is not Quantity.COUNT:
        whole, part = found[1] or (found[3] or "0").replace(".", ""), found[2] or found[4]
        return _with_point(question, Decimal(f"{sign}{whole}.{part}"))
    if _OTHER_GROUPS.fullmatch(text):
        digits = re.sub("[^0-9]", "", text)
        return told(question, Decimal(sign + digits), "with commas between thousands or none")
    if re.fullmatch("[0-9]+(?:_[0-9]+)+", text):
        return told(question, Decimal(sign + text.replace("_", "")), "without the underscore")
    with_noughts = re.sub("[oO]", "0", text)
    if with_noughts != text and (meant := figure(with_noughts)) is not None:
        return told(question, -meant if minus else meant, "with the figure 0 in place of the letter O")
    if "," in text or " " in text:
        return NumberProblem(f"{question.example}, with commas between thousands only")
    return None


def _with_point(question: Question, value: Decimal) -> NumberProblem:
    """The refusal of a decimal comma; of a figure beyond the ends too, whose sentence names the ends in its place."""
    how = "with a decimal point, not a comma"
    problem = told(question, value, how)
    is_within = question.lowest <= value <= question.highest
    return problem if is_within else NumberProblem(f"{problem}, {how}")


def misplaced(question: Question, value: Decimal, pound: str, rest: str) -> NumberProblem | None:
    """The refusal of a figure with a mark or a word that the box does not take.

    None for the multiple that the box counts in: with the unit £000, "£2k" is 2 and "£2m" is refused: 2000.
    """
    if pound and question.quantity is not Quantity.MONEY:
        return NumberProblem(question.example) if rest else told(question, value, "without the £ sign")
    if _MARKS.get(rest) is Quantity.PERCENTAGE:
        if question.quantity is Quantity.RATIO:
            return told(question, value / 100, "as a ratio")
        return NumberProblem(f"{question.example}, not a percentage")
    if rest in _MULTIPLES and question.quantity is not Quantity.DURATION:
        power = _MULTIPLES[rest] - _power_of(question)
        return told(question, _shifted(value, power), "the figure in full") if power else None
    return _followed(question, value, rest)


def _followed(question: Question, value: Decimal, rest: str) -> NumberProblem:
    """The refusal of a figure followed by an exponent, a sign, a remark or another unit."""
    if found := re.fullmatch(r"e([+-]?[0-9]{1,2})", rest):
        return told(question, _shifted(value, int(found[1])), "the figure in full")
    if rest == "-":
        return told(question, -value, "with the minus sign in front")
    if rest in ("p", "pence") and question.quantity is Quantity.MONEY:
        return told(question, value / 100, "the amount in pounds")
    if (found := re.fullmatch(rf"(%?) ?(?:\([^0-9]*\)|\*+|{_NEARLY})", rest)) and belongs(question, found[1]):
        return told(question, value, "the figure alone")
    return _other_time(question, value, rest) or NumberProblem(question.example)


def _power_of(question: Question) -> int:
    """The power of ten that amounts of the box are counted in: 3 where the unit is £000."""
    if question.quantity is not Quantity.MONEY:
        return 0
    return _MULTIPLES.get(question.unit.casefold().strip("£ "), 0)


def _shifted(value: Decimal, power: int) -> Decimal:
    """The value times ten to the power, exactly, however many digits it has."""
    return Decimal(f"{value:f}e{power}")


def same_unit(said: str, unit: str) -> bool:
    """Whether the word after a figure is the unit of the box: "3 day", "3 days" and "3 d" for days."""
    return bool(unit) and _stem(said.removeprefix("£")) == _stem(unit.removeprefix("£"))


def _stem(unit: str) -> str:
    """A unit in its singular and without abbreviation."""
    words = unit.casefold().rstrip(".").split()
    if words and len(words[-1]) > 1:
        words[-1] = words[-1].removesuffix("s")
    return " ".join([*words[:-1], _TIMES.get(words[-1], words[-1])]) if words else ""


def _other_time(question: Question, value: Decimal, rest: str) -> NumberProblem | None:
    """The refusal of 2 weeks where days are asked for: 14. Months and working days have no fixed length."""
    said, wanted = _MINUTES.get(_stem(rest)), _MINUTES.get(_stem(question.unit))
    if question.quantity is not Quantity.DURATION or said is None or wanted is None:
        return None
    try:
        return told(question, storable(value * said / wanted), f"the time in {question.unit}")
    except NumberProblem:
        return NumberProblem(question.example)
