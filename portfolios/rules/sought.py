"""What somebody looks for by words: capitals, accents and joining words do not count, and initials will do."""

import re
from dataclasses import dataclass

from council.folding import fold

JOINING = {"&", "and", "of", "the", "for"}
FEWEST_INITIALS, MOST_INITIALS = 3, 6
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Sought:
    """The words looked for, folded, without those that only join others."""

    words: tuple[str, ...]
    text: str
    """All of it, folded."""

    @classmethod
    def of(cls, text: str) -> "Sought":
        """What is looked for by the text as typed; where it is nothing but joining words, these."""
        folded = fold(text).split()
        telling = [word for word in folded if word not in JOINING]
        return cls(tuple(telling or folded), " ".join(folded))

    def is_in(self, text: str) -> bool:
        """Whether the text holds every word, or has the one word as the initials of its capitalised words."""
        folded = fold(text)
        return bool(self.words) and (all(word in folded for word in self.words) or self._is_initials_in(text))

    def _is_initials_in(self, text: str) -> bool:
        """ "CRM" stands for "Customer Relationship Management", wherever these words stand together."""
        if len(self.words) != 1 or not FEWEST_INITIALS <= len(self.words[0]) <= MOST_INITIALS:
            return False
        words = [word for word in _WORD.findall(text) if fold(word) not in JOINING]
        initials = "".join(fold(word[0]) if word[0].isupper() else " " for word in words)
        return self.words[0] in initials
