"""Who is responsible: bodies and seats, posts and people, services, portfolios and their holders."""

from portfolios.models.body import Body, BodyName, Person, Post, PostTitle, Seat, Tenure
from portfolios.models.portfolio import Appointment, Portfolio, Responsibility
from portfolios.models.service import Service
from portfolios.models.term import Term

__all__ = [
    "Appointment",
    "Body",
    "BodyName",
    "Person",
    "Portfolio",
    "Post",
    "PostTitle",
    "Responsibility",
    "Seat",
    "Service",
    "Tenure",
    "Term",
]
