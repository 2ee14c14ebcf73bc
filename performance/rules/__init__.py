"""The pure arithmetic of performance: plain values in and out; no clock, no database."""
