"""A page's form as a browser would send it back: what stands in its boxes, changed where a test says so."""

from html.parser import HTMLParser


class _Boxes(HTMLParser):
    def __init__(self):
        super().__init__()
        self.values, self.inside, self.area, self.select, self.in_form = {}, False, None, None, False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.in_form = given.get("id", "").endswith("_form")
        if not self.in_form:
            return
        if tag == "input":
            self._input(given)
        elif tag == "textarea":
            self.area = given["name"]
            self.values[self.area] = ""
        elif tag == "select":
            self.select = given.get("name")
        elif tag == "option" and self.select and "selected" in given:
            self.values[self.select] = given.get("value", "")

    def _input(self, given):
        kind = given.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in given:
                self.values[given["name"]] = given.get("value", "on")
        elif kind != "submit" and given.get("name"):
            self.values[given["name"]] = given.get("value", "")

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.in_form = False


def filled(client, url, **changes):
    """What the form at the address holds, with the changes; a name's double underscores stand for hyphens."""
    boxes = _Boxes()
    boxes.feed(client.get(url).content.decode())
    values = {name: value for name, value in boxes.values.items() if "__prefix__" not in name}
    return values | {name.replace("__", "-"): value for name, value in changes.items()}


def save(client, url, **changes):
    """Opens the form, changes it and presses Save."""
    return client.post(url, filled(client, url, **changes))


def problems(answer) -> dict[str, list[str]]:
    """The sentences that the form came back with, by field; "" for the whole form."""
    form = answer.context["adminform"].form
    return {"" if name == "__all__" else name: list(said) for name, said in form.errors.items()}


def row_problems(answer) -> list[dict[str, list[str]]]:
    """The sentences of the rows below the form, of those that have any."""
    formsets = [each.formset for each in answer.context["inline_admin_formsets"]]
    return [dict(errors) for formset in formsets for errors in formset.errors if errors]
