"""The pages of amendments as somebody with a browser uses them."""

from urllib.parse import urlencode

from portfolios.models import Amendment
from tests.council.admin.filled import _Boxes, filled

CRM = "Customer Relationship Management and"
"""What the papers insert before "One Stop Shop"."""
ADD = "/admin/portfolios/amendment/add/"


def to_add(portfolio, kind, **more):
    """The page on which such an amendment is drafted."""
    return f"{ADD}?{urlencode({'portfolio': portfolio.pk, 'kind': kind.value, **more})}"


def page_of(row, page="change"):
    return f"/admin/portfolios/amendment/{row.pk}/{page}/"


def boxes(answer):
    """What stands in the boxes of the form that came back."""
    found = _Boxes()
    found.feed(answer.content.decode())
    return found.values


def press(client, address, button, **typed):
    """Opens the page, types, and presses a button."""
    return client.post(address, {**filled(client, address), **typed, button: "1"})


def shown(client, address, **typed):
    """What the page shows after the first press."""
    return press(client, address, "show", **typed)


def saved(client, address, **typed):
    """Both presses: the redline, then what saves it."""
    first = shown(client, address, **typed)
    return client.post(address, {**boxes(first), "save": "1"})


def said(answer):
    """The sentences of the form, by field; "" for the whole form."""
    form = answer.context["form"]
    return {"" if name == "__all__" else name: list(told) for name, told in form.errors.items()}


def step_of(row):
    return Amendment.objects.get(pk=row.pk).step


def buttons(client, row):
    """The steps that its page offers."""
    return [step.name for step, _ in client.get(page_of(row)).context["steps"]]


def plain(answer):
    """The page as text in which a test looks for words."""
    return answer.content.decode()
