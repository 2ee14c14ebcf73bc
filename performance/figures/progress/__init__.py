"""Figures of progress reports: what one says, and what all of them come to."""
