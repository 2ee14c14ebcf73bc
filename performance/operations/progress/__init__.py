"""The verbs of progress reports: begun, written, presented, and corrected beside their words."""
