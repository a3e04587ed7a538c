"""Which texts look like the value of a cell: amounts, counts, shares, dates of a few characters, ticks, "N/A"."""

from __future__ import annotations

import re

from report_extract.read.ticks import looks_like_tick

_NUMBER = (
    r"[(<>~≈c.]?\s*[-−–+]?\s*[£$€]?\s*[-−–+]?\d[\d,.]*(?: \d{3})*(?:/\d{1,4})?\s*(?:%|k|m|bn|pp)?\)?[*†‡#¹²³]{0,2}"
)
_VALUE = re.compile(rf"{_NUMBER}(?:\s*\(\s*{_NUMBER}\s*\))?")
_THOUSANDS = re.compile(r"\(\s*[£$€]?'?000s?\s*\)")
ABSENT = {"-", "–", "—", "n/a", "na", "nil", "none", "n/k", "tbc", "*", "..", "…", "c", "yes", "no", "y", "n"}
LONGEST_ABSENT = max(map(len, ABSENT))  # what is longer must be a number
_STARTS = frozenset("0123456789£$€(<>~≈c.-−–+")
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?")


def is_value(text: str, font: str = "") -> bool:
    """True for what stands in the body of a figure column: "£1,204", "66.6%", "12 (4%)", "✓", "n/a", "–".

    "2023 (£000)" has the form of two numbers, but it is a header with its unit.
    """
    text = text.strip()
    if not text or len(text) > 24 or (len(text) > LONGEST_ABSENT and text[0] not in _STARTS):
        return False
    if _THOUSANDS.search(text):
        return False
    return bool(_VALUE.fullmatch(text)) or text.lower() in ABSENT or looks_like_tick(text, font)


def is_number(text: str) -> bool:
    """True where the whole text is one printed number, with £ or % if need be."""
    return bool(_VALUE.fullmatch(text.strip()))


def is_period(text: str) -> bool:
    """True for a year or a financial year and nothing else: "2024", "2024/25", "2023-24"."""
    return bool(_PERIOD.fullmatch(text.strip()))
