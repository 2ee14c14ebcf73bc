"""The addresses of queries, below /meetings/queries/. One query stands at the roof: its figure is of a higher floor."""

from django.urls import path

from portfolios.views import queries

urlpatterns = [
    path("", queries.queries, name="queries"),
    path("ask/", queries.query_ask, name="query_ask"),
]
