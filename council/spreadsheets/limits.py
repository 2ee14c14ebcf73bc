"""How much a file may hold. Far more than any council's table, and little enough to be read in seconds."""

MEGABYTE = 1024 * 1024

MOST_BYTES = 10 * MEGABYTE
"""Of the file as it is brought."""
MOST_ROWS = 20_000
"""Rows with something in them, under the headings."""
MOST_COLUMNS = 200
MOST_TEXT = 32_767
"""Characters in one cell: what Excel holds."""
MOST_BLANK_ROWS = 1_000
"""Blank rows after which a table has ended."""

MOST_INFLATED = 100 * MEGABYTE
"""Of all parts of a workbook together, once unzipped."""
MOST_RATIO = 200
"""How many times larger than its zipped form a part may be. Real sheets reach 10 to 50; zip bombs 400 to 1,000."""
RATIO_FROM = MEGABYTE
"""Parts smaller than this may have any ratio."""
MOST_PARTS = 5_000

MOST_MEMORY = 512 * MEGABYTE
"""Of the process that reads a file."""
MOST_SECONDS = 10
"""Of computing that the reading may take."""
MOST_WAITING = 20
"""Seconds until a person who waits is told, on a busy machine."""
