"""What tells one sending of a form from another: the same words sent twice make one row, other words another."""

import uuid


def key_of(sent_as: uuid.UUID, *said: object) -> uuid.UUID:
    """The key of what was said with a form: another for other words, as after a step back in the browser."""
    return uuid.uuid5(sent_as, repr(said))
