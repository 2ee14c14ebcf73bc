from django.urls import path

from performance.views.progress import discarding, items, presenting, reading, writing

REPORT = "progress/<int:pk>/"

urlpatterns = [
    path("progress/", reading.progress_reports, name="progress_reports"),
    path("progress/begin/", writing.progress_begin, name="progress_begin"),
    path("progress/owners/", reading.progress_owners, name="progress_owners"),
    path("progress/items/<int:pk>/", items.progress_item, name="progress_item"),
    path(REPORT, reading.progress_report, name="progress_report"),
    path(REPORT + "work/", writing.progress_work, name="progress_work"),
    path(REPORT + "present/", presenting.progress_present, name="progress_present"),
    path(REPORT + "discard/", discarding.progress_discard, name="progress_discard"),
    path(REPORT + "erratum/", presenting.progress_erratum, name="progress_erratum"),
]
