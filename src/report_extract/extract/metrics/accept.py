"""Which quantities of running text are figures that a report states, and which only happen to stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.extract.metrics.labels import TIME_UNITS
from report_extract.language.lexicon import Lexicon
from report_extract.language.quantities import Quantity

_SMALL = 12  # number words up to twelve are written out in prose; a written-out twelve seldom measures anything
_ASSERTS_ONE = re.compile(
    r"(?:^|\b(?:only|just|published|commissioned|completed|undertook|held|ran|raised|issued|recorded|received|opened|closed|has|have|had|is|was|were|are|and|employs|including|plus|with)\s)\W*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"^(?:\W*[\w’'&/-]+){0,8}?\s(?:was|were|is|has\sbeen|had\sbeen|resulted|passed|closed|opened|led|met|remained|went\son|became)\b",
    re.IGNORECASE,
)
_HAS = re.compile(r"\b(?:have|has|had|own|get|got|need|want)\s$", re.IGNORECASE)
_ATTITUDE = re.compile(
    r"^\s*(?:committed|sure|certain|confidence|behind|of\s(?:the|my|our|your)\stime)\b", re.IGNORECASE
)
_OF_ONE = re.compile(
    r"^\sof\s(?:the|a|an|its|his|her|their)\s[\w-]+[’']s\s(?:[a-z]+[^s\W])\b(?!\s(?:people|children|staff))",
    re.IGNORECASE,
)
"""Half of one thing ("half of the family's story") is no share."""
_LESSON = re.compile(
    r"^\W*(?:finding|recommendation|lesson|learning(?:\spoint)?|key\s(?:finding|learning))\s?(?:\d+|[A-Z])?\s?[:.–-]",
    re.IGNORECASE,
)
"""What a review teaches speaks of its case; numbers in words there count nothing of a year."""
_CONCERNS = re.compile(r"\bconcern(?:s|ed|ing)\s$", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:give|gave|giving|given)\s(?:it\s|their\s|our\s)?$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"]([^“”\"]{30,})[”\"]|(?<![\w])‘([^‘’]{40,})’(?!\w)")
_PRONOUN_HEAD = re.compile(
    r"^\s*(?:of\s(?:these|those|them|which|whom)|others\b|remained|were|was|resulted|involved|had|that|which|who|times"
    r"|(?:\w+\s)?ones)\b",
    re.IGNORECASE,
)
_OF_THE_CLOCK = re.compile(r"^\s(?:in\sthe\s(?:morning|afternoon|evening)|o.clock|at\snight|[ap]\.?m\b)", re.IGNORECASE)
_OFTEN = re.compile(r"^\s[\w-]+\sa\s(?:day|week|fortnight|month|term|year)\b", re.IGNORECASE)
_ANNOUNCES = re.compile(r"^(?:\s[\w’'&/-]+){1,12}:\s*$")
_NUMBERED = re.compile(r"(?<!that\s)(?<!this\s)(?<!total\s)\b(?:number|no\.)\s$", re.IGNORECASE)
STORY_SHARE = 0.035
"""A paragraph tells one family's story when this share of its words are he, she, mum, the child …; figures' paragraphs
of the report studied stay under 0.02, its case studies are over 0.05."""


def is_story(text: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph is a case study: it says so, or it keeps speaking of one person."""
    low = text.lower()
    if lexicon["story_opening"].search(low):
        return True
    found = list(lexicon["story"].finditer(low))
    return len(found) >= 3 and len(found) / max(1, len(low.split())) > STORY_SHARE


_LIMIT = re.compile(
    r"\b(?:within|in\s(?:more|less|under|over)(?:\sthan)?|in|for\s(?:at\sleast|over|more\sthan|up\sto|under|less\sthan)|every|each|after|up\sto|longer\sthan"
    r"|lasting\s(?:more|over|less|under)(?:\sthan)?|taking\s(?:more|over|less|under|longer)(?:\sthan)?|older\sthan|(?:more|less)\sthan|at\sleast)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\b(?:averag\w+|mean|median)\b", re.IGNORECASE)


def measures_time(text: str, quantity: Quantity, found: Sequence[Quantity], lexicon: Lexicon) -> bool:
    """Whether a length of time is a measurement ("an average wait of 12 weeks") and no limit, deadline or horizon.

    The word that says so must stand in the time's own part of the sentence: "96% within a day, above the target".
    """
    if quantity.unit not in TIME_UNITS:
        return False
    left = max((q.end for q in found if q.end <= quantity.start and not is_time(q)), default=0)
    right = min((q.start for q in found if q.start >= quantity.end and not is_time(q)), default=len(text))
    shares = any(q.unit == "percent" for q in found)
    if shares and _LIMIT.search(text, left, quantity.start) and not _AVERAGE.search(text, left, quantity.start):
        return False
    own = text if not shares else text[left:right]
    return quantity.value_max is not None or bool(lexicon["measured_time"].search(own.lower()))


def is_time(quantity: Quantity) -> bool:
    return quantity.unit in TIME_UNITS


def in_quotation(text: str, quantity: Quantity) -> bool:
    """Whether the quantity stands inside somebody's longer quoted words."""
    return any(m.start() < quantity.start < m.end() for m in _QUOTED.finditer(text))


def accepted(text: str, quantity: Quantity, *, known: bool, changing: bool, lexicon: Lexicon) -> bool:
    """Whether a quantity is a figure. `known`: the catalogue knows it; `changing`: it is part of a change statement."""
    after = text[quantity.end :]
    if in_quotation(text, quantity):
        return False
    if quantity.unit in TIME_UNITS:
        return True  # prose leaves out limits, deadlines and horizons before
    if quantity.form == "fraction" and _OF_ONE.match(after):
        return False
    if quantity.form == "words" and not known and (_LESSON.match(text) or _CONCERNS.search(text[: quantity.start])):
        return False
    if quantity.unit == "percent" and (_ATTITUDE.match(after) or _GIVEN.search(text[: quantity.start])):
        return False
    if quantity.form == "none":
        return known or quantity.text.lower() != "no" or bool(re.search(r"\b(?:were|was|been)\b", after[:60]))
    if quantity.unit != "count" or changing:
        return True
    if _OF_THE_CLOCK.match(after) or _NUMBERED.search(text[: quantity.start]):
        return False
    if quantity.value_max is None and quantity.value <= _SMALL and lexicon["structural"].search(after.lower()):
        return False
    if quantity.form == "words":
        return _word_counts(text, quantity, known=known, lexicon=lexicon)
    return not quantity.definite or known or quantity.value > _SMALL


def _word_counts(text: str, quantity: Quantity, *, known: bool, lexicon: Lexicon) -> bool:
    after = text[quantity.end :]
    if quantity.definite:
        return False
    if quantity.value == 1:
        if lexicon["speech"].search(after.lower()) or (_HAS.search(text[: quantity.start]) and not after.strip(" .")):
            return False  # "one parent said", "180 people have one"
        asserted = _ASSERTS_ONE.search(text[: quantity.start]) is not None
        passive = _PASSIVE.match(after) is not None
        return (asserted and (known or quantity.start > 0 or passive)) or (known and passive)
    if _PRONOUN_HEAD.match(after) or (quantity.value <= _SMALL and (_OFTEN.match(after) or _ANNOUNCES.match(after))):
        return known
    return bool(re.match(r"\s*[‘'\"“]?[A-Za-z]", after))
