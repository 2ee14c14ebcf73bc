"""Texts that have broken other sites: what nobody means and anybody can send."""

NASTY = {
    "NUL": "a\0b",
    "huge number": "1e400",
    "not a number": "NaN",
    "infinity": "-Infinity",
    "full-width digits": "１２３",
    "other digits": "٣٤",
    "twenty digits": "9" * 20,
    "five thousand digits": "9" * 5000,
    "ten thousand letters": "x" * 10_000,
    "right to left": "\u202e5\u202c مرحبا",
    "half a character": "a\ud800b",
    "quotes": "\"'`<b>&amp;</b>",
    "per cent sign": "%",
    "format": "%s %d {0} {{x}} ${y}",
    "an end to the query": "'; DROP TABLE performance_return; --",
    "a path": "../../etc/passwd",
    "blank": " \u200b\t\r\n ",
    "minus": "-1",
    "nought": "0",
    "a list": "1,2,3",
    "emoji": "👩‍👩‍👧‍👦" * 50,
    "combining": "e" + "\u0301" * 500,
}
# For addresses, where only bytes travel: as they stand, percent-encoded.
NASTY_BYTES = (
    "%00",
    "a%00b",
    "%ff",
    "%c0%af",
    "%ed%a0%80",
    "%u0041",
    "%",
    "%2e%2e%2f",
    "%0d%0aSet-Cookie:%20a=b",
)
