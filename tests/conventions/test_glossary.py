"""The glossary holds the words that screens and models use, in order."""

import importlib
import importlib.util
import re
from collections.abc import Iterable

from django.db.models import TextChoices

from council.access import Role
from council.rag import Rag
from tests.conventions.tree import APPS, ROOT, own_models

GLOSSARY = ROOT / "docs" / "glossary.md"


def words_of(table: str) -> list[str]:
    """The first column of a table of the glossary."""
    rows = [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines() if line.startswith("| ")]
    return rows[1:]


def sorting(word: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", word.casefold())


def out_of_order(words: list[str]) -> list[str]:
    return [
        f'"{word}" stands before "{following}".'
        for word, following in zip(words, words[1:], strict=False)
        if sorting(word) >= sorting(following)
    ]


def missing(words: Iterable[str], glossary: str) -> list[str]:
    """The words that the glossary lacks, whatever the capitals; part of a longer word is not enough."""
    said = re.sub(r"\s+", " ", glossary.casefold())
    return sorted(
        {word for word in words if not re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", said)}
    )


def choices() -> list[type[TextChoices]]:
    """The sets of words in the `choices` module of each app, with the statuses and the roles."""
    modules = [
        importlib.import_module(f"{app}.choices")
        for app in APPS
        if importlib.util.find_spec(f"{app}.choices")
    ]
    kept = [each for module in modules for each in vars(module).values() if isinstance(each, type)]
    return [Rag, Role, *(each for each in kept if issubclass(each, TextChoices) and each is not TextChoices)]


def test_words_stand_in_order_and_once():
    terms, abbreviations = GLOSSARY.read_text().split("## Abbreviations")

    assert out_of_order(words_of(terms)) == []
    assert out_of_order(words_of(abbreviations)) == []


def test_the_words_people_choose_from_are_in_the_glossary():
    labels = [label for each in choices() for label in each.labels]

    assert missing(labels, GLOSSARY.read_text()) == []


def test_what_the_models_are_called_is_in_the_glossary():
    assert missing([str(model._meta.verbose_name) for model in own_models()], GLOSSARY.read_text()) == []


def test_a_word_out_of_order_or_twice_is_told():
    assert out_of_order(words_of("| word | x |\n|--|--|\n| seat | y |\n| RAG | z |\n| rag | z |\n")) == [
        '"seat" stands before "RAG".',
        '"RAG" stands before "rag".',
    ]


def test_a_word_that_is_not_in_the_glossary_is_told():
    assert missing(["Not known", "red", "Seat"], "| not\nknown | covered | unseated |") == ["Seat", "red"]


def test_there_are_words_to_look_for():
    assert {"ValueStatus", "Step", "BodyKind", "Rag", "Role"} <= {each.__name__ for each in choices()}
