"""Days and months in words, a month and a year said once where they are the same."""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def months(first: date, last: date) -> str:
    """Whole months by name ("April to July 2026"), anything else by its days."""
    if first.day != 1 or (last + ONE_DAY).day != 1:
        return days(first, last)
    return _from_to(f"{first:%B}", f"{last:%B}", first.year, last.year)


def days(first: date, last: date) -> str:
    """From one day to another ("1 April to 30 June 2026")."""
    return _from_to(f"{first.day} {first:%B}", f"{last.day} {last:%B}", first.year, last.year)


def _from_to(first: str, last: str, first_year: int, last_year: int) -> str:
    """Says a month and a year once where they are the same."""
    if first_year != last_year:
        return f"{first} {first_year} to {last} {last_year}"
    return f"{last} {last_year}" if first == last else f"{first} to {last} {last_year}"


def day(value: date) -> str:
    """One day, such as "7 April 2005"."""
    return days(value, value)
