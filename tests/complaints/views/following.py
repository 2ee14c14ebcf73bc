"""A resident on the page behind a secret link, as a test drives it."""

from complaints.operations.links import token_of


def link(row):
    """The address of the page."""
    return f"/tell-us/follow/{token_of(row.link_nonce)}/"


def press(client, row, step, **typed):
    """Presses a button of the page, with what it carries."""
    form = client.get(link(row)).context["forms"][step]
    sent = {"step": step} | {f"{step}-{name}": text for name, text in typed.items()}
    if "version" in form.fields:
        sent.setdefault(f"{step}-version", str(form["version"].value()))
    return client.post(link(row), sent, follow=True)


def text_of(client, row):
    """What the page shows."""
    return client.get(link(row)).content.decode()
