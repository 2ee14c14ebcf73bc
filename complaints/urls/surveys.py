"""The address at which customers say how their case went, without signing in."""

from django.urls import path

from complaints.views import how_did_we_do

urlpatterns = [path("<str:token>/", how_did_we_do.how_did_we_do, name="how_did_we_do")]
