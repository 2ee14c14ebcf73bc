"""Reading a year table that a council has already published, and saying what is odd about it.

Such a table has one row for each indicator: its reference, earlier years, the target, the estimated outturn,
a status and a comment. Nothing is repaired: every cell keeps its words, and what is odd becomes a sentence.
"""
