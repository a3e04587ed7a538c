"""How sure a metric is: the share of metrics found in the same way that are right, measured on the sample documents.

Source: `benchmarks/calibration.py` on the four sample reports (591 metrics in three layouts, docs/confidence.md). A
metric is right when value, unit and subject are gold's and nothing that it says of catalogue id, period, area or role
contradicts gold. Each constant is the mean of what the other documents say about a document (leave one out, one right
and one wrong added): a figure with its caption 0.97 of 105, a table cell 0.98 of 181, digits in a sentence 0.91 of 210
with a phrase of the catalogue and 0.77 of 25 without, numbers in words 0.85 of 32 and 0.68 of 38.

Whether area and period stand in the sentence or are inferred made little difference there (0.94 right with one of them
inferred, 0.93 with both), so it is told (`inferred`) and not counted.
"""

from __future__ import annotations

from typing import Protocol

FIGURE = 0.97
TABLE = 0.98
DIGITS_KNOWN = 0.91
DIGITS_UNKNOWN = 0.77
WORDS_KNOWN = 0.85
WORDS_UNKNOWN = 0.68


class Found(Protocol):
    """What confidence is made of; drafts and metrics have it."""

    @property
    def source(self) -> str: ...
    @property
    def metric(self) -> str | None: ...
    @property
    def value_text(self) -> str: ...


def confidence_of(found: Found) -> float:
    """0 to 1."""
    return basis(found)[1]


def basis(found: Found) -> tuple[str, float]:
    """How it was found, in words for a person, and the share of those that is right."""
    if found.source == "figure":
        return "a big number with its caption, or a chart", FIGURE
    if found.source == "table":
        return "a table cell under its headings", TABLE
    known, written = found.metric is not None, any(letter.isdigit() for letter in found.value_text)
    how = "digits" if written else "a number in words"
    whose = "a phrase of the catalogue" if known else "no phrase of the catalogue"
    sure = (DIGITS_KNOWN if known else DIGITS_UNKNOWN) if written else (WORDS_KNOWN if known else WORDS_UNKNOWN)
    return f"{how} in a sentence, with {whose} beside", sure
