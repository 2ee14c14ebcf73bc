"""Test data that states only what matters. People have jobs: `officer()`, `member()`."""

from tests.factories.people import (
    AppointmentFactory,
    BodyFactory,
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
    "IndicatorFactory",
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
