"""How the reference of a case stands in an address."""


class ReferenceConverter:
    """A reference such as C-2026-0042, in capitals or not."""

    regex = r"[Cc]-[0-9]{4}-[0-9]{4,9}"

    def to_python(self, value: str) -> str:
        """The reference as it is kept."""
        return value.upper()

    def to_url(self, value: str) -> str:
        """The reference as it is shown."""
        return value
