"""How the reference of a case stands in an address."""


class ReferenceConverter:
    """A reference such as C-2026-0042, or X-2020-48151623 of one that is anonymised; in capitals or not."""

    regex = r"[CcXx]-[0-9]{4}-[0-9]{4,9}"

    def to_python(self, value: str) -> str:
        """The reference as it is kept."""
        return value.upper()

    def to_url(self, value: str) -> str:
        """The reference as it is shown."""
        return value
