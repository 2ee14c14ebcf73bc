"""How an indicator is called in one line."""


def called(reference: str, title: str) -> str:
    """The reference and the title: "LP2 Missed bins", "3: % of citizens satisfied".

    The colon keeps a reference from being read as a figure: "3 % of citizens satisfied", "5 complaints upheld".
    """
    if not (reference and title):
        return reference or title
    is_misread = reference.isdecimal() or not title[0].isalpha()
    return f"{reference}{':' if is_misread else ''} {title}"
