"""Whether an amendment is to be looked at again, because what it rests on has become final since."""

import datetime


def needs_another_look(*, looked_on: datetime.date | None, final_on: datetime.date | None) -> bool:
    """Whether the finding became final after the words were last drafted."""
    return looked_on is not None and final_on is not None and final_on > looked_on
