"""The addresses of promises, below /meetings/promises/."""

from django.urls import path

from portfolios.views import promises

urlpatterns = [
    path("", promises.promises, name="promises"),
    path("new/", promises.promise_new, name="promise_new"),
    path("<int:pk>/", promises.promise, name="promise"),
    path("<int:pk>/settle/", promises.promise_settle, name="promise_settle"),
    path("<int:pk>/happened/", promises.promise_event, name="promise_event"),
]
