"""The procedures, the definition, the causes and the texts that a council starts from and rewords in the register."""

import datetime

from django.db import migrations

FIRST_DAY = datetime.date(2000, 1, 1)
CODE = "Complaint Handling Code of the Local Government and Social Care Ombudsman, 2024"
HOUSING_CODE = "Complaint Handling Code of the Housing Ombudsman, 2024"
PROCEDURES = (
    {
        "name": "Complaint Handling Code",
        "kind": "complaint",
        "code": "lgsco",
        "source": CODE,
        "is_usual": True,
    },
    {
        "name": "Housing complaints",
        "kind": "complaint",
        "code": "housing",
        "source": HOUSING_CODE,
        "ombudsman": "Housing Ombudsman",
        "ombudsman_contact": "www.housing-ombudsman.org.uk, 0300 111 3000",
    },
    {
        "name": "Service requests",
        "kind": "request",
        "code": "own",
        "source": "The council’s customer standards",
        "is_usual": True,
        "acknowledge_days": None,
        "counted_from": "receipt",
        "reply_days": 10,
        "has_stage_two": False,
    },
)
LINES = (
    (
        "1.2",
        "request",
        "A request that the council provides or improves a service, fixes a problem or reconsiders a decision.",
    ),
    (
        "1.4",
        "complaint",
        "An expression of dissatisfaction, however made, about the standard of service, actions or lack of action "
        "by the council, its own staff, or those acting on its behalf, affecting an individual or group.",
    ),
    (
        "1.5",
        "complaint",
        "Dissatisfaction without the word complaint, or made by somebody who speaks for another.",
    ),
    (
        "1.7",
        "complaint",
        "The person is dissatisfied with the response to a service request, even if it is still being handled.",
    ),
    (
        "Comment",
        "comment",
        "A view or an idea, with nothing asked for and no dissatisfaction with the council.",
    ),
    ("Compliment", "compliment", "Praise or thanks for a service, a team or a person."),
)
CAUSES = (
    ("Delay", "It was done too late, or not done when it was due."),
    ("Fault in the service", "It was done badly or went wrong."),
    ("Not done at all", "What should have been done was not."),
    ("Wrong or missing information", "What the customer was told was wrong, unclear or missing."),
    ("Staff conduct", "How somebody of the council behaved."),
    ("Policy or decision", "It was done as the policy says, and the policy is what was complained of."),
    ("Contractor or partner", "Somebody acting for the council did it."),
    ("Access", "The customer could not reach or use the service."),
    ("System or equipment", "A computer system, a vehicle or a machine failed."),
)
GREETING = "Dear {name},\n\n"
ENDING = "\n\nYou can see how far it is, and add to it, here:\n{link}\nKeep this link to yourself.\n\n{council}"
OMBUDSMAN = "{ombudsman}: {ombudsman_contact}."
TEXTS = {
    "received": (
        "We have received what you told us ({reference})",
        "Thank you for telling us about “{subject}”. Your reference is {reference}. Somebody will read it and "
        "tell you what happens next.",
    ),
    "acknowledged": (
        "We are looking into it ({reference})",
        "We are looking into “{subject}” ({reference}). {officer} is dealing with it and will reply by {due}.\n\n"
        "This is what we understand you to say:\n{points}\n\nTell us if we have this wrong.",
    ),
    "extended": (
        "We need more time ({reference})",
        "We are sorry that we need more time over “{subject}” ({reference}). We will reply by {due}.\n\n"
        "The reason is: {reason}\n\nIf you are unhappy with this, you may contact the " + OMBUDSMAN,
    ),
    "refused": (
        "What you told us is not accepted as a complaint ({reference})",
        "We have read “{subject}” ({reference}) and cannot take it on as a complaint.\n\n"
        "The reason is: {reason}\n\nYou have the right to take this decision to the " + OMBUDSMAN,
    ),
    "replied": ("Our reply ({reference})", "This is our reply about “{subject}” ({reference}).\n\n{reply}\n\n{next}"),
    "stage_two": (
        "Another officer will look at it again ({reference})",
        "You asked us to look again at “{subject}” ({reference}). Somebody who did not answer you before will do "
        "so, and tell you by {due} that they have begun.",
    ),
    "note": ("About {reference}", "{reason}"),
}


def add_what_is_missing(apps, schema_editor):
    """Adds each that is not there."""
    for fields in PROCEDURES:
        rest = {key: value for key, value in fields.items() if key != "name"}
        apps.get_model("complaints", "CaseProcedure").objects.get_or_create(
            name=fields["name"], starts_on=FIRST_DAY, defaults=rest
        )
    definition, _ = apps.get_model("complaints", "CaseDefinition").objects.get_or_create(
        number=1, defaults={"starts_on": FIRST_DAY, "source": CODE}
    )
    for number, kind, words in LINES:
        apps.get_model("complaints", "DefinitionLine").objects.get_or_create(
            definition=definition, number=number, kind=kind, defaults={"words": words}
        )
    for name, meaning in CAUSES:
        apps.get_model("complaints", "Cause").objects.get_or_create(name=name, defaults={"meaning": meaning})
    for kind, (subject, body) in TEXTS.items():
        apps.get_model("complaints", "MessageText").objects.get_or_create(
            kind=kind, defaults={"subject": subject, "body": f"{GREETING}{body}{ENDING}"}
        )


class Migration(migrations.Migration):
    dependencies = [("complaints", "0001_customers_and_cases"), ("council", "0004_complaints_officers")]

    operations = [migrations.RunPython(add_what_is_missing, migrations.RunPython.noop)]
