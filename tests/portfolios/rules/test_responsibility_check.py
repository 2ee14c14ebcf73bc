"""What the check before the annual meeting tells, and what it leaves alone."""

from datetime import date

import pytest

from portfolios.choices import Aspect, BodyKind, ServiceLevel
from portfolios.rules.responsibility import Answering, Responsible, ServiceAnswers, aspect_line
from portfolios.rules.responsibility_check import CheckKind, Confusion, Vacancy, check, is_mixed

PORTFOLIO, BODY, POST = Answering


def portfolio(pk=1, name="Place", **more):
    return Responsible(PORTFOLIO, pk, name, **({"evidence": "The remit"} | more))


def body(kind=BodyKind.COMMITTEE, name="Planning Committee", **more):
    return Responsible(BODY, 1, name, body_kind=kind, **({"evidence": "The constitution"} | more))


def service(
    name="Planning", pk=1, above=(), level=ServiceLevel.SERVICE, inherits=(), has_below=False, **rows
):
    """A service with rows by aspect; `inherits` are rows of the service above, for delivery."""
    leaves_below = level == ServiceLevel.DIRECTORATE and has_below
    aspects = tuple(
        aspect_line(
            each,
            [(name, rows.get(each, ())), ("Above", inherits if each == Aspect.DELIVERY else ())],
            may_leave_below=leaves_below,
        )
        for each in Aspect
    )
    return ServiceAnswers(pk, name, level, above, ("Above",) * len(above), aspects)


def told(*services):
    return [(problem.kind, problem.about) for problem in check(services, [], [])]


GAP, TWO, INFORMAL, MIXED = (
    CheckKind.NO_PORTFOLIO,
    CheckKind.TWO_PORTFOLIOS,
    CheckKind.INFORMAL,
    CheckKind.MIXED,
)
CUSTOM = portfolio(is_express=False, evidence="Grew out of a project")


@pytest.mark.shows("L4", "S0-09", "S0-10", "S0-11")
@pytest.mark.parametrize(
    "services, problems",
    [
        pytest.param([service(delivery=[portfolio()])], [], id="clear"),
        pytest.param([service()], [(GAP, "Planning")], id="nobody"),
        pytest.param([service(inherits=[portfolio()])], [], id="a-team-inherits"),
        pytest.param(
            [service(level=ServiceLevel.DIRECTORATE, has_below=True)], [], id="a-directorate-leaves-it"
        ),
        pytest.param(
            [service(level=ServiceLevel.DIRECTORATE)],
            [(GAP, "Planning")],
            id="a-directorate-with-nothing-below-cannot",
        ),
        pytest.param(
            [service(), service("Team", 2, above=(1,))], [(GAP, "Planning")], id="told-once-for-all"
        ),
        pytest.param(
            [service(delivery=[portfolio(), portfolio(2, "Streets")])],
            [(TWO, "Planning")],
            id="two-portfolios",
        ),
        pytest.param(
            [service(inherits=[portfolio(), portfolio(2, "Streets")])], [], id="two-told-where-recorded"
        ),
        pytest.param(
            [service(delivery=[CUSTOM], inherits=[portfolio(2, "Streets")])],
            [(TWO, "Planning")],
            id="custom-beside-words",
        ),
        pytest.param(
            [service(delivery=[portfolio(), body()])], [(MIXED, "Planning")], id="committee-delivers"
        ),
        pytest.param([service(delivery=[CUSTOM])], [(INFORMAL, "Planning")], id="informal-only"),
        pytest.param(
            [service(delivery=[portfolio()], regulatory=[portfolio()])],
            [(MIXED, "Planning")],
            id="portfolio-decides",
        ),
        pytest.param(
            [service(delivery=[portfolio(ended_on=date(2026, 5, 19))])],
            [(CheckKind.ENDED, "Planning")],
            id="ended",
        ),
        pytest.param(
            [service(delivery=[portfolio(evidence="")])], [(CheckKind.NO_WORDS, "Planning")], id="no-words"
        ),
    ],
)
def test_what_is_not_clear_is_told_once(services, problems):
    assert told(*services) == problems


@pytest.mark.shows("S0-09")
@pytest.mark.parametrize(
    "aspect, who, mixed",
    [
        pytest.param(Aspect.POLICY, portfolio(), False, id="portfolio-policy"),
        pytest.param(Aspect.DELIVERY, portfolio(), False, id="portfolio-delivery"),
        pytest.param(Aspect.REGULATORY, portfolio(), True, id="portfolio-decides"),
        pytest.param(Aspect.SCRUTINY, portfolio(), True, id="portfolio-scrutinises"),
        pytest.param(Aspect.DELIVERY, body(BodyKind.EXECUTIVE), False, id="cabinet-delivers"),
        pytest.param(Aspect.REGULATORY, body(BodyKind.EXECUTIVE), True, id="cabinet-decides-applications"),
        pytest.param(Aspect.REGULATORY, body(), False, id="committee-decides"),
        pytest.param(Aspect.DELIVERY, body(), True, id="committee-delivers"),
        pytest.param(Aspect.POLICY, body(BodyKind.SCRUTINY), True, id="scrutiny-makes-policy"),
        pytest.param(Aspect.SCRUTINY, body(BodyKind.SCRUTINY), False, id="scrutiny-scrutinises"),
        pytest.param(Aspect.POLICY, body(BodyKind.COUNCIL), False, id="the-council-itself"),
        pytest.param(Aspect.REGULATORY, Responsible(POST, 1, "Manager"), False, id="a-post-by-delegation"),
    ],
)
def test_executive_and_regulatory_are_kept_apart(aspect, who, mixed):
    assert is_mixed(aspect, who) is mixed


@pytest.mark.parametrize(
    "problem, sentence",
    [
        pytest.param(
            check([service(), service("Team", 2, above=(1,))], [], []),
            "No portfolio answers for the delivery and improvement of Planning, nor of what stands below it.",
            id="gap",
        ),
        pytest.param(
            check([service(delivery=[portfolio(), portfolio(2, "Streets"), portfolio(3, "Homes")])], [], []),
            "Three portfolios answer for the delivery and improvement of Planning: Place, Streets and Homes.",
            id="three",
        ),
        pytest.param(
            check([service(delivery=[CUSTOM])], [], []),
            "No words give the delivery and improvement of Planning to anybody. "
            "Place leads: Grew out of a project.",
            id="informal",
        ),
        pytest.param(
            check([], [Vacancy(1, "Place", date(2026, 5, 20), "Resigned")], []),
            "Nobody holds Place since 20 May 2026. Resigned.",
            id="vacant",
        ),
        pytest.param(
            check([], [Vacancy(1, "Place", None)], []),
            "Nobody holds Place; no holder before is recorded.",
            id="never-held",
        ),
        pytest.param(
            check([], [], [Confusion(1, "Inspection", "Planning", "The inspectorate", "Draft", "Confusion")]),
            "The inspectorate (draft) found: “Confusion”",
            id="confusion",
        ),
    ],
)
def test_a_problem_is_a_sentence(problem, sentence):
    assert [each.sentence for each in problem] == [sentence]


def test_problems_come_sort_by_sort():
    found = check(
        [service(delivery=[portfolio(evidence="")]), service("Licensing", 2)],
        [Vacancy(1, "Place", None)],
        [Confusion(1, "Inspection", "", "The inspectorate", "Draft", "Confusion")],
    )

    assert [each.kind for each in found] == [
        GAP,
        CheckKind.CONFUSION,
        CheckKind.VACANT,
        CheckKind.NO_WORDS,
    ]
    assert found[1].about == "Inspection"
