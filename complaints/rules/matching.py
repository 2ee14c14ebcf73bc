"""By what two customers may be found to be one: the same e-mail address, phone, or name and postcode. Pure."""

import re

from council.folding import fold

_NOT_FIGURES = re.compile(r"\D+")
_NOT_POSTCODE = re.compile(r"[^0-9a-z]+")
SHORTEST_PHONE = 9


def email_key(email: str) -> str:
    """The address as it is compared; "" where there is none."""
    return email.strip().casefold()


def phone_key(phone: str) -> str:
    """The number without spaces, brackets and the country code; "" where it is too short to tell anybody by."""
    figures = _NOT_FIGURES.sub("", phone)
    figures = "0" + figures[4:] if figures.startswith("0044") else figures
    figures = "0" + figures[2:] if figures.startswith("44") and len(figures) > 10 else figures
    return figures[:20] if len(figures) >= SHORTEST_PHONE else ""


def place_key(name: str, postcode: str) -> str:
    """Name and postcode together; "" where either is missing."""
    said, place = " ".join(fold(name).split()), _NOT_POSTCODE.sub("", postcode.casefold())
    return f"{said}|{place}"[:220] if said and place else ""
