"""What customers of the demo council said in the last eighteen months, and what was done about it. All invented."""
