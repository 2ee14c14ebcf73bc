"""Part 1 of a four-monthly report of December 2002, its lists as they stand: they do not line up, and no name is kept.

Each heading has its progress, its issues, its owners and its times. Who goes with which issue the paper does not say.
"""

HEADINGS: dict[str, tuple[int, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    # heading: items of progress, issues, owners, times
    "Leadership": (
        4,
        (
            "Communication Strategy must be maintained",
            "Strategy and Action Plan for 2003-5",
            "Limited involvement",
        ),
        ("(CAPM)", "CD/CAPM", "CAPM/ Directors", "CAPM/ Directors"),
        ("Ongoing", "Quarterly", "Jan 03", "April 03"),
    ),
    "People Management": (
        3,
        ("Future recruitment and training plans", "Briefings for all Team leaders", "CAP HR strategy"),
        ("CAPM/ HR Business Unit Manager", "CAPM/HR Training Manager", "Head of HR/ CAPM"),
        ("Sept 03", "Spring 03", "April 03"),
    ),
    "Policy and Strategy": (
        3,
        ("Detailed Action Plan in context of PARIS outcomes", "Detailed Business Case for phones"),
        ("Corporate Director/ e-gov Co-ordinator", "CAPM", "RD/OD"),
        ("Jan 03", "April 03"),
    ),
    "Resources": (
        2,
        (
            "Shortfall in funding required to 2005",
            "Prioritisation criteria",
            "Funding model for one stop shops",
        ),
        ("Head of Strategic Resource Planning (HSRP)", "CAPM/HSRP", "HSRP"),
        ("Jan 03", "April 03", "April o3"),
    ),
    "Process": (
        9,
        (
            "Initial schedule of services agreed",
            "Partnerships need to be developed",
            "Open day planned 13/1/03",
            "BPR work must go ahead, but subject to Paris outcome",
            "Evaluation report to Exec.early in 2003.",
            "Future funding to be determined",
            "To be marketed across the Council",
            "Charter Mark Programme suspended",
            "Include complaints monitoring",
            "Recovery Plan in place",
        ),
        (
            "CAPM",
            "CAPM/ A colleague",
            "CAPM",
            "CAPM",
            "Performance Unit",
            "CP Team",
            "Performance Unit",
            "CAPM",
        ),
        ("June 03", "June 03", "13.1.03", "??", "Jan 03", "April 03", "June 03", "ongoing"),
    ),
}
