"""Words that know where they come from: a text as runs, each put there by one amendment."""

from dataclasses import dataclass, replace

_NO_SPACE_AFTER = frozenset(" -‐‑–—/([{“‘«\u00a0")
_NO_SPACE_BEFORE = frozenset(" ,.;:!?)]}”’»'/\u00a0")
_CLOSING = frozenset(",.;:!?)]}")


@dataclass(frozen=True)
class Run:
    """Words that one amendment put there. Where it took words away, `before` says which; nothing may be left."""

    text: str
    source: int
    before: str = ""


Words = tuple[Run, ...]


def text_of(words: Words) -> str:
    """The words as a reader sees them."""
    return "".join(run.text for run in words)


def splice(words: Words, start: int, end: int, new: str, *, source: int) -> Words:
    """The words with those from `start` up to `end` replaced by new ones of another source."""
    taken = text_of(words)[start:end]
    made = Run(new, source, taken)
    left, rest = _split(words, start)
    gone, right = _split(rest, end - start)
    # Words that were omitted right behind what goes are still omitted there.
    marks = tuple(run for run in gone[_last_with_words(gone) :] if not run.text)
    return (*left, made, *marks, *right)


def _last_with_words(words: Words) -> int:
    return max((number for number, run in enumerate(words, 1) if run.text), default=len(words))


def _split(words: Words, place: int) -> tuple[Words, Words]:
    """The runs before and after a place; a run across it is cut, and an empty one at it goes to the left."""
    left: list[Run] = []
    for number, run in enumerate(words):
        if place < len(run.text):
            head, tail = replace(run, text=run.text[:place]), replace(run, text=run.text[place:], before="")
            return (*left, *((head,) if place else ())), (
                *((tail,) if place else (run,)),
                *words[number + 1 :],
            )
        left.append(run)
        place -= len(run.text)
    return tuple(left), ()


def insert_before(words: Words, place: int, new: str, *, source: int) -> Words:
    """The words with new ones before the place, and a space between where one belongs."""
    following = text_of(words)[place : place + 1]
    return splice(words, place, place, new + _space(new[-1:], following), source=source)


def insert_after(words: Words, place: int, new: str, *, source: int) -> Words:
    """The words with new ones from the place on, and a space between where one belongs."""
    leading = text_of(words)[place - 1 : place]
    return splice(words, place, place, _space(leading, new[:1]) + new, source=source)


def omit(words: Words, start: int, end: int, *, source: int) -> Words:
    """The words without those from `start` up to `end`, and without the space that would be left over."""
    text = text_of(words)
    following = text[end : end + 1]
    if (
        start > 0
        and text[start - 1].isspace()
        and (not following or following.isspace() or following in _CLOSING)
    ):
        start -= 1
    elif start == 0 and following.isspace():
        end += 1
    return splice(words, start, end, "", source=source)


def _space(left: str, right: str) -> str:
    needs_none = not left or not right or left in _NO_SPACE_AFTER or right in _NO_SPACE_BEFORE
    return "" if needs_none else " "
