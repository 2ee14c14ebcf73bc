"""Executive summaries: which section a service belongs in, the sentence that says why, and what has changed since."""
