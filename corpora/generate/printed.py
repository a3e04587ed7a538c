"""The first number that a quote prints: digits, £ and %, or a word up to twenty."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split()
    )
}
NUMBER_WORDS |= {"none": 0, "half": 50, "thirty-one": 31, "twenty-six": 26, "first": 1}
SCALES = {"million": 1_000_000, "m": 1_000_000, "k": 1_000, "": 1}


class Printed(NamedTuple):
    text: str
    value: float
    unit: str | None


def read_number(quote: str) -> Printed:
    found = re.search(r"£?\d[\d,]*(?:\.\d+)?(?: ?(?:million\b|m\b|k\b|%| per cent))?", quote)
    if found is None:
        for word in re.findall(r"[A-Za-z-]+", quote):
            if word.lower() in NUMBER_WORDS:
                return Printed(word, NUMBER_WORDS[word.lower()], None)
        raise ValueError(f"no number in {quote!r}")
    text = found[0]
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    assert digits
    scale = re.search(r"(million|m|k)$", text)
    value = float(digits[0].replace(",", "")) * SCALES[scale[1] if scale else ""]
    return Printed(text, value, _unit(text, quote[found.end() :]))


def _unit(text: str, after: str) -> str | None:
    if text.startswith("£"):
        return "gbp"
    if text.endswith(("%", "per cent")):
        return "percent"
    word = re.match(r"[\s-]*(weeks?|days?|months?|years?)\b", after)
    return None if word is None else word[1].rstrip("s") + "s"
