"""Human resources."""

from council.demo.plan import ANNUAL, Aim, Compared, Course, DemoIndicator, Story, Wording
from performance.choices import Direction, ReferenceKind, ValueKind, ValueStatus, YearToDate

STAFF = "Human Resources"
HR_HEAD = "Head of Human Resources"


SICKNESS = DemoIndicator(
    reference="BV12",
    title="Working days lost to sickness for each employee",
    service=STAFF,
    owner=HR_HEAD,
    given_by=ReferenceKind.NATIONAL,
    kind=ValueKind.DURATION,
    unit="days",
    direction=Direction.LOWER,
    definition=(
        Wording(
            says="Working days lost in the last twelve months, for each full-time equivalent employee.",
            source="Payroll",
        ),
    ),
    year_to_date=YearToDate.LATEST,
    expects=("9.3", "9"),
    course=Course(
        then=10.2,
        now=8.8,
        season=(-0.1, -0.2, 0.1, 0.3),
        swing=0.35,
        bumps={0: 0.9, 1: 0.5, 6: 0.5, 10: 1.1, 11: 1.2, 19: 1.2},
    ),
    aim=Aim(figure="9", step="-0.3"),
    compared=(Compared(figure="8.4"),),
    missed=(
        "Long absences account for six days in ten, most of them in two services. Each case has a plan "
        "with a date, and the occupational health contract now sees people within ten days.",
        "An infection went through two teams in {month}. Vaccination is offered at all three offices "
        "in {later}.",
        "Two services account for half of it. Their heads report to the management team "
        "each month until {later}.",
    ),
    stories={0: Story(status=ValueStatus.PROVISIONAL)},
)

TURNOVER = DemoIndicator(
    reference="HR2",
    title="Employees who left in the last twelve months",
    service=STAFF,
    owner=HR_HEAD,
    direction=Direction.RANGE,
    definition=(
        Wording(
            says="Leavers as a share of the workforce. None would be as unhealthy as many.", source="Payroll"
        ),
    ),
    year_to_date=YearToDate.LATEST,
    course=Course(then=15.6, now=12.1, swing=0.6, bumps={14: 1.4}),
    aims=("9% to 13%", "9% to 13%", "9% to 14%", "10% to 14%", "10% to 15%", "10% to 15%"),
    missed=(
        "Planners and environmental health officers leave for agencies. A market supplement for both "
        "goes to the Cabinet in {soon}.",
        "Eleven people retired in {month}, as planned. Without them it would be within the range.",
        "The One Stop Shop lost six people to one new call centre. Pay for the first two years there "
        "is under review until {soon}.",
    ),
)

PAY_GAP = DemoIndicator(
    reference="HR4",
    title="Median gender pay gap",
    service=STAFF,
    owner=HR_HEAD,
    direction=Direction.NEITHER,
    cycle=ANNUAL,
    lowest="-100",
    definition=(
        Wording(
            says="For information, as published by law each March: by how much women's median pay is lower.",
            source="Payroll on 31 March",
        ),
    ),
    says=("3.1%", "3.8%", "4.4%", "4.2%", "5.0%", "5.6%"),
)

APPRAISED = DemoIndicator(
    reference="HR3",
    title="Employees with a review of their work in the year",
    service=STAFF,
    owner=HR_HEAD,
    decimals=0,
    cycle=ANNUAL,
    definition=(Wording(says="Employees whose review was recorded by 31 March.", source="HR system"),),
    says=("93%", "88%", "91%", "84%", "79%", "90%"),
    aims=("92%", "90%", "90%", "90%", "90%", "90%"),
    missed=(
        "Reviews were held, but a third were not written up in time. The form is down to one page.",
        "The depot's reviews began late. Supervisors have half a day a week for them from {soon}.",
    ),
    ended_years_ago=1,
)

INDICATORS = (
    SICKNESS,
    TURNOVER,
    PAY_GAP,
    APPRAISED,
)
