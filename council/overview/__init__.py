"""Pages that put the apps side by side, and the errors that any of them may end in."""
