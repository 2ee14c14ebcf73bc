"""The addresses of portfolios, a file for each group of pages."""

from portfolios.urls import remits, responsibility, structure

urlpatterns = [*structure.urlpatterns, *responsibility.urlpatterns, *remits.urlpatterns]
