"""The addresses of cases for officers: plural nouns, verbs and the public reference."""

from django.urls import path, register_converter

from complaints.urls.references import ReferenceConverter
from complaints.views import case, patterns

register_converter(ReferenceConverter, "reference")

urlpatterns = [
    path("patterns/", patterns.case_patterns, name="case_patterns"),
    path("<reference:reference>/", case.case, name="case"),
]
