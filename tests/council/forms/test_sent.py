import pytest
from django.core.exceptions import BadRequest
from django.forms.renderers import DjangoTemplates
from django.http import QueryDict

from council.audit import Conflict, save_versioned
from council.forms import Form, LineField, ModelForm, VersionedFormMixin, VersionField, refuse_repeats
from portfolios.models import Service
from tests.factories import ServiceFactory

NO_VERSION = "Open the page again: it does not say which version you changed"
BAD_VERSIONS = ["", "x", "-1", "1.5", "1e3", "²", "٣", " 1", "\0", "2147483648", "9" * 30, "9" * 5000]


class ServiceForm(VersionedFormMixin, ModelForm):
    default_renderer = DjangoTemplates

    class Meta:
        model = Service
        fields = ["name"]


class NoteForm(VersionedFormMixin, Form):
    note = LineField()


@pytest.mark.django_db
@pytest.mark.shows("R4")
def test_the_page_carries_the_version_that_was_read():
    form = ServiceForm(instance=ServiceFactory(version=7))

    assert '<input type="hidden" name="version" value="7"' in str(form["version"])


@pytest.mark.django_db
@pytest.mark.shows("R4", "C1")
def test_the_second_of_two_saves_from_one_version_is_a_conflict():
    service = ServiceFactory(name="Waste")
    typed = {"name": "Waste and recycling", "version": str(service.version)}
    forms = [ServiceForm(typed, instance=Service.objects.get()) for _ in range(2)]
    assert all(form.is_valid() for form in forms)
    first, second = (form.save(commit=False) for form in forms)

    save_versioned(first, expected=forms[0].expected_version, by=None)
    with pytest.raises(Conflict):
        save_versioned(second, expected=forms[1].expected_version, by=None)


@pytest.mark.django_db
def test_a_new_row_has_no_version_yet():
    form = ServiceForm({"name": "Planning"})

    assert "version" not in form.fields
    assert form.is_valid()


@pytest.mark.django_db
@pytest.mark.shows("R1", "R4")
@pytest.mark.parametrize("sent", BAD_VERSIONS, ids=lambda sent: ascii(sent[:12]))
def test_a_version_that_cannot_be_one_is_an_error_of_the_form(sent):
    form = ServiceForm({"name": "Planning", "version": sent}, instance=ServiceFactory())

    assert form.errors == {"__all__": [NO_VERSION]}


@pytest.mark.django_db
def test_a_page_that_names_no_version_is_an_error_of_the_form():
    form = ServiceForm({"name": "Planning"}, instance=ServiceFactory())

    assert form.errors == {"__all__": [NO_VERSION]}


def test_the_other_errors_stay_with_their_boxes():
    form = NoteForm({"note": "", "version": "x"}, version=3)

    assert form.errors == {"note": ["Enter note"], "__all__": [NO_VERSION]}


def test_a_form_without_a_model_is_told_the_version():
    form = NoteForm({"note": "Seen", "version": "3"}, version=4)

    assert form.is_valid()
    assert form.expected_version == 3


def test_the_version_alone_is_no_change():
    assert not VersionField().has_changed(3, "3")


@pytest.mark.shows("N53")
@pytest.mark.parametrize(
    "sent, allowed",
    [
        pytest.param("value=1&value=2", (), id="different answers"),
        pytest.param("value=1&value=1", (), id="the same answer"),
        pytest.param("value=1&value=2&service=1&service=2", ("service",), id="beside a multiple choice"),
    ],
)
def test_a_field_sent_twice_is_refused(sent, allowed):
    with pytest.raises(BadRequest, match="sent an answer twice"):
        refuse_repeats(QueryDict(sent), allowed)


@pytest.mark.shows("N53")
@pytest.mark.parametrize(
    "sent, allowed",
    [
        pytest.param("", (), id="nothing"),
        pytest.param("value=1&comment=2", (), id="each once"),
        pytest.param("value=", (), id="empty"),
        pytest.param("service=1&service=2", ("service",), id="a multiple choice"),
    ],
)
def test_each_field_sent_once_is_taken(sent, allowed):
    refuse_repeats(QueryDict(sent), allowed)
