"""Figures of another place beside one's own: "against 41.6 for England", "above the national average of 73%"."""

from __future__ import annotations

import re

from report_extract.language.lexicon import Lexicon
from report_extract.language.quantities import Quantity

_YEAR = r"(?:19|20)\d\d(?:\s?[-/–]\s?\d\d(?:\d\d)?)?"
_MEASURE = r"(?:average|rate|figure|level|mean|median|total|position|performance|equivalent|comparator)s?"
_TO_FIGURE = re.compile(
    rf"(?:[’']s?)?(?:\s{_MEASURE})*(?:\s\(?{_YEAR}\)?)?(?:\s(?:for|in|at)\s(?:the\s)?(?:same\s(?:period|year|time|date)|(?:31\s)?(?:March\s)?{_YEAR}))?"
    r"(?:\s(?:is|was|were|are|of|at|being|who|which|that|stood|stands|performing|currently|had|has))*\s?[(:–-]?\s?"
    r"(?:an?\s|the\s)?(?:(?:about|around|approximately|just|over|under|nearly|almost)\s)*",
    re.IGNORECASE,
)
"""From the name of the other place to its figure."""
_FROM_FIGURE = re.compile(
    r"\s?(?:\s(?:per\s1?\d?\d,?000(?:\schildren)?))?,?\s(?:(?:for|in|across|among|amongst|by|of)\s(?:all\s|the\s|our\s)?)?(?:average\s(?:for|of|across)\s)?",
    re.IGNORECASE,
)
REACH = 90  # characters between a place's name and its figure; longer ones say something of their own
_NATION = re.compile(r"\b(?:national(?:ly)?|england)\b", re.IGNORECASE)


def elsewhere(text: str, quantity: Quantity, lexicon: Lexicon) -> str | None:
    """The other place whose figure this is, None where it is one's own; "national" is England."""
    low = text.lower()
    for named in lexicon["comparators"].finditer(low):
        before = named.end() <= quantity.start and quantity.start - named.end() <= REACH
        after = quantity.end <= named.start() <= quantity.end + REACH
        if before and _TO_FIGURE.fullmatch(text, named.end(), quantity.start):
            return _place(text, named.start(), named.end())
        if after and _FROM_FIGURE.fullmatch(text, quantity.end, named.start()) and named.group(0) != "national":
            return _place(text, named.start(), named.end())
    return None


def other_place(label: str, lexicon: Lexicon) -> str | None:
    """The other place that a row or a column is named after: "England", "Statistical neighbour average"."""
    named = lexicon["comparators"].search(label.strip().lower())
    if named is None or named.start() > 0 or not _TO_FIGURE.fullmatch(label.strip(), named.end()):
        return None
    return _place(label.strip(), named.start(), named.end())


_AGAINST = re.compile(
    r"\b(?:against|compared\s(?:with|to)|versus|vs\.?|and|but|while|whereas|or)\s(?:just\s|only\s|about\s|around\s|over\s|under\s|almost\s|nearly\s)*$",
    re.IGNORECASE,
)
_IN_A_PLACE = re.compile(
    r"\s(?:in|for|across)\s(?:the\s)?[A-Z][\w’'&-]*(?:\s(?:and\s|of\s|upon\s)?[A-Z][\w’'-]*)*\s?(?:$|[.,;)]|\s(?:and|while|but)\b)"
)


def beside_another(text: str, quantity: Quantity) -> bool:
    """Whether the figure is another place's with no words of its own: "19% here, against 11% in Saltmarsh"."""
    return bool(_AGAINST.search(text, 0, quantity.start) and _IN_A_PLACE.match(text, quantity.end))


def _place(text: str, start: int, end: int) -> str:
    printed = text[start:end]
    return "England" if _NATION.fullmatch(printed) else printed[:1].upper() + printed[1:]
