"""Chance that comes out the same every time."""

import hashlib


def share(*words: object) -> float:
    """A number from 0 up to 1 that looks random and depends on nothing but the words."""
    written = "/".join(str(word) for word in words).encode()
    return int.from_bytes(hashlib.blake2b(written, digest_size=6).digest(), "big") / 2**48


def spread(*words: object) -> float:
    """A number between -1 and 1, near 0 more often than not."""
    return share("first", *words) + share("second", *words) - 1


def one_of(choices: tuple[str, ...], *words: object) -> str:
    """One of the choices."""
    return choices[int(share(*words) * len(choices))]
