"""Figures across rows: they read, count and compare, and write nothing."""
