"""The customers of the demo council: names made up of plants and tools, addresses that lead nowhere."""

from complaints.choices import ContactWay, CustomerStep
from complaints.models import Customer, CustomerEntry
from complaints.rules.matching import email_key, phone_key, place_key
from council.demo.chance import one_of, share
from council.demo.days import moment
from council.demo.register import Register
from council.demo.rows import add

CUSTOMERS = 290
ENTERED_TWICE = {61: 60, 73: 72, 85: 84}
"""Who was entered once more by somebody who did not find them, by their places in the list."""
MERGED = 85
"""One of them, whom the complaints team has merged with the first entry."""
FIRST = (
    *(
        "Alder",
        "Bettony",
        "Clover",
        "Dunstan",
        "Elowen",
        "Fabian",
        "Garland",
        "Hawthorn",
        "Isolde",
        "Jessamy",
    ),
    *("Kester", "Lavender", "Merrick", "Nettie", "Orrin", "Pascoe", "Quillon", "Rowan", "Sorrel", "Tansy"),
)
LAST = (
    *(
        "Applewhistle",
        "Barrowgate",
        "Candlewick",
        "Dewberry",
        "Elmshadow",
        "Fernyhollow",
        "Gatepost",
        "Haycock",
    ),
    *(
        "Inglefield",
        "Jarwood",
        "Kettlebrook",
        "Larchmont",
        "Mistlethwaite",
        "Nutbrook",
        "Oakapple",
        "Plumley",
    ),
    *(
        "Quickthorn",
        "Rushbrook",
        "Spindlewood",
        "Thatchwell",
        "Underfold",
        "Vetchling",
        "Whinberry",
        "Yarrowby",
    ),
)
ROADS = (
    "Mill Lane",
    "Ford Road",
    "Tanner’s Row",
    "Orchard Close",
    "Church Walk",
    "Station Road",
    "Lime Avenue",
)
NEEDS = ("Letters in large print.", "Please ring and do not write: reading is hard.", "Speaks Welsh at home.")
WAYS = (ContactWay.EMAIL,) * 7 + (ContactWay.LETTER, ContactWay.LETTER, ContactWay.PHONE)


def add_customers(register: Register) -> list[Customer]:
    """Everybody who was in touch, entered before the first case."""
    at = moment(register.days.working_day(register.days.today, -400), 0.2)
    rows = [_customer(number) for number in range(CUSTOMERS)]
    add(rows, by=None, at=at)
    add((CustomerEntry(customer=row, step=CustomerStep.ENTERED, at=at) for row in rows), by=None, at=at)
    return rows


def _customer(number: int) -> Customer:
    """A customer of their own, or one entered a second time with what they said that time."""
    if number in ENTERED_TWICE:
        row = _customer(ENTERED_TWICE[number])
        row.email, row.way, row.adjustments = "", ContactWay.LETTER, ""
        row.address = f"{number} Mill Lane, Wexcombe"
        return _with_keys(row)
    first, last = FIRST[number % len(FIRST)], LAST[(number * 7 + number // len(FIRST)) % len(LAST)]
    key = ("customer", number)
    way = WAYS[int(share("way", *key) * len(WAYS))]
    row = Customer(
        name=f"{first} {last}",
        email=f"{first}.{last}.{number}@example.com".lower() if way == ContactWay.EMAIL else "",
        # 01632 960000 to 960999 are numbers that Ofcom keeps for stories.
        phone=f"01632 960{number:03}" if way != ContactWay.LETTER else "",
        address=f"{1 + int(share('house', *key) * 90)} {one_of(ROADS, 'road', *key)}, Wexcombe",
        postcode=f"XW{1 + number % 9} {1 + number % 7}AB",
        way=way,
        adjustments=one_of(NEEDS, "need", *key) if share("needs", *key) < 0.05 else "",
    )
    return _with_keys(row)


def _with_keys(row: Customer) -> Customer:
    row.email_key, row.phone_key = email_key(row.email), phone_key(row.phone)
    row.place_key = place_key(row.name, row.postcode)
    return row
