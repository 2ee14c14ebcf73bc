"""What a recommendation asks of a body: the verbs that its words hold. One may hold two."""

import re

from portfolios.choices import Verb

# "Cabinet is invited to:" leads in to what is asked and asks for nothing itself.
LEAD_IN = re.compile(
    r"\b(?:is|are)\s+(?:invited|asked|requested|recommended)\s+to\b\s*:?|^\s*it is recommended\b",
    re.IGNORECASE,
)

FORMS: dict[Verb, str] = {
    Verb.APPROVE: r"approves?|approved|approving",
    Verb.NOTE: r"notes?|noted|noting",
    Verb.AGREE: r"agrees?|agreed|agreeing",
    Verb.RECOGNISE: r"recogni[sz]es?|recogni[sz]ed|recogni[sz]ing",
    Verb.INVITE: r"invites?|invited|inviting",
}

# A verb asks something where a clause begins with it, or where it is what is to "be" done. "The note of the meeting"
# and "under an agreed plan" ask for nothing.
_BEGINS = (
    r"(?:^|[;:.\n]|,\s*(?=\w)|\band\b|\bto\b|\bthat\b|\b(?:cabinet|council|committee|panel|members|board)\b|\b\d+[.)])"
    r"\s*(?:that\s+|to\s+|[(]?\w{1,4}[.)]\s*|also\s+|then\s+)*"
)
_TO_BE = r"\bbe\s+(?:\w+ly\s+)?(?:\w+ed\s+and\s+)?"
_PATTERNS = {
    verb: re.compile(rf"(?:{_BEGINS}|{_TO_BE})(?P<verb>{forms})\b", re.IGNORECASE)
    for verb, forms in FORMS.items()
}


def verbs_in(words: str) -> tuple[Verb, ...]:
    """The verbs that the words of a recommendation or a resolution hold, in the order they stand in."""
    asked = LEAD_IN.sub(": ", words)
    found = (
        (match.start("verb"), verb) for verb, pattern in _PATTERNS.items() if (match := pattern.search(asked))
    )
    return tuple(verb for _, verb in sorted(found))


def unkept_verbs(words: str, kept: tuple[str, ...]) -> tuple[Verb, ...]:
    """The verbs in the words that the recommendation is not kept under."""
    return tuple(verb for verb in verbs_in(words) if verb not in kept)
