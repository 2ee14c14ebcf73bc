"""The arithmetic and the laws of cases: plain values in and out; no database, no clock, no web."""
