"""By what two customers may be found to be one: the same e-mail address, phone, or name and postcode. Pure."""

import re
from collections.abc import Sequence
from itertools import combinations

from council.folding import fold

_NOT_FIGURES = re.compile(r"\D+")
_NOT_POSTCODE = re.compile(r"[^0-9a-z]+")
SHORTEST_PHONE = 9
LARGEST_GROUP = 8
"""More than so many with one key are hardly one person, such as tenants who all gave the landlord's address."""


def email_key(email: str) -> str:
    """The address as it is compared; "" where there is none."""
    return email.strip().casefold()


def phone_key(phone: str) -> str:
    """The number without spaces, brackets and the country code; "" where it is too short to tell anybody by."""
    figures = _NOT_FIGURES.sub("", phone)
    figures = "0" + figures[4:] if figures.startswith("0044") else figures
    figures = "0" + figures[2:] if figures.startswith("44") and len(figures) > 10 else figures
    return figures[:20] if len(figures) >= SHORTEST_PHONE else ""


def postcode_key(postcode: str) -> str:
    """The postcode as it is compared, without spaces."""
    return _NOT_POSTCODE.sub("", postcode.casefold())


def place_key(name: str, postcode: str) -> str:
    """Name and postcode together; "" where either is missing."""
    said, place = " ".join(fold(name).split()), postcode_key(postcode)
    return f"{said}|{place}"[:220] if said and place else ""


def pairs_to_compare(alike: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs among those with one key, the lower first; of a large group each with the lowest only."""
    group = sorted(set(alike))
    if len(group) > LARGEST_GROUP:
        return [(group[0], other) for other in group[1:]]
    return list(combinations(group, 2))


def side_by_side(
    first: Sequence[tuple[str, str]], second: Sequence[tuple[str, str]]
) -> list[tuple[str, str, str, bool]]:
    """The details of two in rows: what it is, of the first, of the second, and whether they differ.

    Spaces and capitals alone are no difference.
    """
    return [
        (called, one, other, _plain(one) != _plain(other))
        for (called, one), (_, other) in zip(first, second, strict=True)
    ]


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
