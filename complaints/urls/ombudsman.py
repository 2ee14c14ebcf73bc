"""The addresses of Ombudsman cases."""

from django.urls import path

from complaints.views import ombudsman

CASE = "ombudsman/<int:pk>/"

urlpatterns = [
    path("ombudsman/", ombudsman.ombudsman_cases, name="ombudsman_cases"),
    path("ombudsman/new/", ombudsman.ombudsman_new, name="ombudsman_new"),
    path(CASE, ombudsman.ombudsman_case, name="ombudsman_case"),
    path(f"{CASE}change/", ombudsman.ombudsman_change, name="ombudsman_change"),
    path(f"{CASE}decide/", ombudsman.ombudsman_decide, name="ombudsman_decide"),
    path(f"{CASE}recommend/", ombudsman.ombudsman_recommend, name="ombudsman_recommend"),
    path(f"{CASE}settle/<int:number>/", ombudsman.ombudsman_settle, name="ombudsman_settle"),
]
