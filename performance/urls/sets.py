from django.urls import path

from performance.views import annual_figures, set_deciding, set_keeping, sets, starter_set

urlpatterns = [
    path("sets/", sets.indicator_sets, name="indicator_sets"),
    path("sets/new/", set_keeping.indicator_set_new, name="indicator_set_new"),
    path("sets/standard-definitions/", starter_set.starter_set, name="starter_set"),
    path("sets/<int:pk>/", sets.indicator_set, name="indicator_set"),
    path("sets/<int:pk>/changes/", sets.indicator_set_changes, name="indicator_set_changes"),
    path("sets/<int:pk>/decide/", set_deciding.indicator_set_decide, name="indicator_set_decide"),
    path("sets/<int:pk>/terms/", set_keeping.indicator_set_terms, name="indicator_set_terms"),
    path("sets/<int:pk>/adopt/", set_keeping.indicator_set_adopt, name="indicator_set_adopt"),
    path("annual-figures/", annual_figures.annual_figures, name="annual_figures"),
    path("annual-figures/check/", annual_figures.annual_figures_check, name="annual_figures_check"),
    path("annual-figures/of/<int:pk>/", annual_figures.annual_figures_of, name="annual_figures_of"),
    path("annual-figures/of/<int:pk>/add/", annual_figures.annual_figure_add, name="annual_figure_add"),
    path(
        "annual-figures/<int:pk>/declare/", annual_figures.annual_figure_declare, name="annual_figure_declare"
    ),
]
