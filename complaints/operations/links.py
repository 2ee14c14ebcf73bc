"""The secret link by which a customer follows a case: made from a nonce and the signing key, found by its sum.

Whoever reads the database alone cannot make a link, and whoever guesses has 160 bits to guess. A new nonce ends the
old link.
"""

import base64
import hashlib
import secrets

from django.utils.crypto import salted_hmac

from complaints.models import Case

SALT = "complaints.links"
TOKEN_BYTES = 20
LONGEST_TOKEN = 32


def new_nonce() -> str:
    """What a link is made from."""
    return secrets.token_hex(16)


def token_of(nonce: str) -> str:
    """The secret part of the link, in letters and figures that survive being read out."""
    digest = salted_hmac(SALT, nonce, algorithm="sha256").digest()[:TOKEN_BYTES]
    return base64.b32encode(digest).decode().lower()


def sum_of(token: str) -> str:
    """What a link is found by."""
    return hashlib.sha256(token.encode()).hexdigest()


def case_of(token: str) -> Case | None:
    """The case that a link is of; None for a wrong one, in the same time."""
    if len(token) > LONGEST_TOKEN:
        return None
    named = Case.objects.select_related("customer", "representative", "procedure")
    return named.filter(link_hash=sum_of(token)).first()
