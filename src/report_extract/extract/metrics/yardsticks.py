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
_HEDGED = r"(?:(?:just|only|about|around|approximately|over|under|nearly|almost|an?|the)\s)*£?"
_OWN_WORDS = r"(?:(?!(?:ours?|we|us|here|locally|but|while|whereas|against|than|compared|and)\b)[\w’'-]+\s){1,11}?"
_ITS_MEASURE = re.compile(
    rf"(?:[’']s?\s|\s(?={_MEASURE}\s(?:of|for|in)\s)|[,:]?\s(?:where\s)?(?:the|its)\s)(?!.*\d){_OWN_WORDS}(?:was|were|is|are|stood\sat|stands\sat|fell\sto|rose\sto|reached)\s{_HEDGED}",
    re.IGNORECASE,
)
"""From the other place to its figure through the measure's full name: "England's rate of children in care was 70"."""
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
        if before and _begins(text, named.start()) and _ITS_MEASURE.fullmatch(text, named.end(), quantity.start):
            return _place(text, named.start(), named.end())
        if after and _FROM_FIGURE.fullmatch(text, quantity.end, named.start()) and named.group(0) != "national":
            return _place(text, named.start(), named.end())
    return None


_OPENS = re.compile(
    r"(?:^|[.;:,(–—-]|\b(?:and|but|while|whereas|that))\W*(?:(?:in|for|across|the|of)\s)*$", re.IGNORECASE
)


def _begins(text: str, start: int) -> bool:
    """Whether a place opens a clause, so that the measure named behind it is its own."""
    return _OPENS.search(text, 0, start) is not None


def by_name(text: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether another place's figure comes with its measure's full name and borrows none from its neighbours."""
    named = (m for m in lexicon["comparators"].finditer(text.lower()) if m.end() <= quantity.start)
    return any(
        _ITS_MEASURE.fullmatch(text, m.end(), quantity.start) and _TOLD_OF.search(text, m.end(), quantity.start)
        for m in named
    )


_TOLD_OF = re.compile(r"\b(?:of|for|in|on|who|with|from)\s\w+", re.IGNORECASE)


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
