"""The pages of progress reports: read, begun, written, presented, corrected."""
