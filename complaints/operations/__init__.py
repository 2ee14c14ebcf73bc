"""The verbs of cases and customers: each changes the world in one transaction and keeps its history."""
