"""Figures across cases: read, never written."""
