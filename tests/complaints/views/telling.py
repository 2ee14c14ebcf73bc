"""A resident at the public form, as a test drives it."""

import io

from PIL import Image

SAID = {
    "kind": {"kind": "complaint"},
    "what": {"subject": "Missed bin", "words": "My bin was not emptied."},
    "service": {"service": ""},
    "when": {"happened_on": "1 October 2026"},
    "wants": {"wants": "Empty it"},
    "files": {},
    "you": {"name": "Ada Quill", "email": "ada@example.com", "way": "email"},
    "for": {"whom": "myself"},
}
"""What is answered unless a test states otherwise, question by question."""


def url(slug):
    return f"/tell-us/{slug}/"


def boxes(answer):
    """The hidden box in which a page carries what was answered before it."""
    return {"so_far": answer.context["so_far"]}


def go_through(client, **stated):
    """Answers every question as it comes, up to the page to check; the last answer of the site."""
    answer = client.get(url("kind"), {"anew": "yes"})
    for slug, said in (SAID | stated).items():
        if said is not None:
            answer = client.post(url(slug), said | boxes(answer), follow=True)
    return answer


def photo(form="JPEG", size=(60, 40), **more):
    """A photo as bytes."""
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, form, **more)
    return out.getvalue()
