"""How sure each way of finding a metric is, before calibration on the samples.

Set by eye on one report: figures and tables bind number and label by print, digits with a catalogue rule seldom err,
number words without one often do.
"""

from __future__ import annotations

from typing import Protocol

FIGURE = 0.95
TABLE = 0.93
DIGITS_KNOWN = 0.93
DIGITS_UNKNOWN = 0.82
WORDS_KNOWN = 0.88
WORDS_UNKNOWN = 0.65
PER_GUESS = 0.02
"""Taken off for an area or a period that the sentence itself does not state."""


class Found(Protocol):
    """What confidence is made of; drafts and metrics have it."""

    @property
    def source(self) -> str: ...
    @property
    def metric(self) -> str | None: ...
    @property
    def value_text(self) -> str: ...
    @property
    def inferred(self) -> tuple[str, ...]: ...


def confidence_of(found: Found) -> float:
    """0 to 1."""
    return round(basis(found)[1] - PER_GUESS * len(found.inferred), 2)


def basis(found: Found) -> tuple[str, float]:
    """How it was found, in words for a person, and how sure that is before what is taken off for guesses."""
    if found.source == "figure":
        return "a big number with its caption, or a chart", FIGURE
    if found.source == "table":
        return "a table cell under its headings", TABLE
    known, written = found.metric is not None, any(letter.isdigit() for letter in found.value_text)
    how = "digits" if written else "a number in words"
    whose = "a phrase of the catalogue" if known else "no phrase of the catalogue"
    sure = (DIGITS_KNOWN if known else DIGITS_UNKNOWN) if written else (WORDS_KNOWN if known else WORDS_UNKNOWN)
    return f"{how} in a sentence, with {whose} beside", sure
