"""The addresses of cases for officers: plural nouns, verbs and the public reference."""

from django.urls import path, register_converter

from complaints.urls.references import ReferenceConverter
from complaints.views import board, case

register_converter(ReferenceConverter, "reference")

urlpatterns = [
    path("", board.cases, name="cases"),
    path("<reference:reference>/", case.case, name="case"),
]
