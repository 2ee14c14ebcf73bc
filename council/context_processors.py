from django.conf import settings
from django.http import HttpRequest


def council(request: HttpRequest) -> dict[str, object]:
    """What every page's header needs, with no query."""
    return {"council_name": settings.COUNCIL_NAME}
