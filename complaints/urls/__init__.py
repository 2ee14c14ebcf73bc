"""The addresses of cases for officers: plural nouns, verbs and the public reference."""

from django.urls import path, register_converter

from complaints.urls.references import ReferenceConverter
from complaints.views import case, files, taking

register_converter(ReferenceConverter, "reference")

urlpatterns = [
    path("new/", taking.take_case, name="case_new"),
    path("<reference:reference>/files/<uuid:key>/", files.case_file, name="case_file"),
    path("<reference:reference>/", case.case, name="case"),
]
