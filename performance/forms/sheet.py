"""An officer's own sheet of a quarter, filled in and brought back."""

from council.forms import Form
from performance.forms.imports import SheetField


class SheetForm(Form):
    """The filled sheet."""

    file = SheetField(label="The filled sheet", help_text="The Excel file of this page, or a CSV file of it")
