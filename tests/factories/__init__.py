"""Test data that states only what matters. People have jobs: `officer()`, `member()`."""

from tests.factories.people import (
    AppointmentFactory,
    BodyFactory,
    FindingFactory,
    MeetingFactory,
    PersonFactory,
    PortfolioFactory,
    PostFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TenureFactory,
    UserFactory,
)
from tests.factories.performance import (
    CycleFactory,
    IndicatorFactory,
    PeriodFactory,
    RatingRuleFactory,
    TargetFactory,
)

__all__ = [
    "AppointmentFactory",
    "BodyFactory",
    "CycleFactory",
    "FindingFactory",
    "IndicatorFactory",
    "MeetingFactory",
    "PeriodFactory",
    "PersonFactory",
    "PortfolioFactory",
    "PostFactory",
    "RatingRuleFactory",
    "ResponsibilityFactory",
    "ServiceFactory",
    "TargetFactory",
    "TenureFactory",
    "UserFactory",
]
