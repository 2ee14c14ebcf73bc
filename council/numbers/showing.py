"""Shows a figure: commas between thousands, its sign or unit, and never fewer places than the figure has."""

from decimal import Decimal

from council.numbers.question import PLACES, Quantity, plain_number, rounded_off

_SHORT = {
    "000": "k",
    "000s": "k",
    "k": "k",
    "thousand": "k",
    "m": "m",
    "million": "m",
    "bn": "bn",
    "billion": "bn",
}


def format_number(value: Decimal | None, *, quantity: Quantity | str, decimals: int, unit: str = "") -> str:
    """The figure for a page: "1,234.5", "45%", "£1,234.50", "12 days"; "No figure" for None.

    At least `decimals` places, and as many more as the figure has (up to 4), so that 94.95 is never shown as
    95.0, a target that it missed. Read again by `read_number` with the same quantity and unit, it is the same
    figure.
    """
    if value is None:
        return "No figure"
    kind = Quantity(str(quantity))
    value = rounded_off(value)
    needed = len(plain_number(value).partition(".")[2])
    places = min(PLACES, max(decimals, needed))
    if kind is Quantity.MONEY and places == 1 and unit.strip("£ ").casefold() not in _SHORT:
        places = 2
    sign, digits = ("-" if value < 0 else ""), f"{abs(value):,.{places}f}"
    if kind is Quantity.PERCENTAGE:
        return f"{sign}{digits}%"
    if kind is Quantity.MONEY:
        return f"{sign}£{digits}{_money_unit(unit)}"
    if kind is Quantity.DURATION and value == 1:
        unit = unit.removesuffix("s")
    return f"{sign}{digits} {unit}".rstrip()


def without_noughts(value: Decimal) -> Decimal:
    """The figure without idle noughts, as a file holds it: 64, not the 64.0000 of one database or another."""
    return Decimal(plain_number(value))


def _money_unit(unit: str) -> str:
    """What follows pounds: nothing, the multiple they are counted in ("£000": "k"), or what they are for."""
    word = unit.strip("£ ")
    return _SHORT.get(word.casefold(), f" {word}" if word else "")
