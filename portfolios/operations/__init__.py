"""The verbs of portfolios: each changes the world in one transaction and keeps its history."""
