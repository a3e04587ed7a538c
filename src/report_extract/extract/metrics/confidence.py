"""How sure each way of finding a metric is, before calibration on the samples.

Set by eye on one report: figures and tables bind number and label by print, digits with a catalogue rule seldom err,
number words without one often do.
"""

FIGURE = 0.95
TABLE = 0.93
DIGITS_KNOWN = 0.93
DIGITS_UNKNOWN = 0.82
WORDS_KNOWN = 0.88
WORDS_UNKNOWN = 0.65
NONE_STATED = 0.75
PER_GUESS = 0.04
"""Taken off for an area or a period that the sentence itself does not state."""
