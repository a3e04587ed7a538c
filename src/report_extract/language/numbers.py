"""Printed numbers and number words as values."""

from __future__ import annotations

import re

ONES = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000, **SCALES}
ORDINALS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}
FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}

_COMMA_SHARE = r"\d{1,2},\d{1,2}(?=\s?(?:%|per\s?cent))"
DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{_COMMA_SHARE}|\d+(?:\.\d+)?)"
"""Printed digits. A comma before one or two digits and a per cent sign can only stand for a point: "10,2%"."""
_DIGIT_WORDS = "|".join(list(ONES)[1:10])
_ONES_WORDS = "|".join(sorted(ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{_DIGIT_WORDS}))?|{_ONES_WORDS})"
WORDS = rf"(?:{_SMALL}(?:\s(?:{'|'.join(SCALES)})(?:\sand\s{_SMALL})?)?|a\s(?:{'|'.join(SCALES)})(?=\s[a-z]))"
"""A number word up to "two hundred and six" or "three thousand"; "a hundred" only before a noun."""

_TOKEN = re.compile(r"[a-z]+")
_MAGNITUDE = re.compile(
    rf"^(?P<number>{DIGITS}|\d{{1,2}},\d{{1,2}})\s?(?P<scale>{'|'.join(sorted(SHORT_SCALES, key=len, reverse=True))})?$"
)


def number(printed: str) -> float | None:
    """The value of "1,234", "18.5", "£52m", "260 million", "thirty-nine" or "two hundred and six"; else None."""
    text = printed.strip().lower().lstrip("£€$~").strip()
    match = _MAGNITUDE.match(text)
    if match:
        value = float(_pointed(match["number"]))
        # Rounded: 1.1 × 1,000,000 must be 1,100,000 and not 1,100,000.0000000001.
        return round(value * SHORT_SCALES[match["scale"]], 4) if match["scale"] else value
    return _spoken(text)


def _pointed(digits: str) -> str:
    """Without the commas of thousands; "10,2" is "10.2"."""
    return digits.replace(",", "." if re.fullmatch(r"\d{1,2},\d{1,2}", digits) else "")


def _spoken(text: str) -> float | None:
    total, current, seen = 0, 0, False
    for token in _TOKEN.findall(text):
        if token in ONES or token in TENS:
            current += ONES.get(token, TENS.get(token, 0))
        elif token in SCALES:
            current = max(current, 1) * SCALES[token]
            if SCALES[token] > 100:
                total, current = total + current, 0
        elif token in ("and", "a"):
            continue
        else:
            return None
        seen = True
    return float(total + current) if seen else None


def ordinal(printed: str) -> int | None:
    """The rank of "68th", "1st" or "third"; None for anything else."""
    text = printed.strip().lower()
    digits = re.match(r"(\d+)(?:st|nd|rd|th)$", text)
    return int(digits[1]) if digits else ORDINALS.get(text)
