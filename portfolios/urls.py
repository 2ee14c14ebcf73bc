"""The addresses of portfolios, services, posts and bodies."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
