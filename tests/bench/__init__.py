"""The benchmark: pages of a large council beside a bare page with the same figures, in one run (docs/speed.md)."""
