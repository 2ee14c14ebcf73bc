"""The addresses of portfolios, services, posts and bodies; the page of one portfolio and of one body stand on the roof."""

from django.urls import path

from portfolios.views import lists, pages

urlpatterns = [
    path("", lists.portfolios, name="portfolios"),
    path("services/", lists.services, name="services"),
    path("services/<int:pk>/", pages.service, name="service"),
    path("posts/", lists.posts, name="posts"),
    path("bodies/", lists.bodies, name="bodies"),
]
