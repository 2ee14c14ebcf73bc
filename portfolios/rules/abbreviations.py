"""Which abbreviations a text uses, and what they stand for."""

import re
from collections.abc import Iterable, Mapping

NOBODY_KNOWS = "nobody knows any more what it stood for"


def explained(text: str, known: Mapping[str, str]) -> list[str]:
    """Each abbreviation of the text once, in its order: "CRM: customer relationship management".

    Letters count as written and as words of their own: neither "crm" nor "CRMs" is CRM. Of "CP Team" and "CP" the
    longer one is meant. `known` has the words of each; "" where nobody knows them any more.
    """
    if not known or not text:
        return []
    found = _pattern(known).findall(text)
    return [f"{short}: {known[short] or NOBODY_KNOWS}" for short in dict.fromkeys(found)]


def _pattern(shorts: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(shorts, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
