"""What a figure counts, in a few of the sentence's own words: the words after the number, else those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.language.quantities import Quantity

LONGEST = 14  # words of a label; longer ones are cut at the last complete word

_STOP = re.compile(r"\.(?:\s|$)|[;:()–—]|,(?!\d)|\s-\s|\s-(?=[A-Z])|[“”\"]")
_LEAD = re.compile(
    r"^\W*(?:(?:per\scent|%|(?:of\s)?(?:that|this)\snumber|of\s(?:which|whom)|of|the|our|all|these|those|its|their|an?|different|total"
    r"|further|additional)(?:\s|$))+",
    re.IGNORECASE,
)
_LINK = re.compile(r"^\W*(?:(?:and|but|yet|with|or|of\s(?:these|those|which|whom))\s)+(?=[a-z]{2,})", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[\s,]+(?:a|an|the|of|in|at|on|by|to|for|from|with|and|or|is|was|were|are|being|been|has|have|had|that|which|stood"
    r"|reached|totall?ing|totall?ed|total|approximately|about|around|almost|nearly|over|just|only|under|some|average|as|than"
    r"|numbered|across|within|including|where|while|between|up|be|there|more|least|received|equating|highest|lowest|&|being|down|above|below|a\sfurther|further|another|only"
    r"|currently|now|still|also|then|compared|against|versus|vs|slightly))+\W*$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"[.;:,]\s|\s[–-]\s|\(|\s(?:and|or|while|whilst|whereas|but|yet|with)\s")
_RIGHT = re.compile(r"\s\((?!\d)|[;:](?:\s|$)|,\s|\s[–—]\s|\)")
_BEFORE_VERB = re.compile(r"^,\s(?=(?:were|was|are|is|had|have)\s)")
"""A stray comma between a figure and its verb: "40%, were found …"."""
_DATING = re.compile(
    r"\b(?:in|during|for|to|from|the|and|at|of|end|on|by|with|year|years|month|quarter|previous|last|this|same|period|compared|up|down"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|increase|decrease|rise|fall|reduction|drop|an?|was|were|is|which|each|every|per|there|ending|ended|(?:19|20)\d\d(?:[-/–]\d+)?)\b|\d+",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\s(?:during|over|throughout|in|for|as\sof|as\sat|since|between|from|at|by|to|on)\s(?:the\s)?(?:end\sof\s)?(?:(?:same|last|past|previous"
    r"|reporting|financial|academic)\s)*(?:period|year|quarter|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|(?:19|20)\d\d|(?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b)"
)
_DATE_PHRASE = re.compile(
    r"(?:\s|^)(?:during|over|throughout|in|for|as\sof|as\sat|since|between|from|at|by|to|on)\s(?:the\s)?(?:end\sof\s)?(?:the\s)?"
    r"(?:(?:same|last|past|previous|reporting|financial|academic)\s)*"
    r"(?:(?:period|year|quarter(?:\s(?:one|two|three|four|[1-4]))?)(?:\send(?:ing|ed))?(?=\s|,|$)|(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?\b"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?:\s\d{1,2}(?:st|nd|rd|th)?\s(?:January|March|April|August|September|December)\b)?(?:\s(?:19|20)\d\d\b)?,?",
)
_MOVED = re.compile(
    r"\s(?:(?:ha(?:s|ve|d)|is|are|was|were|will|also|again|now|then|since|which|that|further|slightly|significantly|sharply|steadily|been|an?)\s)*"
    r"(?:increas(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|f[ae]ll(?:s|en|ing)?|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing|tion)|declin(?:e[sd]?|ing)"
    r"|dropp?(?:s|ed|ing)?|gr[eo]wn?|growing|st(?:ood|ands)|remain(?:s|ed)|reached|totall?(?:s|ed|ing)|went|improved|changed|doubled|halved|climb(?:s|ed|ing)?|(?:up|down)(?=\s(?:(?:by|from)\s)?\d))\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:overall\s)?(?:numbers?|rates?|proportion|percentage|share|total|average|cost)(?:\s\w+)?\sof\s(?!\d)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:report(?:s|ed)?|noted|confirmed|highlighted|show(?:s|ed|n|ing)?|means?|found|indicat(?:es|ed|ing)|advised|heard|ascertained|informed|estimated"
    r"|reflect(?:s|ed)|said|stated|told)\s(?:\w+\s)?(?:that|why|how)\s",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"^(?:(?:also|overall|however|nationally|locally|similarly|additionally|furthermore|meanwhile|currently|at\spresent|in\s(?:addition|total|all)"
    r"|as\sa\sresult|this\smeans|for\sexample|of\snote)\b,?\s*(?:the\s)?)+",
    re.IGNORECASE,
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
_WITH = re.compile(
    r"(?:\s|^)(?:(?:with|and|but)\s(?:the\s|an?\s|its\s|our\s|their\s|current\s|overall\s)*(?:\w+\s)?(?:numbers?|rates?|performance|scores?"
    r"|averages?|totals?|figures?|proportion|percentage|share|compliance|attendance)\b|(?:while|whilst|whereas)\s)"
    r"[^.;]{0,80}?\b(?:at|being|of|was|were|is|are|by)\W*$",
    re.IGNORECASE,
)
"""What is said of the next number: "… with performance currently at 81%"."""
_PARTED = re.compile(
    r"(?:[;,]\s|\s(?=(?:and|but)\s))(?:and\s|but\s|while\s|of\s(?:which|whom|these|those)\s|a\sfurther\s|another\s)*\W*$",
    re.IGNORECASE,
)
"""A boundary of clauses before a number whose verb follows: its subject is what was counted last."""
_COMMENT = re.compile(r"(?:which|this|against|compared|lower|higher|with|and|than)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"\s(?:which|this)\s(?:\w+\s)?(?:is|was|are|were|has|have|had|exceed\w*|compare[sd]?|remain\w*|represents?|shows?)\b.*$",
    re.IGNORECASE,
)
_ONLY_TAIL = re.compile(
    r"\W*(?:only|just|and|with|of|the|a|for|in|to|at|over|under|about|around|almost|nearly|some|further|another|or|but|also)?\W*",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"^\s*(?:in|during|for|over\s(?:the\snext\s)?\w+\s(?:years?|months?)|as\sof|at|to|on|since|by|compared|than|from|between|and|per|with|each|every|which|against|lower|higher|this|an?\s(?:day|week|month|year))\b"
    r"(?!\sof\s)",
    re.IGNORECASE,
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
    if quantity.head:
        return _short(f"{quantity.head} {after}") if after else _before(text, quantity, found) or quantity.head
    if quantity.unit in TIME_UNITS:
        label = _of_time(after, _before(text, quantity, found)) or after or _short(text)
        return _timed(text[: quantity.start]) or label if _OWN_UNIT.fullmatch(label) else label
    if quantity.unit.startswith("rate_"):
        return _before(text, quantity, found) or after
    if after and not _TIME_AFTER.match(after) and not (_VERB.match(after) and quantity.unit != "percent"):
        return after
    before = _before(text, quantity, found)
    if (
        after
        and _says(after)
        and not _VERB.match(after)
        and not _COMMENT.match(after)
        and any(q.end <= quantity.start for q in found)
    ):
        return after
    if after and _VERB.match(after) and _PARTED.search(text, 0, quantity.start):
        return _short(after)
    if before and after and _VERB.match(after):
        return _short(after) if len(before.split()) > LONGEST else _short(f"{before} {after}")
    return before or after or _short(text)


def _of_time(after: str, before: str) -> str:
    """What took so long: "Children wait 31 weeks for a place" counts no weeks but "Children wait for a place"."""
    rest = _OWN_UNIT.sub("", after).strip()
    if rest and not _ABOUT.match(rest):
        rest = ""
    return _short(f"{before} {rest}") if _says(before) else after


_LASTS = re.compile(
    r"\b(?:(?:average|mean|median)\s)?(?:wait(?:s|ing\stimes?|\stimes?)?|times?|durations?|delays?|turnaround|lengths?\sof\s\w+)\b[^.;:—–,()]{0,80}"
)


def _timed(before: str) -> str:
    """What the words before a bare "3 weeks" say takes time: "shorter waiting times for assessments—from 5 weeks"."""
    lasting = list(_LASTS.finditer(before))
    return subject_of(lasting[-1][0]) if lasting else ""


def _after(text: str, quantity: Quantity, found: Sequence[Quantity]) -> str:
    end = min((q.start for q in found if q.start >= quantity.end), default=len(text))
    piece = _BEFORE_VERB.sub(" ", text[quantity.end : end])
    stop = _STOP.search(piece)
    if stop:
        piece = piece[: stop.start()]
    piece = _LEAD.sub("", piece)
    if quantity.unit == "percent":
        piece = _DATE_PHRASE.sub("", piece)
    dated = _DATED.search(piece)
    if dated and dated.start():
        piece = piece[: dated.start()]
    beside = _WITH.search(piece) if end < len(text) and not stop else None
    if beside:
        piece = piece[: beside.start()]
    later = (_PREDICATE if _OF_THE.search(text[: quantity.start]) else _LATER).search(piece)
    if later and quantity.unit == "count" and len(piece[: later.start()].split()) > 1:
        piece = piece[: later.start()]
    piece = _REMARK.sub("", piece)
    piece = _TAIL.sub("", piece) if end < len(text) and not stop else piece
    return "" if _ONLY_TAIL.fullmatch(piece) else _short(piece)


def _before(text: str, quantity: Quantity, found: Sequence[Quantity]) -> str:
    """The words before, back to the number before or, where those only date it, to the one before that."""
    starts = sorted((q.end for q in found if q.end <= quantity.start), reverse=True)
    for start in (*starts, 0):
        piece = text[start : quantity.start].rstrip(" (£~")
        stops = [m.end() for m in _STOP.finditer(piece) if _says(piece[m.end() :])]
        piece = piece[stops[-1] :] if stops else piece
        words = _LEAD.sub("", _LINK.sub("", _TAIL.sub("", piece))).split()
        if _says(" ".join(words)):
            return subject_of(" ".join(words))
    return ""


def subject_of(piece: str) -> str:
    """What a clause before a number is about: "The number of referrals has again risen" → "number of referrals".

    Reporting words before it, dates in it and the verb after it are left out.
    """
    told = list(_TOLD.finditer(piece))
    whole = _DATE_PHRASE.sub("", piece[told[-1].end() :] if told else piece)
    heads = list(_MEASURE.finditer(whole))
    whole = whole[heads[-1].start() :] if heads else _ADVERB.sub("", whole)
    moved = _MOVED.search(whole)
    subject = whole[: moved.start()] if moved and _says(whole[: moved.start()]) else whole
    words = (subject if _says(_LEAD.sub("", _TAIL.sub("", subject))) else piece).split()
    return _clean(_LEAD.sub("", _TAIL.sub("", " ".join(words[:LONGEST] if heads else words[-LONGEST:]))))


def _says(piece: str) -> bool:
    """Whether words name anything besides a time."""
    return re.search(r"[A-Za-z]{3}", _DATING.sub(" ", piece)) is not None


def _short(piece: str) -> str:
    return _clean(" ".join(piece.split()[:LONGEST]))


def _clean(text: str) -> str:
    return " ".join(text.strip(" .,;:–—-•'‘’\"\x00").split())
