"""Templates hold nothing inline, ask nothing of the database, and stay in their own app's folder."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conventions.tree import APPS, ROOT, at, plant, templates

# Folders of the ground that every page may use.
SHARED = ("parts", "layouts", "base.html")
ROOF = "council"
"""Its pages put the apps side by side, and may show the parts of each."""

# What may be shown without escaping, and the parts that see the whole page, each with its reason.
MAY_UNESCAPE = {
    "templates/django/forms/hint_and_error.html": "hints are the programmer's, as Django has them"
}
MAY_SEE_EVERYTHING = {
    "parts/masthead.html": "says who is signed in, on every page",
    "parts/who.html": "holds the form that signs out, with its token",
}

COMMENT = re.compile(r"{#.*?#}|{%\s*comment\b.*?%}.*?{%\s*endcomment\s*%}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
USED = re.compile(r"""{%\s*(include|extends)\s+["']([^"']+)["'](.*?)%}""", re.DOTALL)
UNSAFE = re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off")
QUERY = re.compile(r"\.(?:all|objects|exists|filter|distinct|\w+_set)\b")


class InlineFinder(HTMLParser):
    """Collects what the content security policy would refuse: the line and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int, str]] = []
        self.inside = ""

    def handle_starttag(self, tag, attrs):
        """Notes style and event attributes, and goes into script and style elements."""
        for name, _value in attrs:
            if name == "style" or name.startswith("on"):
                self.told.append((self.getpos()[0], f"the attribute {name} is refused by the policy."))
        if tag in ("script", "style"):
            self.inside = tag

    def handle_endtag(self, tag):
        """Comes out of script and style elements."""
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data):
        """Notes what is written inside a script or style element."""
        if self.inside and data.strip():
            self.told.append((self.getpos()[0], f"<{self.inside}> with a body is refused by the policy."))


def _blank(match: re.Match) -> str:
    """As many lines as there were, and nothing on them."""
    return " " + "\n" * match.group().count("\n")


def _source(path: Path) -> str:
    return COMMENT.sub(_blank, path.read_text())


def _line(source: str, match: re.Match) -> int:
    return source.count("\n", 0, match.start()) + 1


def inline(root: Path) -> list[str]:
    told = []
    for path in templates(root):
        finder = InlineFinder()
        finder.feed(TAG.sub(_blank, _source(path)))
        finder.close()
        told += [f"{at(path, root, line)}: {sentence}" for line, sentence in finder.told]
    return told


def unescaped(root: Path) -> list[str]:
    return [
        f"{at(path, root, _line(source, match))}: what people typed must stay escaped."
        for path in templates(root)
        if path.relative_to(root).as_posix() not in MAY_UNESCAPE
        for source in [_source(path)]
        for match in UNSAFE.finditer(source)
    ]


def queries(root: Path) -> list[str]:
    return [
        f"{at(path, root, _line(source, tag))}: a template does not query; hand it what it shows."
        for path in templates(root)
        for source in [_source(path)]
        for tag in TAG.finditer(source)
        if QUERY.search(tag.group())
    ]


DJANGOS_OWN = ("django", "admin", "account")
"""Folders in which we draw anew what Django and its packages bring: they build on templates that are not here."""


def strangers(root: Path) -> list[str]:
    """Templates that use a template of another folder; parts and layouts may use only one another."""
    told = []
    for path in templates(root):
        folder = path.relative_to(root / "templates").parts[0]
        own = APPS if folder == ROOF else (folder,) if folder in APPS else ()
        allowed = (*SHARED, *own)
        for match in USED.finditer(source := _source(path)):
            if folder not in DJANGOS_OWN and match[2].split("/")[0] not in allowed:
                told.append(f"{at(path, root, _line(source, match))}: {match[2]} is of another folder.")
    return told


def parts_that_see_everything(root: Path) -> list[str]:
    return [
        f"{at(path, root, _line(source, match))}: include {match[2]} with `only`, so that it shows its needs."
        for path in templates(root)
        for source in [_source(path)]
        for match in USED.finditer(source)
        if match[1] == "include" and match[2].startswith("parts/") and match[2] not in MAY_SEE_EVERYTHING
        if match[3].split()[-1:] != ["only"]
    ]


LAWS = [inline, unescaped, queries, strangers, parts_that_see_everything]


@pytest.mark.shows("S5")
def test_templates_hold_no_inline_style_or_script():
    assert inline(ROOT) == []


@pytest.mark.shows("T14")
def test_templates_leave_escaping_on():
    assert unescaped(ROOT) == []


def test_templates_do_not_query():
    assert queries(ROOT) == []


def test_templates_use_only_their_own_folder_and_the_shared_ones():
    assert strangers(ROOT) == []


def test_parts_are_included_with_only_what_they_need():
    assert parts_that_see_everything(ROOT) == []


def test_every_folder_of_templates_is_known():
    folders = {path.relative_to(ROOT / "templates").parent.parts[:1] for path in templates(ROOT)}

    assert {name for folder in folders for name in folder} <= {
        *APPS,
        *SHARED,
        *DJANGOS_OWN,
    }


@pytest.mark.parametrize(
    "law, source, line",
    [
        pytest.param(inline, '<p>\n<p style="color: red">', 2, id="style"),
        pytest.param(inline, '<p {% if bad %}style="color: red"{% endif %}>', 1, id="style-within-a-tag"),
        pytest.param(inline, '<a href="/" onclick="go()">', 1, id="onclick"),
        pytest.param(inline, "<a href='/' OnClick=go()>", 1, id="odd-capitals"),
        pytest.param(inline, "<script>go()</script>", 1, id="script"),
        pytest.param(inline, '<script type="module">{{ a }}\ngo()</script>', 1, id="script-after-a-value"),
        pytest.param(inline, "<style>p {color: red}</style>", 1, id="style-element"),
        pytest.param(unescaped, "<p>\n{{ comment|safe }}", 2, id="safe-filter"),
        pytest.param(unescaped, "{% autoescape off %}", 1, id="autoescape-off"),
        pytest.param(queries, "{% for post in service.posts.all %}", 1, id="all"),
        pytest.param(queries, "{{ service.post_set.count }}", 1, id="set"),
        pytest.param(strangers, '{% include "performance/row.html" only %}', 1, id="include-of-another-app"),
        pytest.param(strangers, "{% extends 'performance/page.html' %}", 1, id="page-of-another-app"),
        pytest.param(
            parts_that_see_everything, '{% include "parts/tag.html" with a=b %}', 1, id="without-only"
        ),
    ],
)
def test_what_a_template_must_not_hold_is_told(tmp_path, law, source, line):
    told = law(plant(tmp_path, {"templates/portfolios/page.html": source}))

    assert [sentence.startswith(f"templates/portfolios/page.html line {line}: ") for sentence in told] == [
        True
    ]


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "<script src=\"{% static 'js/grid.js' %}\" defer></script>", id="script-with-an-address"
        ),
        pytest.param('<svg stroke="#1d5fa8" class="style">on = 1</svg>', id="presentation-attributes"),
        pytest.param("{# <p style='x'> {{ a|safe }} {% include \"complaints/a.html\" %} #}", id="comment"),
        pytest.param(
            '{% comment "why" %}<script>go()</script>{{ a.all }}{% endcomment %}<p>', id="long-comment"
        ),
        pytest.param('{% extends "layouts/list.html" %}{% include "portfolios/row.html" %}', id="own-folder"),
        pytest.param('{% include "parts/tag.html" with rating=row.rating only %}', id="part"),
        pytest.param("{{ summary.overall }} {{ row.allowed }} {{ row.small }}", id="words-with-all-in-them"),
        pytest.param("{{ value|safeguard }}", id="another-filter"),
    ],
)
def test_what_a_template_may_hold_is_not_told(tmp_path, law, source):
    assert law(plant(tmp_path, {"templates/portfolios/page.html": source})) == []


def test_a_page_of_the_roof_may_use_an_app(tmp_path):
    page = {"templates/council/page.html": '{% include "portfolios/parts/row.html" only %}'}

    assert strangers(plant(tmp_path, page)) == []


def test_a_part_that_uses_an_app_is_told(tmp_path):
    tree = plant(tmp_path, {"templates/parts/row.html": '{% include "portfolios/row.html" only %}'})

    assert strangers(tree) == ["templates/parts/row.html line 1: portfolios/row.html is of another folder."]
