"""The month that a file names: "July 2026", "Jul-26", "2026-07", "07/2026", or a day within it."""

from datetime import date

from council.dates import Precision, read_vague_date

ONE_MONTH = (Precision.MONTH, Precision.DAY)


class MonthProblem(ValueError):
    """Words that name no single month; `sentence` says what to write."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_month_name(text: str) -> date:
    """The first day of the month that a text names. MonthProblem where it names none, or more than one."""
    read = read_vague_date(text[:10] if text[4:5] == "-" else text)
    if read.earliest is None or read.precision not in ONE_MONTH or read.remark:
        raise MonthProblem("Write one month with its year, such as July 2026.")
    return read.earliest.replace(day=1)
