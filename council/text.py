"""What people type, made fit to keep: nothing that a database, a page or a spreadsheet would choke on.

Pure. The words themselves are never changed; only characters that nobody sees or that nothing can store.
"""

import unicodedata
from dataclasses import dataclass

# Zero-width characters and marks of direction. Inside a text they have work to do (families of emoji, Urdu,
# Hebrew); at its ends they are debris of a paste. The tags that end the flag of Wales are not among them.
_UNSEEN = "".join(map(chr, [0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]))
_UNSEEN += "".join(map(chr, [*range(0x2060, 0x2065), *range(0x2066, 0x2070), 0xFEFF]))
_TURNING = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
_BLANK = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_ENDS = _UNSEEN + _BLANK
# Signs that draw nothing at all: the Hangul fillers, the empty Braille cell, the variation selectors.
_INKLESS = frozenset(map(chr, [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x34F, *range(0xFE00, 0xFE10)]))
_CONTROLS = {code: None for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\t\n"}
# Word and other typesetters break a line with these.
_LINE_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\r\x85\u2028\u2029"), "\n")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"), "-"),
    **dict.fromkeys(
        map(ord, "\u00a0\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u205f\u3000"), " "
    ),
    **dict(zip(map(ord, "٫٬٪￡⁄∕÷∶"), ".,%£///:", strict=True)),
}


class TextProblem(ValueError):
    """A text that cannot be kept; `sentence` tells the person who typed it what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Typed:
    """Figures or a date in plain characters; `echo` when what was seen may differ from what is read."""

    plain: str
    echo: bool


def clean_text(text: str, *, limit: int, lines: bool) -> str:
    """The text as it is kept: composed (NFC), one kind of line break, no control characters, trimmed.

    `limit` counts characters (code points) after cleaning, a line break as one. With `lines` the text may
    have several lines and tabs; without, a tab becomes a space and a line break is refused. Text in which
    nothing can be seen is empty. Raises `TextProblem` for NUL, half a character (a lone surrogate) and text
    over the limit.
    """
    _refuse_unstorable(text)
    text = text.replace("\r\n", "\n").translate(_LINE_BREAKS).translate(_CONTROLS)
    text = unicodedata.normalize("NFC", text).strip(_ENDS)
    if not lines:
        if "\n" in text:
            raise TextProblem("Write this on one line: take out the line break")
        text = text.replace("\t", " ")
    if not _shows_something(text):
        return ""
    over = len(text) - limit
    if over > 0:
        raise TextProblem(f"You have {over:,} {'character' if over == 1 else 'characters'} too many")
    return text


def _refuse_unstorable(text: str) -> None:
    if "\0" in text:
        raise TextProblem("Take out the character that cannot be read (NUL) and try again")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise TextProblem("Take out the character that cannot be read (half of a pair) and try again")


def _shows_something(text: str) -> bool:
    return any(
        letter not in _INKLESS and unicodedata.category(letter) not in ("Cf", "Zs", "Zl", "Zp", "Cc")
        for letter in text
    )


def plain_figures(text: str) -> Typed:
    """Figures and dates in ASCII: digits of any script, dashes of any length, spaces of any width.

    Only whole digits are turned ("½", "²", "Ⅳ" and "①" stay as they are, to be refused). `echo` is true when
    digits of another script were turned, or when a mark that turns the direction of writing was taken out:
    then the reader should be shown what was read. The caller checks the length first.
    """
    seen = "".join(letter for letter in text if letter not in _UNSEEN)
    plain = seen.translate(_SIGNS).translate(_FULL_WIDTH)
    plain = "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in plain)
    foreign = any(letter.isdecimal() and not letter.isascii() for letter in seen)
    return Typed(plain=plain.strip(), echo=foreign or any(letter in _TURNING for letter in text))
