import datetime

import pytest

from portfolios.models import Body, Post, Seat, Tenure
from tests.council.admin.filled import problems, row_problems, save
from tests.factories import BodyFactory, PersonFactory, PostFactory, ServiceFactory


@pytest.fixture
def keeper(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.mark.shows("X-04")
def test_a_body_keeps_the_names_that_papers_give_it_with_their_days(keeper):
    body = BodyFactory(name="Cabinet")

    save(
        keeper,
        f"/admin/portfolios/body/{body.pk}/change/",
        other_names__0__name="Policy Board",
        other_names__0__ends_on="19 May 2005",
        why="Renamed by annual Council",
    )

    name = body.other_names.get()
    assert (name.name, name.ends_on) == ("Policy Board", datetime.date(2005, 5, 19))


@pytest.mark.shows("X-01", "S2-11")
def test_two_people_share_a_post_and_its_earlier_title_is_kept(keeper):
    post, one, other = PostFactory(title="Head of Planning"), PersonFactory(), PersonFactory()
    address = f"/admin/portfolios/post/{post.pk}/change/"

    save(keeper, address, other_titles__0__title="Planning Lead", tenures__0__person=one.pk, why="Job share")
    save(keeper, address, tenures__1__person=other.pk, why="Job share")

    assert {tenure.person for tenure in Tenure.objects.filter(post=post)} == {one, other}
    assert post.other_titles.get().title == "Planning Lead"


@pytest.mark.shows("X-01")
def test_a_post_may_be_known_by_initials_that_are_not_spelled_out(keeper):
    save(keeper, "/admin/portfolios/post/add/", title="CAPM", abbreviation="CAPM")

    assert Post.objects.get().abbreviation == "CAPM"


def test_a_seat_is_for_a_person_or_a_post_and_not_both(keeper):
    body, person, post = BodyFactory(), PersonFactory(), PostFactory()
    address = f"/admin/portfolios/body/{body.pk}/change/"

    both = save(keeper, address, seats__0__person=person.pk, seats__0__post=post.pk, why="Test")
    one = save(keeper, address, seats__0__post=post.pk, seats__0__role="adviser", why="Test")

    assert row_problems(both) == [{"__all__": ["Choose either a person or a post for the seat, not both."]}]
    assert (one.status_code, Seat.objects.get().post) == (302, post)


def test_a_seat_can_be_given_from_the_person_too(keeper):
    body, person = BodyFactory(), PersonFactory()

    save(
        keeper, f"/admin/portfolios/person/{person.pk}/change/", seats__0__body=body.pk, why="Annual meeting"
    )

    assert Seat.objects.get().person == person


@pytest.mark.parametrize("below", [0, 1], ids=["itself", "what-stands-below-it"])
def test_a_body_cannot_stand_below_itself(keeper, below):
    top = BodyFactory(name="Council")
    bodies = [top, BodyFactory(name="Committee", parent=top)]

    answer = save(keeper, f"/admin/portfolios/body/{top.pk}/change/", parent=bodies[below].pk, why="Test")

    assert problems(answer) == {"parent": ["A body cannot stand below itself. Choose another"]}
    assert Body.objects.get(pk=top.pk).parent is None


def test_a_service_cannot_stand_below_itself(keeper):
    top = ServiceFactory(name="Environment")
    below = ServiceFactory(name="Waste", parent=top)

    answer = save(keeper, f"/admin/portfolios/service/{top.pk}/change/", parent=below.pk, why="Test")

    assert problems(answer) == {"parent": ["A service cannot stand below itself. Choose another place."]}


def test_two_services_of_one_name_stand_apart_only_at_different_places(keeper):
    top = ServiceFactory(name="Environment", level="directorate")
    ServiceFactory(name="Support", parent=top)

    same = save(keeper, "/admin/portfolios/service/add/", name="Support", level="team", parent=top.pk)
    other = save(keeper, "/admin/portfolios/service/add/", name="Support", level="team", parent="")

    assert problems(same) == {"": ["There is already a service of this name at this place."]}
    assert other.status_code == 302
