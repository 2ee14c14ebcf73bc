"""What stands side by side under "My work", by what the reader may do."""

from django.urls import reverse

from council.access import Permission, SignedInRequest, may

TABS = (
    ("my_returns", "My returns", Permission.ENTER_RETURNS),
    ("sign_off", "Waiting for sign-off", Permission.SIGN_OFF_RETURNS),
    ("not_returned", "Not returned", Permission.SEE_REMINDERS),
    ("reminders", "Reminders", Permission.SEE_REMINDERS),
    ("publishing", "Publishing", Permission.PUBLISH_RETURNS),
    ("imports", "Imports", Permission.IMPORT_FILES),
)


def work_tabs(request: SignedInRequest, here: str) -> list[tuple[str, str, bool]]:
    """The reader's tabs: words, address, and whether it is this page."""
    return [
        (words, reverse(name), name == here)
        for name, words, permission in TABS
        if may(request.user, permission)
    ]
