from django.urls import path

from performance.views import imports, to_fill

urlpatterns = [
    path("imports/", imports.imports, name="imports"),
    path("imports/new/", imports.import_new, name="import_new"),
    path("imports/to-fill-in/", to_fill.import_file_to_fill, name="import_file_to_fill"),
    path("imports/<int:pk>/", imports.import_preview, name="import_preview"),
    path("imports/<int:pk>/discard/", imports.import_discard, name="import_discard"),
]
