"""The addresses of performance, a file for each group of pages."""

from performance.urls import dashboards, imports, indicators, progress, returns, sets, summaries, tables

urlpatterns = [
    *dashboards.urlpatterns,
    *indicators.urlpatterns,
    *returns.urlpatterns,
    *imports.urlpatterns,
    *tables.urlpatterns,
    *sets.urlpatterns,
    *progress.urlpatterns,
    *summaries.urlpatterns,
]
