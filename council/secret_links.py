"""Secret links stay out of logs: who reads one could open what it leads to."""

import logging
import re

_SECRET = re.compile(r"(/tell-us/follow/|/how-did-we-do/)[^/\s]+")


class HideSecretLinks(logging.Filter):
    """Takes the secret out of each line before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every line through, without the secret."""
        said = record.getMessage()
        if "/tell-us/follow/" in said or "/how-did-we-do/" in said:
            record.msg, record.args = _SECRET.sub(r"\1…", said), ()
        return True
