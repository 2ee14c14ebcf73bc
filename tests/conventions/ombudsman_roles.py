"""Which code the pages of Ombudsman cases, letters, annual reports and printed figures answer to each role."""

# Who writes what teams' returns and the year come to: lead officers and the complaints team.
WRITERS_OF_FEEDBACK = "302 302  403 403  200 403 403  200"
KEPT_BY_THE_TEAM = (
    "case_ombudsman",
    *(f"ombudsman_{page}" for page in ("new", "change", "decide", "recommend", "settle")),
)
WRITTEN = (
    *("ombudsman_letter_new", "ombudsman_letter_change", "annual_case_figure_new", "annual_paragraph"),
    *(f"annual_report_{page}" for page in ("new", "work", "present", "erratum", "response")),
)
READ = ("ombudsman_letters", "ombudsman_letter", "annual_reports", "annual_report", "annual_case_figures")


def of_ombudsmen(everybody, takers, handlers, team, public):
    """The lines of these pages, GET and POST alike, from the lines of the roles that share them."""
    lines = {
        "ombudsman_cases": takers,
        "ombudsman_case": handlers,
        "published_reports": public,
        "published_report": public,
        **dict.fromkeys(KEPT_BY_THE_TEAM, team),
        **dict.fromkeys(READ, everybody),
        **dict.fromkeys(WRITTEN, WRITERS_OF_FEEDBACK),
    }
    return {name: (line, line) for name, line in lines.items()}
