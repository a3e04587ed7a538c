"""Quantities in a sentence: digits, words, ranges, fractions, money, shares, rates, lengths of time, ranks, none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from report_extract.language.lexicon import Lexicon
from report_extract.language.masks import masked
from report_extract.language.numbers import DIGITS, FRACTIONS, SHORT_SCALES, WORDS, number, ordinal

Qualifier = Literal["exact", "about", "over", "under", "almost"]
Form = Literal["digits", "words", "fraction", "rank", "none"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated quantity; `start:end` are offsets into the sentence and `text` is what is printed there.

    `unit` is count, percent, percentage_points, gbp, rate_per_N, rank, ratio or a unit of time in the plural.
    `definite` marks numbers that refer back ("the two", "these three") rather than state something. `head` is the noun
    inside the printed share, which no word after it repeats: "nine families in ten".
    """

    start: int
    end: int
    text: str
    value: float
    unit: str
    form: Form = "digits"
    value_max: float | None = None
    qualifier: Qualifier = "exact"
    definite: bool = False
    head: str = ""


_SCALE = rf"(?:\s?(?:{'|'.join(sorted(SHORT_SCALES, key=len, reverse=True))})\b)"
_N = rf"(?:(?<![\w./])(?<!\d,)(?:{DIGITS})(?:\s(?:million|billion|thousand)\b)?|\b{WORDS}\b)"
_TO = r"\s?(?:-|–|—|to)\s?"
_NOUN = (
    r"(?:(?!(?:and|or|of|the|to|at|by|than|from|in|with|for|as|that|which|who|is|are|was|were|be|been|had|has|have|did"
    r"|million|billion|thousand|per|more|fewer|less|times|out|on|per)\b|\w+ed\b)[a-z][a-z’'-]+\s)"
)
"""A word of the noun between the two numbers of a share: "more than one social work post in five"."""
_WHOLE = r"(?:[2-9]|10|12|20|50|100|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a\shundred)"
_NO_NOUN = (
    r"\s*(?:$|[.,;:!?)–—\x00])|\s(?:is|are|was|were|has|have|had|do|does|did|now|still|can|could|will|would|may|might|got|gets?|goes"
    r"|went|came|comes?|lives?|needs?|says?|said|told|felt|feels?|met|left|began|saw|took|takes?|made|makes?|knew|knows?|lost"
    r"|sees?|arrives?|stays?|waits?|leaves?|who|that|which|where|when|while|if|because|across|at|for|with|on|over|nationally|locally|here|and|but"
    r"|late|overdue|vacant|empty|this|last|(?!need)[a-z]{2,}ed)\b"
)
"""Behind the whole of such a share no noun follows: "two meetings in three schools" is none."""
_PERCENT = r"%|per\s?cent\b|percent\b|percentage\spoints?\b|pp\b"
_GRAMMAR = re.compile(
    "|".join(
        (
            rf"(?P<money>[£€](?:\s?)(?P<m1>{DIGITS})(?P<ms>{_SCALE})?(?:{_TO}[£€]?(?P<m2>{DIGITS})(?P<m2s>{_SCALE})?)?)",
            rf"(?P<chance>(?P<o1>{_N})\s(?:in|out\sof)\s(?:every\s)?(?!10{{1,2}},?000\b|1,?000\b)(?P<o2>{_N})\b(?!\s?(?:%|weeks|months|years)))",
            rf"(?P<among>(?P<a1>{_N})\s(?P<noun>{_NOUN}{{1,4}}?)(?:in|out\sof)\s(?:every\s)?(?P<a2>{_WHOLE})\b(?={_NO_NOUN}))",
            rf"(?P<percents>(?<!from\s)(?P<p1>{_N})(?:\s?%)?{_TO}(?P<p2>{DIGITS})\s?(?P<pu2>{_PERCENT}))",
            rf"(?P<percent>(?P<p>{_N})\s?(?P<pu>{_PERCENT})(?P<points>[\s-]?(?:percentage\s)?points?\b)?)",
            r"(?P<fraction>\b(?:(?P<f1>a|one|two|three|four)[\s-](?P<f2>half|third|quarter|fifth|tenth)s?|(?P<f3>half))\b)",
            r"(?P<rank>\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b)",
            r"(?P<between>\bbetween\s(?P<b1>" + _N + r")\sand\s(?P<b2>" + _N + r")(?![\w/,%]))",
            rf"(?P<range>(?<!from\s)(?<![\w./])(?P<r1>{DIGITS}){_TO}(?P<r2>{DIGITS})(?![\w/]))",
            rf"(?P<words>(?<!from\s)\b(?P<w1>{WORDS})\s(?:to|or)\s(?P<w2>{WORDS})\b)",
            rf"(?P<plain>(?<![\w./,])~?(?:{DIGITS})(?:{_SCALE})?(?![\w/])(?![.,]\d)|(?<=\bc)\d[\d,]*\b|\b{WORDS}\b)",
        )
    ),
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\s?(?:calendar\s|working\s|school\s)?(?P<t>day|week|month|year|hour|minute|night)s?\b(?!\s(?:olds?|group))",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"[^.;,]{0,60}?\b(?:per|(?:in|for|out\sof)\s(?:every|each))\s(?P<base>1,?000|10,?000|100,?000)\b", re.IGNORECASE
)
_BASE = re.compile(r"\b(?:per|(?:in|for|out\sof)\s(?:every|each))\s$", re.IGNORECASE)
_RATIO = re.compile(r"\stimes\s(?:the|higher|more|as|that|greater|larger)\b", re.IGNORECASE)
_FUNDS = re.compile(
    r"\s(?:of\s|in\s)?(?:\w+\s)?(?:funding|savings?|budget|grants?|investment|costs?|spend)\b", re.IGNORECASE
)
_RANKED = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|placed|stood|position(?:ed)?|remains?|is|was)\s(?:as\s)?(?:the\s)?(?:joint\s)?$",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"[\s-](?:highest|lowest|largest|smallest|biggest|best|worst|most|least|fewest|youngest|poorest)\s"
    r"(?:\w+\s)?(?:number|rate|proportion|percentage|share|level|population|\w+\s(?:borough|area|authority))",
    re.IGNORECASE,
)
_PLACES = re.compile(r"\s(?:of|out\sof|in|nationally|for|among|amongst|on|place|position)\b", re.IGNORECASE)
_TOP = re.compile(r"\b(?:top|bottom)\s$", re.IGNORECASE)
_OF = re.compile(r"\sof\b|\s(?:the|all|our|a)\s", re.IGNORECASE)
_NOT_FRACTION = re.compile(
    r"\s(?:of\s)?(?:the\s)?(?:year|term|way|day|an?\shour|party|sector|person|quarter)\b", re.IGNORECASE
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|its|their|our|other|his|her|all|any|every|following|next|last|past|first|another|same)\s$",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\b(?:of|total\sof|out\sof)\s(?:the|these|those|all|our)\s$", re.IGNORECASE)
_HEDGES: tuple[tuple[Qualifier, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:\b(?:{words})|{signs})\s?(?:an?\s|the\s)?$", re.IGNORECASE))  # type: ignore[misc]
    for name, words, signs in (
        (
            "about",
            "about|around|approximately|approx\\.?|roughly|circa|c\\.?|some|estimated|an average of approximately",
            "~|≈",
        ),
        ("over", "just over|over|more than|in excess of|above|exceeding|at least|upwards of|no fewer than", ">"),
        ("under", "just under|under|fewer than|less than|below|up to|at most|a maximum of", "<"),
        ("almost", "almost|nearly|close to|approaching", "(?!)"),
    )
)
_AFTER_HEDGE = re.compile(r"\s?(?P<over>\+|or more|plus\b|or over)|\s?(?P<about>or so\b)", re.IGNORECASE)
_MERE = (
    r"choice|doubt|longer|further|more|less|need|other|evidence|idea|intention|reason|question|wish|desire|hesitation|alternative"
    r"|option|way|plans|signs|means|such"
)
"""What "no" denies without counting it: "no choice but", "no doubt that", "no longer"."""
_SMALL_WORDS = (
    r"(?:but|over|of|in|to|for|on|with|from|by|and|or|that|which|who|at|as|about|was|is|has"
    r"|this|its|his|us|than)"
)
_NONE = re.compile(
    r"\bnone(?=\s(?:of\s(?:the|these|those|our)\s[\w\s]{1,40}?\s)?(?:have|has|had|were|was|are|remained|resulted|required)\b)"
    rf"|\bno(?=\s(?!(?:{_MERE})\b)(?:[\w’'-]+\s){{1,4}}?(?:were|was|have\sbeen|had\sbeen|has\sbeen)\s(?P<verb>\w+))"
    r"|(?:(?<=\bhas\s)|(?<=\bhad\s)|(?<=\bhave\s)|(?<=\bwere\s)|(?<=\bare\s)|(?<=\bwas\s)|(?<=\breceived\s))"
    rf"no(?=\s(?!(?:{_MERE})\b)(?:(?!{_SMALL_WORDS}\b)[\w’'-]+\s){{0,3}}?"
    rf"(?:(?!{_SMALL_WORDS}\b)[a-z]{{2,}}(?<!s)s|people|children|women|men)\b)"
    r"|\bzero(?=\s[a-z])",
    re.IGNORECASE,
)


Reader = Callable[[str, re.Match[str]], Quantity | None]


def quantities(sentence: str, *, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """All quantities that a sentence states, in order; numbers that count nothing are left out."""
    text = masked(sentence, lexicon=lexicon)
    found = [_hedged(text, q) for m in _GRAMMAR.finditer(text) for q in _read(text, m)]
    taken = [(q.start, q.end) for q in found]
    found += [q for q in _none(text, lexicon) if not any(s < q.end and q.start < e for s, e in taken)]
    found = _without_roundings(sorted(found, key=lambda q: q.start), text)
    return tuple(replace(q, text=sentence[q.start : q.end]) for q in found)


_IN_BRACKETS = re.compile(r"[^,;:.()]{0,90}\(\s?")
ROUNDED_BY = 6  # percentage points by which a fraction in words may miss the share in brackets: "a quarter … (29%)"


def _without_roundings(found: list[Quantity], text: str) -> list[Quantity]:
    """Without fractions whose exact share follows in brackets: "just over a quarter of contacts (28%)" states 28%."""
    kept = []
    for q, after in zip_longest(found, found[1:]):
        exact = after is not None and after.unit == q.unit == "percent" and abs(after.value - q.value) <= ROUNDED_BY
        bracketed = exact and after is not None and _IN_BRACKETS.fullmatch(text, q.end, after.start)
        if q.form != "fraction" or not bracketed:
            kept.append(q)
    return kept


_MOVED = re.compile(
    r"\b(?:up|down|rose|risen|rising|f[ae]ll(?:en|ing)?|gr[eo]wn?|climbed|dropped|dipped|increased|decreased|reduced|declined)\s"
    r"(?P<by>by\s)?(?:just\s|about\s|around\s|over\s|almost\s|nearly\s)?$",
    re.IGNORECASE,
)


def _moved_to(text: str, m: re.Match[str]) -> bool:
    """Whether "82 to 1,602" is no range but a change and the value that it led to: "down 82 to 1,602".

    Behind "by" the value reached must be far from the change: "rose by 10 to 15" is a range.
    """
    moved = _MOVED.search(text, max(0, m.start() - 40), m.start())
    change, reached = number(m["r1"]), number(m["r2"])
    if moved is None or change is None or reached is None or "to" not in m[0].lower():
        return False
    return not moved["by"] or reached > 2 * change or reached < change


def _read(text: str, m: re.Match[str]) -> Iterator[Quantity]:
    kind = next(k for k in _READERS if m[k])
    if kind == "range" and _moved_to(text, m):
        for name in ("r1", "r2"):
            start, end = m.span(name)
            part = _with_unit(text, Quantity(start, end, m[name], number(m[name]) or 0.0, "count"))
            yield from (part,) if part else ()
        return
    quantity = _READERS[kind](text, m)
    if quantity is not None:
        yield quantity


def _made(m: re.Match[str], value: float | None, unit: str, **more: object) -> Quantity | None:
    if value is None:
        return None
    text = m[0]
    form: Form = "digits" if any(c.isdigit() for c in text) else "words"
    return Quantity(m.start(), m.end(), text, value, unit, **{"form": form, **more})  # type: ignore[arg-type]


def _money(text: str, m: re.Match[str]) -> Quantity | None:
    upper = number(m["m2"] + (m["m2s"] or m["ms"] or "")) if m["m2"] else None
    lower = number(m["m1"] + (m["ms"] or (m["m2s"] if m["m2"] else None) or ""))
    return _made(m, lower, "gbp" if "£" in m[0] else "eur", value_max=upper)


def _chance(text: str, m: re.Match[str]) -> Quantity | None:
    """ "One in five" is a share; "six in 20" too. A first number that is larger is no chance, "4.6 out of 5" a mark."""
    part, whole = number(m["o1"]), number(m["o2"])
    if part is None or whole is None or not 0 < part < whole or whole > 1000 or not part.is_integer():
        return None
    return _made(m, round(100 * part / whole, 1), "percent", form="fraction")


def _among(text: str, m: re.Match[str]) -> Quantity | None:
    """ "Nine families in ten" is a share, its noun in the middle; the larger of the two numbers is the whole."""
    part, whole = number(m["a1"]), number(m["a2"])
    if part is None or whole is None or not 0 < part < whole:
        return None
    return _made(m, round(100 * part / whole, 1), "percent", form="fraction", head=m["noun"].strip())


def _percent(text: str, m: re.Match[str]) -> Quantity | None:
    points = m["points"] or m["pu"].lower() not in ("%", "per cent", "percent")
    return _made(m, number(m["p"]), "percentage_points" if points else "percent")


def _percents(text: str, m: re.Match[str]) -> Quantity | None:
    return _made(m, number(m["p1"]), "percent", value_max=number(m["p2"]))


def _fraction(text: str, m: re.Match[str]) -> Quantity | None:
    """ "Half of", "over a third of", "two thirds", "by a quarter": only where something is divided."""
    divided = _OF.match(text, m.end()) or m["f1"] not in (None, "a", "A") or text[: m.start()].endswith("by ")
    if (
        re.search(r"\b(?:last|next|past|first|previous|these|over|final)\s$", text[: m.start()][-10:])
        and "quarter" in m[0].lower()
        and not (m["f1"] in ("a", "A") and re.match(r"\sof\s", text[m.end() : m.end() + 4]))
    ):
        return None  # "the last two quarters" are a time
    if re.match(r"\s\(\d", text[m.end() : m.end() + 3]):
        return None  # "over half (58%)" states 58%
    if not divided or _NOT_FRACTION.match(text, m.end()):
        return None
    many = number(m["f1"]) if m["f1"] and m["f1"].lower() != "a" else 1.0
    share = 100 * (many or 1.0) / FRACTIONS[(m["f2"] or m["f3"]).lower()]
    return _made(m, round(share, 1), "percent", form="fraction")


def _rank(text: str, m: re.Match[str]) -> Quantity | None:
    """An ordinal is a rank where it places something among others; else it only orders ("the first review")."""
    placed = _RANKED.search(text, 0, m.start()) and _PLACES.match(text, m.end())
    if not placed and not _SUPERLATIVE.match(text, m.end()):
        return None
    value = ordinal(m["rank"])
    return _made(m, float(value) if value else None, "rank", form="rank")


def _span(low: str, high: str) -> Reader:
    def read(text: str, m: re.Match[str]) -> Quantity | None:
        lower, upper = number(m[low]), number(m[high])
        if lower is None or upper is None or upper <= lower:
            return None
        return _with_unit(text, _made(m, lower, "count", value_max=upper))

    return read


def _plain(text: str, m: re.Match[str]) -> Quantity | None:
    if _BASE.search(text, max(0, m.start() - 16), m.start()):
        return None
    if _TOP.search(text, 0, m.start()):
        return _made(m, number(m[0]), "rank", form="rank")
    if m[0][-1] in "kKmM" and _FUNDS.match(text, m.end()):
        return _made(m, number(m[0]), "gbp")
    return _with_unit(text, _made(m, number(m[0]), "count"))


def _with_unit(text: str, quantity: Quantity | None) -> Quantity | None:
    if quantity is None:
        return None
    rate, time = _RATE.match(text, quantity.end), _TIME.match(text, quantity.end)
    if rate:
        return replace(quantity, unit=f"rate_per_{rate['base'].replace(',', '')}")
    if time:
        return replace(quantity, unit=time["t"].lower() + "s")
    return replace(quantity, unit="ratio") if _RATIO.match(text, quantity.end) else quantity


_READERS: dict[str, Reader] = {
    "money": _money,
    "chance": _chance,
    "among": _among,
    "percents": _percents,
    "percent": _percent,
    "fraction": _fraction,
    "rank": _rank,
    "between": _span("b1", "b2"),
    "range": _span("r1", "r2"),
    "words": _span("w1", "w2"),
    "plain": _plain,
}


def _hedged(text: str, quantity: Quantity) -> Quantity:
    before = text[max(0, quantity.start - 32) : quantity.start]
    after = _AFTER_HEDGE.match(text, quantity.end)
    qualifier: Qualifier = next((name for name, words in _HEDGES if words.search(before)), "exact")
    if qualifier == "exact" and after:
        qualifier = "over" if after["over"] else "about"
    definite = bool(_DEFINITE.search(before)) and not _OF_THE.search(before) and quantity.unit == "count"
    return replace(quantity, qualifier=qualifier, definite=definite)


def _none(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """ "None", "no" and "zero" where a count of nought is stated, not where something is merely denied."""
    for m in _NONE.finditer(text):
        if m["verb"] and not lexicon["judged"].search(m["verb"].lower()):
            continue
        yield Quantity(m.start(), m.end(), m[0], 0.0, "count", form="none")
