"""Progress reports: who owes what by when, what stands in a report, and what it must have before it is presented."""
