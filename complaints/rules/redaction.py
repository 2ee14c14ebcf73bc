"""Taking other people out of what one person is given of themselves. Pure.

What cannot be known from fields, such as a neighbour's name in a sentence, a person has to look for by eye.
"""

import re
from collections.abc import Collection, Mapping

OTHER_EMAIL = "[an e-mail address]"
OTHER_PHONE = "[a phone number]"
SHORTEST = 3
"""Letters that a name must have to be looked for: "Al" would be found in too many words."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w-])(?:\+44|0)(?:[ -]?\d){9,10}(?!\w)")


def redacted(text: str, others: Mapping[str, str], *, own: Collection[str]) -> str:
    """The text with a role for each other person's name, and without addresses and numbers but those in `own`."""
    kept = {_plain(each) for each in own if each}
    for name in sorted(others, key=len, reverse=True):
        if len(name.strip()) >= SHORTEST:
            text = re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", others[name], text, flags=re.IGNORECASE)
    text = _EMAIL.sub(lambda found: found[0] if _plain(found[0]) in kept else OTHER_EMAIL, text)
    return _PHONE.sub(lambda found: found[0] if _plain(found[0]) in kept else OTHER_PHONE, text)


def _plain(text: str) -> str:
    return re.sub(r"[\s-]", "", text).casefold()
