"""Two portfolios of 2005: what they were called, and the days on which their remits were spoken of.

They have ended since. The report of 7 April 2005 recommended to amend both (council.demo.papers_of_old).
"""

import datetime

DEVELOPMENT = "Development and Economic Regeneration"
E_GOVERNMENT = "E-Government and Member Services"
PORTFOLIOS_2005: tuple[tuple[str, str], ...] = (
    (DEVELOPMENT, "What was built where, and work for those who lived there."),
    (E_GOVERNMENT, "Council business online, the One Stop Shop, and what councillors needed."),
)

BEGAN = datetime.date(2004, 5, 21)
ENDED = datetime.date(2011, 5, 19)
"""The last day of both."""

CABINET_2005 = datetime.date(2005, 4, 7)
ANNUAL_MEETING_2005 = datetime.date(2005, 5, 20)

REPORT_2005 = "Portfolios: responsibilities for the planning service and customer relationship management"
"""The subject of the report, by which amendments find it."""
