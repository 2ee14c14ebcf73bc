"""Who owes it, as papers write it: "CAPM/ HSRP" is two posts jointly; what is no post of the register stays words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from council.folding import fold

_BETWEEN = re.compile(r"\s*[/;]\s*")
_ALSO_BETWEEN = re.compile(r"\s*[,&+]\s*(?:and\s+)?|\s+and\s+")
MOST_OWNERS = 12


@dataclass(frozen=True)
class OwnerRead:
    """One owner: the words for it, and the id of the post they name; None where they name none, or several."""

    words: str
    post: int | None = None
    remark: str = ""


def owner_key(words: str) -> str:
    """The words as they are compared: without capitals, accents, brackets around all of them, or spare spaces."""
    plain = " ".join(fold(words).split()).strip(" .,")
    return plain[1:-1].strip() if plain.startswith("(") and plain.endswith(")") else plain


def read_owners(text: str, posts: Mapping[str, Sequence[int]]) -> list[OwnerRead]:
    """The owners that words name, in their order, each once; none for a blank.

    `posts` has for each `owner_key` of a title or an abbreviation the ids of the posts that carry it. A stroke or a
    semicolon stands between joint owners, unless the whole is one post's name: "RD/OD" may be one post or two. A
    comma, an ampersand or an "and" does only where each side is one post, since titles have them too.
    """
    if not owner_key(text):
        return []
    whole = len(posts.get(owner_key(text), ())) == 1
    struck = [text.strip()] if whole else [each for each in _BETWEEN.split(text.strip()) if owner_key(each)]
    pieces = [piece for each in struck for piece in _taken_apart(each, posts)]
    found: dict[object, OwnerRead] = {}
    for piece in pieces:
        read = _read(piece, posts)
        found.setdefault(read.post or owner_key(piece), read)
    return list(found.values())


def _taken_apart(words: str, posts: Mapping[str, Sequence[int]]) -> list[str]:
    """ "HCS, HoF and CE" as three where each is one post; elsewhere the words as they are."""
    pieces = [each for each in _ALSO_BETWEEN.split(words) if owner_key(each)]
    is_one = len(posts.get(owner_key(words), ())) > 0
    if is_one or not all(len(posts.get(owner_key(each), ())) == 1 for each in pieces):
        return [words]
    return pieces


def _read(words: str, posts: Mapping[str, Sequence[int]]) -> OwnerRead:
    named = posts.get(owner_key(words), ())
    if len(named) == 1:
        return OwnerRead(words, named[0])
    if named:
        return OwnerRead(words, None, f"“{words}” could be {len(named)} posts, so it is kept in words.")
    return OwnerRead(words, None, f"“{words}” is no post of the register, so it is kept in words.")
