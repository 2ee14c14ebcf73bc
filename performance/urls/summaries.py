from django.urls import path

from performance.views.summaries import drafting, presenting, reading, sentences

SUMMARY = "summaries/<int:pk>/"

urlpatterns = [
    path("summaries/", reading.summaries, name="summaries"),
    path("summaries/begin/", drafting.summary_begin, name="summary_begin"),
    path("summaries/sentences/<int:pk>/", sentences.summary_sentence, name="summary_sentence"),
    path(SUMMARY, reading.summary, name="summary"),
    path(SUMMARY + "work/", drafting.summary_work, name="summary_work"),
    path(SUMMARY + "draft-again/", drafting.summary_draft_again, name="summary_draft_again"),
    path(SUMMARY + "present/", presenting.summary_present, name="summary_present"),
    path(SUMMARY + "erratum/", presenting.summary_erratum, name="summary_erratum"),
]
