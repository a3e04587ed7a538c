"""Figures that stand for one another: "5 (13%)", "825 pupils (3.6%)", "18 of 20"; and brackets that only remark.

A sentence is given as one of them alone would have it, always in the same length, so that offsets keep their meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.language.quantities import Quantity

CLOSING = re.compile(r"(?:\s[A-Za-z’'-]+){0,3}\s?\)")
"""The rest of a bracket that holds a figure and what it counts at most: "87% (143 cases)"."""
_OUT_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|these\s|those\s|a\stotal\sof\s|our\s)?")
_BRACKETS = re.compile(r"\(([^()]*)\)")


def without_brackets(text: str, found: Sequence[Quantity]) -> tuple[str, str]:
    """The sentence of the same length without its brackets that hold no figure: with their words, and without.

    Remarks part a subject from its figure: "the share done in time (within five days) is 90%".
    """
    opened = plain = text
    for m in _BRACKETS.finditer(text):
        if not any(m.start() <= q.start < m.end() for q in found):
            opened = f"{opened[: m.start()]} {m[1]} {opened[m.end() :]}"
            plain = _blanked(plain, m.start(), m.end())
    return opened, plain


_OF_NOUN = re.compile(r"(?:\s[\w’'-]+){1,4}\s\(\s?")
"""A few words between a count and its share: "825 pupils (3.6%) have a plan"."""
_IN_WORDS = re.compile(
    r"(?:(?:just|slightly)\s)?(?:(?:under|over|almost|nearly|about|around|approximately|more\sthan|less\sthan)\s)?(?:an?\s|one\s|two\s|three[\s-])?"
    r"(?:half|thirds?|quarters?|fifths?)\s\(\s?$",
    re.IGNORECASE,
)
"""A share in words before its figure in brackets: "Just under half (48%)"."""


def without_partner(text: str, quantity: Quantity, found: Sequence[Quantity]) -> tuple[str, tuple[Quantity, ...]]:
    """The sentence as the quantity alone would have it: "5 (13%) were good" is "5 were good" and "13% were good".

    Also "seven out of the 20 cases" for the seven. Same length; the partner is blanked and left out of the quantities.
    """
    worded, closed = _IN_WORDS.search(text, 0, quantity.start), CLOSING.match(text, quantity.end)
    if worded and closed:
        return _blanked(_blanked(text, worded.start(), quantity.start), quantity.end, closed.end()), tuple(found)
    at = found.index(quantity)
    before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    if (
        after is not None
        and re.fullmatch(r"\s?\(\s?", text[quantity.end : after.start])
        and (closing := CLOSING.match(text, after.end))
    ):
        return _blanked(text, quantity.end, closing.end()), tuple(q for q in found if q is not after)
    if after is not None and after.unit == "percent" and _OF_NOUN.fullmatch(text[quantity.end : after.start]):
        closing = CLOSING.match(text, after.end)
        if closing is not None:
            return _blanked(text, text.rfind("(", 0, after.start), closing.end()), tuple(
                q for q in found if q is not after
            )
    if before is not None and quantity.unit == "percent" and _OF_NOUN.fullmatch(text[before.end : quantity.start]):
        closing = CLOSING.match(text, quantity.end)
        if closing is not None:
            opened = _blanked(
                _blanked(text, before.start, before.end), text.rfind("(", 0, quantity.start), quantity.start
            )
            return _blanked(opened, quantity.end, closing.end()), tuple(q for q in found if q is not before)
    if after is not None and _OUT_OF.fullmatch(text[quantity.end : after.start]):
        share = next((q for q in found if re.fullmatch(r"\s?\(\s?", text[after.end : q.start] or "-")), None)
        closing = CLOSING.match(text, share.end) if share else None
        end = closing.end() if closing else after.end
        return _blanked(text, quantity.end, end), tuple(q for q in found if not quantity.end <= q.start < end)
    if (
        before is not None
        and re.fullmatch(r"\s?\(\s?", text[before.end : quantity.start])
        and (closing := CLOSING.match(text, quantity.end))
    ):
        opened = _blanked(text, before.start, quantity.start)
        return _blanked(opened, quantity.end, closing.end()), tuple(q for q in found if q is not before)
    return text, tuple(found)


def is_base(text: str, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a quantity is what another one is a part of: the 20 of "18 of 20 agencies"."""
    return any(
        _OUT_OF.fullmatch(text[q.end : quantity.start]) for q in found if q.end <= quantity.start and q.unit == "count"
    )


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
