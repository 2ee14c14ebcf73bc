"""Executive summaries, to read and to write."""
