"""What customers complained of, service by service: invented, and about no real place or person."""

from dataclasses import dataclass

DELAY, FAULT, NOT_DONE = "Delay", "Fault in the service", "Not done at all"
INFORMATION, CONDUCT, POLICY = "Wrong or missing information", "Staff conduct", "Policy or decision"
CONTRACTOR, ACCESS, SYSTEM = "Contractor or partner", "Access", "System or equipment"


@dataclass(frozen=True)
class Grievance:
    """One thing that customers complain of, with what the council finds when it looks."""

    service: str
    subject: str
    words: str
    points: tuple[str, ...]
    answer: str
    cause: str
    upheld: float
    """How likely it is that a point of it is upheld."""
    weight: int = 1


WASTE, STREETS, PARKS, LEISURE = (
    "Waste and Recycling",
    "Street Cleansing",
    "Parks and Open Spaces",
    "Leisure and Culture",
)
PLANNING, HOUSING, BENEFITS, TAX = (
    "Development Management",
    "Housing Options",
    "Benefits",
    "Council Tax and Business Rates",
)
HEALTH, LICENSING, SHOP, CONTACT, WEBSITE, BUILDING = (
    "Environmental Health",
    "Licensing",
    "One Stop Shop",
    "Contact Centre",
    "Council Website",
    "Building Control",
)

GRIEVANCES = (
    Grievance(
        WASTE,
        "Garden bin missed three times",
        "Our garden bin has now been missed three times in a row although it was out before seven each time.",
        ("The garden bin was missed three times", "Nobody rang back as promised"),
        "The round was cut short on those days and the crew did not report it.",
        NOT_DONE,
        0.8,
        12,
    ),
    Grievance(
        WASTE,
        "Bin left in the road",
        "The crew leaves the bins in the middle of the road. My mother uses a wheelchair and cannot get past.",
        ("Bins are left where they block the way",),
        "The crew was told on the day where bins are to be put back, and the supervisor looked twice since.",
        CONTRACTOR,
        0.7,
        7,
    ),
    Grievance(
        WASTE,
        "Assisted collection stopped",
        "My assisted collection stopped without a word. I am eighty-four and cannot move the bin myself.",
        ("The assisted collection stopped", "I was not told why"),
        "The list was copied to the new vehicles without the addresses that have help.",
        SYSTEM,
        0.95,
        5,
    ),
    Grievance(
        STREETS,
        "Glass on the path by the school",
        "There has been broken glass on the path by the school since Monday and I have reported it twice.",
        ("The glass was not cleared", "The first report was closed without anything done"),
        "The first report was closed by mistake. The path was swept the day after the second.",
        FAULT,
        0.75,
        6,
    ),
    Grievance(
        PARKS,
        "Swing still broken",
        "The only swing for small children has been tied up since the spring.",
        ("The swing has not been mended for months",),
        "The part was ordered late. It is fitted now.",
        DELAY,
        0.7,
        5,
    ),
    Grievance(
        LEISURE,
        "Swimming lesson cancelled on the day",
        "The lesson was cancelled when we were already in the changing room, for the third time this term.",
        ("Lessons are cancelled at the last moment", "The fee was not given back"),
        "Two teachers left at once. The fee for each cancelled lesson is given back.",
        CONTRACTOR,
        0.6,
        5,
    ),
    Grievance(
        PLANNING,
        "Neighbours were not told of the extension",
        "We heard of the application when the builders came. No letter was sent to our side of the road.",
        ("We were not told of the application", "Our objection was not considered"),
        "Letters go to those who share a boundary; a notice was put up at the corner.",
        POLICY,
        0.25,
        7,
    ),
    Grievance(
        PLANNING,
        "No answer on my application for fourteen weeks",
        "My application was to be decided in eight weeks. It is now fourteen and nobody answers the phone.",
        ("It was not decided in time", "Calls are not returned"),
        "The officer left and the file was not handed on for five weeks.",
        DELAY,
        0.85,
        6,
    ),
    Grievance(
        HOUSING,
        "Put in a room with damp",
        "The room that we were given has black mould by the cot. I said so on the first day.",
        ("The room is damp", "Nothing was done when it was reported"),
        "The room was looked at after nine days. It should have been two.",
        DELAY,
        0.8,
        6,
    ),
    Grievance(
        BENEFITS,
        "Papers asked for a third time",
        "I have now sent the same wage slips three times, and my rent is not paid.",
        ("Papers were asked for again and again", "The claim takes too long"),
        "The slips were scanned to another claim. It was put right the same day and paid.",
        SYSTEM,
        0.8,
        7,
    ),
    Grievance(
        TAX,
        "Reminder for a bill that was paid",
        "I paid the whole year in April and now have a reminder with a threat of court.",
        ("A reminder was sent for a bill that was paid",),
        "The payment was put to an old account of the same address.",
        FAULT,
        0.85,
        7,
    ),
    Grievance(
        TAX,
        "Spoken to rudely about a discount",
        "I asked about the discount for one person and was told that everybody tries that.",
        ("An officer was rude on the phone",),
        "The call was listened to with the officer and her manager. It was not how we speak to customers.",
        CONDUCT,
        0.5,
        3,
    ),
    Grievance(
        HEALTH,
        "Noise from the yard every night",
        "We have sent eleven diary sheets about the lorries and have heard nothing since.",
        ("Nobody answered the diary sheets", "The noise goes on"),
        "The sheets were read and a visit made, but nobody wrote to say so.",
        INFORMATION,
        0.55,
        4,
    ),
    Grievance(
        LICENSING,
        "Taxi licence late",
        "I handed in everything five weeks ago and lose money every day.",
        ("The licence took too long",),
        "The medical form was waiting in a tray of another team.",
        DELAY,
        0.7,
        2,
    ),
    Grievance(
        SHOP,
        "Sent from one desk to another",
        "I was sent to four desks and then told to come back on Thursday.",
        ("Nobody could say whose matter it was",),
        "The duty list of that day was wrong.",
        INFORMATION,
        0.7,
        4,
    ),
    Grievance(
        CONTACT,
        "Forty minutes on the phone",
        "I held for forty minutes and was cut off.",
        ("The phone was not answered", "The call was cut off"),
        "Most lines were taken up by calls about a missed round.",
        ACCESS,
        0.75,
        6,
    ),
    Grievance(
        WEBSITE,
        "The form loses what I typed",
        "The form for a bulky collection throws away everything when the date is taken.",
        ("The form loses what was typed",),
        "The fault was found and mended within the week.",
        SYSTEM,
        0.9,
        3,
    ),
    Grievance(
        BUILDING,
        "Inspection missed",
        "The inspector did not come and the builders waited for a whole day.",
        ("The inspection was missed",),
        "It was booked on the wrong day.",
        FAULT,
        0.8,
        2,
    ),
)
"""Those that come up, waste most of all."""
