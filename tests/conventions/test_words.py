"""What no file says: markup marked safe by hand, inline style or script, the name of a real person."""

import ast
import hashlib
import re
from pathlib import Path

import pytest

from tests.conventions.tree import APPS, ROOT, at, files, name_of, parsed, plant, python_files

# SHA-256 of the surnames in the source papers, lower case; of two words where the surname is a common word.
REAL_NAMES = {
    "73cce42f1f0e9099688b8eb6294f7a9963c937a8e47315ccb759f499ada648d9",
    "bc5534e9c0cbad11eab63cfba3d84e96c09dff6832c8a1917d3a7e8a01f61884",
    "7d47798854f5c54dbd08a127858c822a9e146adf71e5109a5bd56910f2ba55d2",
    "1fdc4ced5f0d21b0258eb18d1f75c12ca8d46465cc8bcfc682fbba8f0c7b3e4f",
    "f3d16dfbd87ffc4ae647a3da0eb39c8b86ac8fb87b0bca939b6837c7433730e1",
    "e38c8ffdef2d8a44846cc927effa4ea87067099fffef325365bb70d140ce551b",
}
WORD = re.compile(r"[^\W\d_]+")
EVENT_OR_STYLE = re.compile(r"<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=|<script|<style", re.IGNORECASE)


def unsafe_markup(root: Path) -> list[str]:
    return [
        f"{at(path, root, node.lineno)}: mark text with format_html, never mark_safe."
        for path in python_files(root, *APPS)
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.Attribute | ast.Name | ast.alias) and name_of(node) == "mark_safe")
        or (isinstance(node, ast.Call) and name_of(node.func) == "SafeString" and not _is_literal(node))
    ]


def _is_literal(call: ast.Call) -> bool:
    return all(isinstance(argument, ast.Constant) for argument in call.args)


def inline_style_or_script(root: Path) -> list[str]:
    return [
        f"{at(path, root, node.lineno)}: markup with inline style or script, which the policy refuses."
        for path in python_files(root, *APPS)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and EVENT_OR_STYLE.search(node.value)
    ]


def real_names(root: Path, hashes: set[str]) -> list[str]:
    return [
        f"{at(path, root, number)} names somebody from the source papers."
        for path in files(root)
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        if _hashes(line) & hashes
    ]


def _hashes(line: str) -> set[str]:
    words = WORD.findall(line.lower())
    pairs = [f"{first} {second}" for first, second in zip(words, words[1:], strict=False)]
    return {_hash(each) for each in {*words, *pairs}}


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def test_no_text_is_marked_safe_by_hand():
    assert unsafe_markup(ROOT) == []


def test_no_markup_in_python_carries_style_or_script():
    assert inline_style_or_script(ROOT) == []


def test_nobody_from_the_source_papers_is_named():
    assert real_names(ROOT, REAL_NAMES) == []


@pytest.mark.parametrize(
    "law, name, source, line",
    [
        pytest.param(unsafe_markup, "council/a.py", "\nx = mark_safe(y)\n", 2, id="mark-safe"),
        pytest.param(
            unsafe_markup,
            "council/a.py",
            "from django.utils.safestring import mark_safe as m\n",
            1,
            id="renamed",
        ),
        pytest.param(unsafe_markup, "council/a.py", "x = SafeString(y)\n", 1, id="safe-string"),
        pytest.param(
            inline_style_or_script, "council/a.py", "x = '<p style=\"color:red\">'\n", 1, id="style"
        ),
        pytest.param(
            inline_style_or_script, "council/a.py", 'x = \'<a href="#" onclick="f()">\'\n', 1, id="onclick"
        ),
        pytest.param(inline_style_or_script, "council/a.py", "x = '<script>f()</script>'\n", 1, id="script"),
    ],
)
def test_what_a_file_must_not_say_is_told(tmp_path, law, name, source, line):
    told = law(plant(tmp_path, {name: source}))

    assert [sentence.startswith(f"{name} line {line}: ") for sentence in told] == [True]


@pytest.mark.parametrize(
    "law, name, source",
    [
        pytest.param(
            unsafe_markup, "council/a.py", "def tag(x) -> SafeString: ...\n", id="type-of-safe-text"
        ),
        pytest.param(unsafe_markup, "council/a.py", "x = SafeString('')\n", id="empty-safe-text"),
        pytest.param(
            inline_style_or_script, "council/a.py", "x = '<p class=\"style\">on = 1'\n", id="word-style"
        ),
    ],
)
def test_what_a_file_may_say_is_not_told(tmp_path, law, name, source):
    assert law(plant(tmp_path, {name: source})) == []


def test_a_name_is_told_by_file_and_line_without_repeating_it(tmp_path):
    tree = plant(
        tmp_path, {"docs/a.md": "Report\nAuthor: J. Ravenscroft-Smythe\n", ".ci/run": "Ravenscroft\n"}
    )

    assert real_names(tree, {_hash("ravenscroft")}) == [
        ".ci/run line 1 names somebody from the source papers.",
        "docs/a.md line 2 names somebody from the source papers.",
    ]


def test_a_pair_of_names_is_told_where_the_surname_alone_is_a_common_word(tmp_path):
    tree = plant(tmp_path, {"docs/a.md": "A miller ground it.\nSigned, Edna Miller\n"})

    assert real_names(tree, {_hash("edna miller")}) == [
        "docs/a.md line 2 names somebody from the source papers."
    ]
