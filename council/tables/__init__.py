"""Tables: the columns that lists are made of, and the base that draws them.

A noun's `tables.py` declares one Table. A heading sorts unless its column says `orderable=False`, with the reason
beside it.
"""

from council.tables.columns import (
    WORST_FIRST,
    Column,
    DateColumn,
    LinkColumn,
    NumberColumn,
    RagColumn,
    in_words,
)
from council.tables.rows import ListRows, QuerysetRows
from council.tables.table import Heading, Table

__all__ = [
    "WORST_FIRST",
    "Column",
    "DateColumn",
    "Heading",
    "LinkColumn",
    "ListRows",
    "NumberColumn",
    "QuerysetRows",
    "RagColumn",
    "Table",
    "in_words",
]
