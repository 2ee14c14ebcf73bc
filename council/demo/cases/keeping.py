"""How long the demo council keeps cases: a legal hold, the nightly runs, and who looked at some of them."""

import datetime
from collections.abc import Sequence

from complaints.choices import CaseState, LookAs, LookKind
from complaints.models import Case, LegalHold, Look, RetentionRun
from council.demo.chance import share
from council.demo.days import moment
from council.demo.register import Register
from council.demo.rows import add

NIGHTS = 3
LOOKED_AT = 25
WHY = "Their solicitor wrote that a claim will be brought. Held until it is settled."


def add_keeping(register: Register, cases: Sequence[Case]) -> None:
    """Holds one closed complaint, and adds runs that found nothing due yet and looks at the newest cases."""
    team, today = register.users["complaints"], register.days.today
    closed = [each for each in cases if each.state == CaseState.CLOSED and each.kind == "complaint"]
    if closed:
        hold = LegalHold(
            case=closed[-1], why=WHY, at=moment(register.days.working_day(today, -4), 0.4), by=team
        )
        add([hold], by=team, at=hold.at)
    nights = [moment(today, 0) - datetime.timedelta(days=ago, hours=5) for ago in range(NIGHTS)]
    runs = [RetentionRun(began_at=each, ended_at=each, kept=0, figures_stayed=True) for each in nights]
    add(runs, by=None, at=register.set_up_at)
    add(_looks(register, cases[-LOOKED_AT:]), by=None, at=register.set_up_at)


def _looks(register: Register, cases: Sequence[Case]) -> list[Look]:
    """Each of the cases was read by its handler some days ago, and every third by the complaints team."""
    team, day = register.users["complaints"], register.days.working_day(register.days.today, -1)
    looks = []
    for number, case in enumerate(cases):
        readers = [(case.handler, LookAs.HANDLER)] if case.handler else []
        readers += [(team, LookAs.TEAM)] if number % 3 == 0 else []
        for user, looked_as in readers:
            at = moment(day, share("look", number, looked_as))
            looks.append(
                Look(
                    user=user,
                    case=case,
                    customer=case.customer,
                    kind=LookKind.CASE,
                    looked_as=looked_as,
                    at=at,
                )
            )
    return looks
