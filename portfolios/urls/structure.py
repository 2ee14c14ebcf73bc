"""The addresses of portfolios, services, posts and bodies; one portfolio and one body have their pages on the roof."""

from django.urls import path

from portfolios.views import lists, pages

urlpatterns = [
    path("", lists.portfolios, name="portfolios"),
    path("services/", lists.services, name="services"),
    path("services/<int:pk>/", pages.service, name="service"),
    path("posts/", lists.posts, name="posts"),
    path("bodies/", lists.bodies, name="bodies"),
]
