"""A list to try the shared blocks on: Django's own permissions, which every database of a test has."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict
from django.template import engines
from django.test import RequestFactory

from council.filters import (
    ChoiceFilter,
    FilterSet,
    ModelChoiceFilter,
    ModelMultipleChoiceFilter,
    NumberFilter,
    SearchFilter,
    YesNoFilter,
)
from council.lists import ListPage, list_page
from council.rag import Rag
from council.tables import Column, LinkColumn, NumberColumn, RagColumn, Table

PAGE = '{% include "parts/filters.html" with list=list only %}{% include "parts/list.html" with list=list only %}'


class PermissionTable(Table):
    name = LinkColumn(url=lambda record: f"/permissions/{record.codename}/")
    codename = Column(verbose_name="Code")
    kind = Column(accessor="content_type__model", verbose_name="Kind")
    number = NumberColumn(accessor="pk", verbose_name="Number")
    remove = Column(empty_values=(), orderable=False, exclude_from_export=True)  # A button sorts nothing.

    class Meta:
        empty_text = "No permissions yet."

    def render_remove(self, record):
        return f"Remove {record.codename}"


class PermissionFilters(FilterSet):
    q = SearchFilter("name", "codename")
    kind = ModelChoiceFilter(
        queryset=ContentType.objects.filter(app_label__in=["parks", "waste"]).order_by("pk"),
        field_name="content_type",
        label="Kind",
    )
    kinds = ModelMultipleChoiceFilter(
        queryset=ContentType.objects.filter(app_label__in=["parks", "waste"]).order_by("pk"),
        field_name="content_type",
        label="Kinds",
    )
    app = ChoiceFilter(
        choices=[("parks", "Parks"), ("waste", "Waste & recycling")],
        field_name="content_type__app_label",
        label="App",
    )
    lowest = NumberFilter(field_name="pk", lookup_expr="gte", label="Lowest number")
    bare = YesNoFilter(field_name="codename", lookup_expr="isnull", label="Without a code")


@dataclass(frozen=True)
class Score:
    """A row that was worked out and is in no database."""

    name: str
    points: Decimal | None
    rating: Rag | None
    by_hand: bool = False


class ScoreTable(Table):
    name = Column()
    points = NumberColumn(decimals=1)
    rating = RagColumn(overridden="by_hand")


def kind(model, app="parks"):
    return ContentType.objects.get_or_create(app_label=app, model=model)[0]


def permit(*names, of="bench", app="parks"):
    """Permissions of these names, their codes numbered in the order given."""
    owner = kind(of, app)
    start = Permission.objects.filter(content_type=owner).count()
    return Permission.objects.bulk_create(
        Permission(name=name, codename=f"{of}_{start + number}", content_type=owner)
        for number, name in enumerate(names, start=1)
    )


def ours():
    return Permission.objects.filter(content_type__app_label__in=["parks", "waste"]).select_related(
        "content_type"
    )


def ask(address="", *, table=PermissionTable, filters=PermissionFilters, rows=None, **options):
    """What the list answers to an address, or to a mapping of what no address can carry."""
    request = RequestFactory().get(f"/permissions/{address if isinstance(address, str) else ''}")
    if not isinstance(address, str):
        request.GET = QueryDict(mutable=True)
        request.GET.update(address)
    return list_page(
        request,
        **{
            "queryset": ours().order_by("name") if rows is None else rows,
            "table_class": table,
            "filterset_class": filters,
            "name": "permissions",
            "caption": "Permissions of the council",
            **options,
        },
    )


def page_of(address="", **options):
    page = ask(address, **options)
    assert isinstance(page, ListPage)
    return page


def scores(address, rows):
    return page_of(address, table=ScoreTable, filters=None, rows=rows, name="scores")


def names(page):
    return [record.name for record in page.table.records()]


def html(page):
    """The list as a reader meets it."""
    return engines["django"].from_string(PAGE).render({"list": page})
