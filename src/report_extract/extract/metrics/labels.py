"""What a figure counts, in a few of the sentence's own words: the words after the number, else those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.language.quantities import Quantity

LONGEST = 14  # words of a label; longer ones are cut at the last complete word

_STOP = re.compile(r"\.(?:\s|$)|[;:()–—,]|\s-\s|[“”\"]")
_LEAD = re.compile(
    r"^\W*(?:(?:per\scent|%|of|the|our|all|these|those|its|their|a|an|different|total|further|additional)\s)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:a|an|the|of|in|at|on|by|to|for|from|with|and|or|is|was|were|are|being|been|has|have|had|that|which|stood"
    r"|reached|totall?ing|totall?ed|total|approximately|about|around|almost|nearly|over|just|only|under|some|average|as|than"
    r"|numbered|across|within|including|where|while|between|up|be|there|more|least|received|equating|highest|lowest))+\W*$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"[.;:,]\s|\s[–-]\s|\(|\s(?:and|or|while|whilst|but|with)\s")
_RIGHT = re.compile(r"\s\((?!\d)|[;:](?:\s|$)|,\s|\s[–—]\s|\)")
_BEFORE_VERB = re.compile(r"^,\s(?=(?:were|was|are|is|had|have)\s)")
"""A stray comma between a figure and its verb: "40%, were found …"."""
_DATING = re.compile(
    r"\b(?:in|during|for|to|from|the|and|at|of|end|on|by|with|year|years|month|quarter|previous|last|this|same|period|compared|up|down"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|increase|decrease|rise|fall|reduction|drop|an?|was|were|is|which|(?:19|20)\d\d(?:[-/–]\d+)?)\b|\d+",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\s(?:during|over|throughout|in|for|as\sof|as\sat|since|between|from|at|by|to|on)\s(?:the\s)?(?:end\sof\s)?(?:(?:same|last|past|previous"
    r"|reporting|financial|academic)\s)*(?:period|year|quarter|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|(?:19|20)\d\d|(?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b)"
)
_PREDICATE = re.compile(r"\s(?:resulted|were|was|had|have|has|that|which|who|led|met|remained|are|is)\b")
TIME_UNITS = frozenset({"days", "weeks", "months", "years", "hours", "minutes", "nights"})
_OWN_UNIT = re.compile(
    r"^(?:(?:calendar|working|school)\s)?(?:day|week|month|year|hour|minute|night)s?\b", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:for|to|until|between)\s", re.IGNORECASE)
_OF_THE = re.compile(r"\b[Oo]f\s(?:the|these|those|all|our)\s$")
_LATER = re.compile(r"\s(?:who|which|that|so\sthey|despite|because|where|whilst|while|and\sthe)\b")
_VERB = re.compile(r"^\s*(?:were|was|is|are|have|has|had|did|do|will|would|could|can)\b", re.IGNORECASE)
_TIME_AFTER = re.compile(
    r"^\s*(?:in|during|for|as\sof|at|to|on|since|by|compared|than|from|between|and)\b", re.IGNORECASE
)


def clause_around(text: str, quantity: Quantity, found: Sequence[Quantity]) -> tuple[int, int]:
    """The stretch of the sentence that is about one quantity: up to punctuation or its neighbours."""
    start = max((q.end for q in found if q.end <= quantity.start), default=0)
    end = min((q.start for q in found if q.start >= quantity.end), default=len(text))
    before = [m.end() for m in _LEFT.finditer(text[: quantity.start]) if m.end() > start]
    bracket = text[: quantity.start].rstrip(" £").endswith("(")
    left = (before[-2] if len(before) > 1 else start) if bracket else before[-1] if before else start
    rest = text[quantity.end : end]
    skipped = _BEFORE_VERB.match(rest)
    after = _RIGHT.search(rest, skipped.end() if skipped else 0)
    right = quantity.end + after.start() if after else end
    return left, max(right, quantity.end)


def label_of(text: str, quantity: Quantity, found: Sequence[Quantity]) -> str:
    """A short label for a quantity of a sentence; never empty as long as the sentence has other words."""
    after = _after(text, quantity, found)
    if quantity.unit in TIME_UNITS:
        return _of_time(after, _before(text, quantity, found)) or after or _short(text)
    if quantity.unit.startswith("rate_"):
        return _before(text, quantity, found) or after
    if after and not _TIME_AFTER.match(after) and not (_VERB.match(after) and quantity.unit != "percent"):
        return after
    before = _before(text, quantity, found)
    if after and _says(after) and not _VERB.match(after) and any(q.end <= quantity.start for q in found):
        return after
    if before and after and _VERB.match(after):
        return _short(after) if len(before.split()) > LONGEST else _short(f"{before} {after}")
    return before or after or _short(text)


def _of_time(after: str, before: str) -> str:
    """What took so long: "Children wait 31 weeks for a place" counts no weeks but "Children wait for a place"."""
    rest = _OWN_UNIT.sub("", after).strip()
    if rest and not _ABOUT.match(rest):
        rest = ""
    return _short(f"{before} {rest}") if _says(before) else after


def _after(text: str, quantity: Quantity, found: Sequence[Quantity]) -> str:
    end = min((q.start for q in found if q.start >= quantity.end), default=len(text))
    piece = _BEFORE_VERB.sub(" ", text[quantity.end : end])
    stop = _STOP.search(piece)
    if stop:
        piece = piece[: stop.start()]
    piece = _LEAD.sub("", piece)
    dated = _DATED.search(piece)
    if dated and dated.start():
        piece = piece[: dated.start()]
    later = (_PREDICATE if _OF_THE.search(text[: quantity.start]) else _LATER).search(piece)
    if later and quantity.unit == "count" and len(piece[: later.start()].split()) > 1:
        piece = piece[: later.start()]
    return _short(_TAIL.sub("", piece) if end < len(text) and not stop else piece)


def _before(text: str, quantity: Quantity, found: Sequence[Quantity]) -> str:
    """The words before, back to the number before or, where those only date it, to the one before that."""
    starts = sorted((q.end for q in found if q.end <= quantity.start), reverse=True)
    for start in (*starts, 0):
        piece = text[start : quantity.start].rstrip(" (£~")
        stops = [m.end() for m in _STOP.finditer(piece) if _says(piece[m.end() :])]
        piece = piece[stops[-1] :] if stops else piece
        words = _LEAD.sub("", _TAIL.sub("", piece)).split()
        if _says(" ".join(words)):
            return _clean(" ".join(words[-LONGEST:]))
    return ""


def _says(piece: str) -> bool:
    """Whether words name anything besides a time."""
    return re.search(r"[A-Za-z]{3}", _DATING.sub(" ", piece)) is not None


def _short(piece: str) -> str:
    return _clean(" ".join(piece.split()[:LONGEST]))


def _clean(text: str) -> str:
    return " ".join(text.strip(" .,;:–—-•'‘’\"\x00").split())


def without_partner(text: str, quantity: Quantity, found: Sequence[Quantity]) -> tuple[str, tuple[Quantity, ...]]:
    """The sentence as the quantity alone would have it: "5 (13%) were good" is "5 were good" and "13% were good".

    Also "seven out of the 20 cases" for the seven. Same length; the partner is blanked and left out of the quantities.
    """
    at = found.index(quantity)
    before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    if (
        after is not None
        and re.fullmatch(r"\s?\(\s?", text[quantity.end : after.start])
        and text[after.end : after.end + 1] == ")"
    ):
        return _blanked(text, quantity.end, after.end + 1), tuple(q for q in found if q is not after)
    if after is not None and re.fullmatch(r"\sout\sof\s(?:the\s|a\stotal\sof\s)?", text[quantity.end : after.start]):
        return _blanked(text, quantity.end, after.end), tuple(q for q in found if q is not after)
    if (
        before is not None
        and re.fullmatch(r"\s?\(\s?", text[before.end : quantity.start])
        and text[quantity.end : quantity.end + 1] == ")"
    ):
        opened = _blanked(text, before.start, quantity.start)
        return _blanked(opened, quantity.end, quantity.end + 1), tuple(q for q in found if q is not before)
    return text, tuple(found)


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
