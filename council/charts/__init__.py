"""Charts drawn on the server as inline SVG, each with its numbers as a table.

No script, no style attribute: colours and strokes are presentation attributes, so that a strict content
security policy, paper and a picture maker all show the same. In a template: `{% load charts %}`, then
`{% chart figure %}` or `{% sparkline spark %}`.
"""

from council.charts.bars import StatusBar
from council.charts.change import Change, Reliance, reliance_icon, variation_icon
from council.charts.figure import ChartTable, Drawing, Figure, name_of, svg
from council.charts.history import StatusHistory
from council.charts.looks import LOOKS, Look
from council.charts.series import Limits, Point
from council.charts.spark import Sparkline
from council.charts.trend import TrendChart

__all__ = [
    "LOOKS",
    "Change",
    "ChartTable",
    "Drawing",
    "Figure",
    "Limits",
    "Look",
    "Point",
    "Reliance",
    "Sparkline",
    "StatusBar",
    "StatusHistory",
    "TrendChart",
    "name_of",
    "reliance_icon",
    "svg",
    "variation_icon",
]
