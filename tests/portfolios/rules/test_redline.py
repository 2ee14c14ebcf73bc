"""Two wordings side by side, and what leads from one to the other."""

import pytest
from django.template.loader import render_to_string
from hypothesis import example, given
from hypothesis import strategies as st

from portfolios.rules.redline import Change, is_changed, redline

WORDS = st.lists(
    st.sampled_from(["planning", "and", "One", "Stop", "Shop", ",", "the", " ", "\n", "“", "’", "(b)"])
)
TEXTS = st.one_of(st.text(), WORDS.map("".join), WORDS.map(" ".join))


def shown(old: str, new: str) -> str:
    signs = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(signs[change.kind].format(change.text) for change in redline(old, new))


@pytest.mark.parametrize(
    "old, new, line",
    [
        pytest.param("", "", "", id="nothing"),
        pytest.param("One Stop Shop", "One Stop Shop", "One Stop Shop", id="same"),
        pytest.param(
            "One Stop Shop",
            "Customer Relationship Management and One Stop Shop",
            "[+Customer Relationship Management and +]One Stop Shop",
            id="before",
        ),
        pytest.param("One Stop", "One Stop Shop", "One Stop[+ Shop+]", id="at-the-end"),
        pytest.param("One Stop Shop", "One Shop", "One [-Stop -]Shop", id="omitted"),
        pytest.param(
            "the Planning service", "the planning service", "the [-Planning -][+planning +]service", id="case"
        ),
        pytest.param(
            "planning; housing", "planning, parks; housing", "planning[+, parks+]; housing", id="in-a-list"
        ),
        pytest.param("a  b", "a b", "a[-  -][+ +]b", id="space"),
        pytest.param("", "All of it", "[+All of it+]", id="all-new"),
        pytest.param("  One", "One", "[-  -]One", id="space-in-front"),
        pytest.param("policy-making", "policy making", "[-policy-making-][+policy making+]", id="hyphen"),
    ],
)
@pytest.mark.shows("F6")
def test_words_are_marked_as_a_clerk_would_mark_them(old, new, line):
    assert shown(old, new) == line


@given(old=TEXTS, new=TEXTS)
@example(old=" \n", new="")
@example(old="\u0301a", new="\x1c b")
def test_kept_and_removed_are_the_old_kept_and_added_the_new(old, new):
    changes = redline(old, new)

    assert "".join(each.text for each in changes if each.kind != "added") == old
    assert "".join(each.text for each in changes if each.kind != "removed") == new
    assert is_changed(changes) == (old != new)
    assert all(each.text for each in changes)
    assert all(first.kind != second.kind for first, second in zip(changes, changes[1:], strict=False))


def test_the_page_marks_words_and_escapes_them():
    changes = [
        Change("same", "the "),
        Change("removed", "<b>old</b> "),
        Change("added", "new & "),
        Change("same", "end"),
    ]

    page = render_to_string("portfolios/parts/redline.html", {"changes": changes})

    assert page == "the <del>&lt;b&gt;old&lt;/b&gt; </del><ins>new &amp; </ins>end"
