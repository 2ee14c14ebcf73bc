"""What was exported comes back in without a change, whatever people wrote; what is filled in is a change."""

import io
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from council.exports.workbooks import write_xlsx
from council.text import TextProblem, clean_text
from performance.figures.definitions import definitions
from performance.figures.returns_list import returns_for
from performance.models import Indicator, Return, Revision, Target
from performance.operations.imports.to_fill import indicators_to_fill, returns_to_fill, targets_to_fill
from performance.tables import ReturnFile
from tests.factories import CycleFactory, IndicatorFactory, PostFactory, ServiceFactory, TargetFactory
from tests.performance import lives
from tests.performance.imports.files import applied, effects, own_csv, planned


def own_xlsx(header, rows):
    file = io.BytesIO()
    write_xlsx(file, header, rows)
    return file.getvalue()


def as_file(name, header, rows):
    rows = list(rows)
    return {
        "content": own_csv(header, rows) if name.endswith(".csv") else own_xlsx(header, rows),
        "name": name,
    }


FILES = pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])


def changed(plan):
    """What a plan would change or is unsure of: nothing, when all is the same."""
    return [each for each in effects(plan) if each[1] != "unchanged"], plan.problems, plan.questions


NOTHING = ([], (), ())


@FILES
@pytest.mark.django_db
@pytest.mark.shows("FILE-50", "T21")
def test_register_comes_back_without_a_change(service, name):
    place = ServiceFactory(name="Place")
    twin = ServiceFactory(name=service.name, parent=place)
    for owner in (PostFactory(title="Head", service=service), PostFactory(title="Head", service=twin), None):
        IndicatorFactory(
            service=twin, owner=owner, reference="p32", unit="£000", decimals=2, minimum=Decimal("-1.5")
        )
    IndicatorFactory(service=service, title="=1+1", reference="-5", value_kind="level", levels="Low\r\nHigh")
    IndicatorFactory(service=service, title="Is it so?", starts_on="2026-04-01", is_cumulative=True)
    IndicatorFactory(service=service, title="By its counts", year_to_date="weighted")

    file = indicators_to_fill()
    content = as_file(name, file.header, file.rows)

    assert changed(planned("indicators", content["content"], name=name)) == NOTHING


@FILES
@pytest.mark.django_db
@pytest.mark.shows("FILE-50", "S2-24")
def test_targets_come_back_without_a_change(service, name):
    indicator = IndicatorFactory(service=service)
    TargetFactory(indicator=indicator, as_written="+5%", basis="points", change=5, base=60, value=65)
    TargetFactory(indicator=indicator, period=lives.quarter(2), as_written="at least 62%", value=62)
    IndicatorFactory(service=service)

    file = targets_to_fill(2026)
    content = as_file(name, file.header, file.rows)

    assert changed(planned("targets", content["content"], name=name)) == NOTHING


@FILES
@pytest.mark.django_db
@pytest.mark.shows("FILE-50", "FILE-51", "F24")
def test_unfilled_returns_change_nothing_and_a_filled_one_is_a_draft(service, name, officer):
    period = lives.quarter(2)
    filled, done = lives.measured(service), lives.measured(service)
    lives.signed_off(filled, lives.quarter(1), "75")
    lives.signed_off(done, period, "80")
    file = returns_to_fill(period)
    rows = [list(row) for row in file.rows]
    content = as_file(name, file.header, rows)

    assert [row[1] for row in rows] == [filled.title]
    assert rows[0][4:6] == ["75%", "80"]
    assert changed(planned("returns", content["content"], name=name)) == NOTHING

    rows[0][file.header.index("Value")] = "81%"
    applied("returns", **as_file(name, file.header, rows))
    assert Return.objects.get(indicator=filled, period=period).latest.as_written == "81%"


def exported(rows):
    """The list of returns as a file."""
    table = ReturnFile(rows, definitions=definitions())
    header = [str(column.header) for column in table.export_columns()]
    return header, list(table.export_rows(rows))


def seen():
    return list(returns_for(()))


@FILES
@pytest.mark.django_db
@pytest.mark.shows("FILE-50")
@pytest.mark.parametrize("step", ["drafted", "signed_off", "published"])
def test_list_of_returns_comes_back_without_a_change(service, name, step):
    period = lives.quarter(2)
    lives.signed_off(
        lives.measured(service),
        period,
        "36 of 80",
        value_status="estimate",
        comment="-5 staff",
        forecast_as_written="47%",
    )
    lives.signed_off(lives.measured(service), period, "Not known", comment="=HYPERLINK()")
    words = IndicatorFactory(service=service, value_kind="milestone", title="Move house")
    lives.signed_off(words, period, "Will be achieved", comment="Ditto", comment_resolved="As above")

    content = as_file(name, *exported(seen()))

    assert changed(planned("returns", content["content"], name=name, step=step)) == NOTHING


WORDS = st.text(min_size=1, max_size=30) | st.sampled_from(
    [
        "=1+1",
        "-5",
        "+1",
        "@a",
        "'tis",
        "a,b",
        'say "so"',
        "a;b",
        "ŵ £ 中",
        "x" * 40,
        "Null",
        "TRUE",
        "2026-04-01",
        "blank",
    ]
)


def kept(words, limit=40):
    """The words as the register would keep them; nothing where it would keep none."""
    try:
        return clean_text(words, limit=limit, lines=False)
    except TextProblem:
        return ""


def is_plain(words):
    """Words that mean themselves in a file: not those that our lists write for a blank, nor spoiled ones."""
    blanks = {"blank", "no target", "no return yet", "no period yet", "not recorded"}
    return words and words.casefold() not in blanks and not any(sign in words for sign in ("Â", "Ã", "â€"))


class AnyWords(TestCase):
    """Laws over whatever people may have written in the register."""

    @pytest.mark.shows("FILE-50", "T21", "S14")
    @given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.sampled_from(["a.csv", "a.xlsx"]))
    @example([("=1+1", "'=1+1"), ("-5", "\t-5")], "a.csv")
    def test_any_register_comes_back_without_a_change(self, pairs, name):
        service, cycle = ServiceFactory(), CycleFactory()
        pairs = {(kept(reference), kept(title)) for reference, title in pairs}
        told_apart = {("".join(ref.casefold().split()), " ".join(title.casefold().split())): (ref, title)
                      for ref, title in pairs if is_plain(title) and (not ref or is_plain(ref))}  # fmt: skip
        for reference, title in told_apart.values():
            IndicatorFactory(service=service, cycle=cycle, reference=reference, title=title)

        file = indicators_to_fill()
        content = as_file(name, file.header, file.rows)

        if told_apart:
            assert changed(planned("indicators", content["content"], name=name)) == NOTHING

    @pytest.mark.shows("FILE-50", "T21")
    @given(st.text(max_size=60) | WORDS, st.sampled_from(["a.csv", "a.xlsx"]))
    def test_any_comment_comes_back_without_a_change(self, words, name):
        service, period = ServiceFactory(), lives.quarter(2)
        try:
            comment = clean_text(words, limit=200, lines=True)
        except TextProblem:
            return
        if not is_plain(comment):
            return
        lives.signed_off(IndicatorFactory(service=service), period, "80", comment=comment)

        content = as_file(name, *exported(seen()))

        assert changed(planned("returns", content["content"], name=name)) == NOTHING


@pytest.mark.django_db
def test_round_trip_would_show_a_change(service):
    """The law above can fail: a file of a register that has changed since is not without a change."""
    indicator = IndicatorFactory(service=service, unit="days")
    file = indicators_to_fill()
    content = own_csv(file.header, list(file.rows))
    Indicator.objects.filter(pk=indicator.pk).update(unit="weeks")

    assert effects(planned("indicators", content)) == [(2, "changed")]
    assert (Target.objects.count(), Revision.objects.count()) == (0, 0)
