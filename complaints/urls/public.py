"""The addresses of customers, without signing in."""

from django.urls import path

from complaints.views import follow

urlpatterns = [
    path("follow/<str:token>/", follow.follow_case, name="follow_case"),
]
