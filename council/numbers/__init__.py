"""Figures as people type them, and as pages show them. Pure."""

from council.numbers.question import NumberProblem, NumberRead, Quantity, plain_number
from council.numbers.reading import read_number
from council.numbers.showing import format_number, without_noughts

__all__ = [
    "NumberProblem",
    "NumberRead",
    "Quantity",
    "format_number",
    "plain_number",
    "read_number",
    "without_noughts",
]
