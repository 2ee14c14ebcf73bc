"""Laws for code that is not yet written, each with a control that shows it can fail."""
