from django.urls import path

from performance.views import tables

urlpatterns = [
    path("tables/", tables.published_tables, name="published_tables"),
    path("tables/<int:pk>/", tables.published_table, name="published_table"),
    path("returns/all/", tables.returns_list, name="returns_list"),
]
