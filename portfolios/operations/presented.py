"""What is done alike to every paper that is presented: its words are fixed, and mistakes put right beside them."""

import datetime
from typing import Any

from django.db.models import F

from council.models import User
from portfolios.models.presented import PaperErratum, Presentable, PresentedPaper


class AlreadyPresented(Exception):
    """The paper is presented: its words are fixed."""

    noun = "paper"

    def __init__(self) -> None:
        super().__init__(
            f"This {self.noun} was presented: its words are fixed. Put right what is wrong by an erratum."
        )


class NotFitToPresent(Exception):
    """The draft is not fit to be presented. `sentence` says what to do first, without a full stop."""

    sentence = ""


def hold_paper(row: Presentable, already: type[AlreadyPresented]) -> None:
    """Keeps a draft from being presented while part of it is written. Raises `already`.

    It moves the draft's version, so that whoever presents it has read what they present. Call inside a transaction.
    """
    drafts = type(row)._base_manager.filter(pk=row.pk, presented_at=None)
    if not drafts.update(version=F("version") + 1):
        raise already


def fix_words(paper: PresentedPaper) -> None:
    """Keeps the words of a paper as they were presented, for good."""
    paper.full_clean()
    paper.save(force_insert=True)


def append_erratum(
    row: Presentable, errata: Any, *, words: str, by: User, at: datetime.datetime, **about: int | None
) -> Any:
    """Adds what was found wrong to a presented paper. The same words about the same place sent twice are one.

    `errata` are those of the paper; `about` says by its field which item or sentence is meant.
    """
    # Holds the paper, so that two errata get two numbers.
    type(row)._base_manager.filter(pk=row.pk).update(version=F("version"))
    newest: PaperErratum | None = errata.order_by("-number").first()
    is_same = newest is not None and all(getattr(newest, name) == said for name, said in about.items())
    if newest is not None and is_same and newest.words == words:
        return newest
    number = newest.number + 1 if newest else 1
    erratum = errata.model(**{errata.field.name: row}, number=number, words=words, by=by, at=at, **about)
    erratum.full_clean()
    erratum.save(force_insert=True)
    return erratum
