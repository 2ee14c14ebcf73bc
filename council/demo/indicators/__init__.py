"""Some sixty indicators, a module for each service or two."""

from council.demo.indicators import (
    benefits,
    bins,
    building,
    customers,
    democracy,
    health,
    housing,
    leisure,
    money,
    parks,
    planning,
    staff,
    streets,
    telling,
    waste,
    website,
)
from council.demo.plan import DemoIndicator

INDICATORS: tuple[DemoIndicator, ...] = (
    *waste.INDICATORS,
    *bins.INDICATORS,
    *streets.INDICATORS,
    *parks.INDICATORS,
    *leisure.INDICATORS,
    *health.INDICATORS,
    *planning.INDICATORS,
    *building.INDICATORS,
    *housing.INDICATORS,
    *benefits.INDICATORS,
    *money.INDICATORS,
    *customers.INDICATORS,
    *website.INDICATORS,
    *staff.INDICATORS,
    *democracy.INDICATORS,
    *telling.INDICATORS,
)
