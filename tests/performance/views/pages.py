"""Pages as a person meets them: what stands in the boxes of a form, and the words that are shown."""

import re
from html.parser import HTMLParser


class _Boxes(HTMLParser):
    """Collects what a browser would send: inputs, texts and chosen options, not buttons."""

    def __init__(self):
        super().__init__()
        self.values = {}
        self._select = self._textarea = None

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        kind = said.get("type", "text")
        if tag == "input" and "name" in said and (kind not in ("checkbox", "radio") or "checked" in said):
            self.values[said["name"]] = said.get("value", "")
        elif tag == "select":
            self._select = said["name"]
        elif tag == "option" and self._select and ("selected" in said or self._select not in self.values):
            self.values[self._select] = said.get("value", "")
        elif tag == "textarea":
            self._textarea = said["name"]
            self.values[self._textarea] = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        elif tag == "textarea":
            self._textarea = None

    def handle_data(self, data):
        if self._textarea:
            # A browser drops the line break after the opening tag.
            self.values[self._textarea] += (
                data.removeprefix("\n") if not self.values[self._textarea] else data
            )


def boxes(answer):
    """What the page's forms would send if nothing were typed."""
    parser = _Boxes()
    parser.feed(answer.content.decode())
    parser.values.pop("csrfmiddlewaretoken", None)
    return parser.values


def words(answer):
    """The page as text, blanks run together."""
    text = re.sub(r"<(script|style|svg).*?</\1>", "", answer.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())
