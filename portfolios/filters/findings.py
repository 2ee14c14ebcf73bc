"""How findings are looked for."""

from council.filters import ChoiceFilter, FilterSet, SearchFilter, YesNoFilter
from portfolios.choices import FindingStatus


class FindingFilters(FilterSet):
    """By their words, how final they are, and whether they are about responsibility."""

    q = SearchFilter("title", "made_by", "quotation")
    status = ChoiceFilter(choices=FindingStatus.choices, label="Status")
    unclear = YesNoFilter(field_name="is_about_responsibility", label="Found it unclear who is responsible")
