"""What customers asked for, remarked and praised, and what else is written in a case: invented."""

from council.demo.cases.said import (
    BENEFITS,
    CONTACT,
    HEALTH,
    HOUSING,
    LEISURE,
    LICENSING,
    PARKS,
    PLANNING,
    SHOP,
    STREETS,
    TAX,
    WASTE,
    WEBSITE,
)

REQUESTS: tuple[tuple[str, str, str], ...] = (
    # service, in a few words, and the words
    (WASTE, "A second recycling bin", "We are six now. May we have a second bin for paper and card?"),
    (
        WASTE,
        "New bin, the old one is cracked",
        "The lid is off and the wheel is gone. Please bring a new one.",
    ),
    (WASTE, "Missed collection", "The recycling of our side of the road was not collected today."),
    (WASTE, "Sofa to be taken away", "One sofa and one chair, at the front, from Tuesday on."),
    (STREETS, "Mattress by the lay-by", "Somebody has tipped a mattress and bags by the lay-by."),
    (STREETS, "Needles behind the garages", "There are needles behind the garages. Please come soon."),
    (PARKS, "Branch over the path", "A large branch hangs over the path by the pond."),
    (PARKS, "Bench in memory of my father", "How may I give a bench, and where may it stand?"),
    (LEISURE, "Concession for carers", "I care for my brother. Is there a card for the pool?"),
    (PLANNING, "May I see the file", "I should like to see the drawings for the barn by the ford."),
    (HOUSING, "I must leave in two months", "My landlord sells the house. What can I do, and by when?"),
    (BENEFITS, "My hours changed", "I work sixteen hours from next week. Whom do I tell?"),
    (TAX, "Pay in twelve parts", "Please let me pay in twelve parts and not in ten."),
    (TAX, "I moved", "I moved on the first. Please send the bill to the new address."),
    (HEALTH, "Rats by the allotments", "There are rats by the compost of the allotments."),
    (LICENSING, "Street party", "We should like to close our road for an afternoon in June."),
    (SHOP, "An appointment with somebody who signs", "I use sign language. When can I come?"),
)
COMMENTS: tuple[tuple[str, str, str], ...] = (
    (PARKS, "More bins by the lake", "There is only one bin by the lake, and it is full by noon."),
    (WEBSITE, "Larger letters on the map", "The names on the map are too small to read on a phone."),
    (CONTACT, "The music while one waits", "It is very loud. Could it be turned down?"),
    (LEISURE, "A quiet hour at the pool", "Other pools have a quiet hour for children who need it."),
    (STREETS, "Leaves on Mill Hill", "Please sweep Mill Hill first: it is the steepest road in the borough."),
)
COMPLIMENTS: tuple[tuple[str, str, str], ...] = (
    (WASTE, "The crew on our road", "They brought the bin back up the steps for my neighbour. Thank you."),
    (PARKS, "The flowers by the library", "They were a joy this summer."),
    (CONTACT, "A patient voice", "The lady on the phone took half an hour to help me with the form."),
    (SHOP, "Helped with everything", "One visit, three matters, all done. I did not expect it."),
    (HOUSING, "Kept her word", "She rang every Friday as she had said, until we had a flat."),
)

INCIDENT = "Recycling round 7 missed"
INCIDENT_WORDS = (
    "Round 7 was not collected because two vehicles failed on the same morning. It will be collected within two days. "
    "Please leave your bin out. You need not tell us again."
)
INCIDENT_OVER_WORDS = (
    "Round 7 was collected today. We are sorry that it was missed. Tell us if your own bin was left out "
    "once more."
)
AGAIN = "Garden waste not collected in Millbrook"
AGAIN_WORDS = "The lorry is being repaired. We will say here on which day your garden waste is collected."
INCIDENT_SAID = (
    "Our recycling was not collected.",
    "Nobody came for the recycling today.",
    "The whole road was missed.",
    "Is the recycling coming? It is still out.",
)

REPLIES = (
    "Thank you for telling us. We looked into each of your points and answer them below.",
    "We are sorry that you had to write to us. This is what we found.",
    "Thank you for your patience. We have spoken to everybody concerned, and this is our answer.",
)
DONE = ("It is done.", "This was done on the day after you wrote.", "We have put this right. Thank you.")
SECOND = (
    "My first point was not answered.",
    "It happened again the week after.",
    "I do not agree with what you found.",
    "The apology is welcome, but nothing has changed.",
)
LATE = (
    "Two officers of the team were ill at once.",
    "The contractor’s records came late.",
    "The case lay with the wrong team for a week.",
)
MORE_TIME = (
    "We wait for the records of the contractor, which we have asked for twice.",
    "We want to speak to the officer who dealt with it, who is back next week.",
)
TAKEN_BACK = (
    "It was put right before you could answer. Please close it.",
    "I spoke to somebody at the counter and need no answer any more.",
)
REFUSED: tuple[tuple[str, str], ...] = (
    ("too_old", "What you write about happened more than two years ago, and you knew of it then."),
    (
        "appeal",
        "There is a right of appeal to the Valuation Tribunal, which can change the decision; we cannot.",
    ),
    ("not_ours", "The road is the county’s. We have sent your words to its highways office."),
    ("considered", "We answered the same complaint at both stages last year."),
)
REMEDIES: tuple[tuple[str, str, int], ...] = (
    # kind, what, and pounds where it is money
    ("apology", "Write and apologise to the customer", 0),
    ("act", "Look at the place each week for a month and ring the customer", 0),
    ("explain", "Explain in writing how it is done from now on", 0),
    ("money", "Pay for the time and trouble", 75),
    ("record", "Correct the record of the address", 0),
    ("change", "Change the list that crews work from, so that it cannot happen again", 0),
)
