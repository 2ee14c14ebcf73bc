"""The demo council: an invented borough whose officers have filled in five years of returns.

Nobody in it is real. Everything follows from the day it is asked for: the same day gives the same council.
"""
