"""Change statements solved as a whole: which quantity is the current one, the previous one, the change.

"463 contacts, an increase of 52 (12%) on the previous year (411)" → current 463, change_abs 52, change_pct 12, previous
411. The sentence is turned into a template in which every quantity is one sign («0», «1», …), and patterns read that
template: a direction word counts only where it is bound to a quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from report_extract.language.quantities import Quantity

Direction = Literal["increase", "decrease"]
Part = Literal["current", "previous", "change"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a quantity (by its index in the sentence) does in a change statement."""

    index: int
    part: Part
    direction: Direction | None = None


_UP = (
    r"increas(?:e|es|ed|ing)|r(?:ise|ises|ose|isen|ising)|gr(?:ew|ow|ows|own|owing|owth)|up(?:lift|turn)?|climb(?:ed|ing)?"
    r"|improv(?:ed|ement|ing)|uplift|gain|jump(?:ed)?|surge|rais(?:e|es|ed|ing)"
)
_DOWN = (
    r"decreas(?:e|es|ed|ing)|f(?:all|alls|ell|allen|alling)|reduc(?:tion|ed|es|e|ing)|drop(?:s|ped|ping)?"
    r"|declin(?:e|ed|es|ing)|down(?:turn)?|cut|lower(?:ed|ing)?|loss|shr(?:ank|unk|inking)|dip(?:ped)?"
)
_PARTICLE = "".join(
    rf"(?<!{verb}\s)" for verb in "made make makes making stepped step followed picked signed taken".split()
)
"""Verbs whose "up" raises nothing: "stepped up to statutory services"."""
_D = rf"(?:(?P<up>{_PARTICLE}(?<!-)\b(?:{_UP})\b)|(?P<down>\b(?:{_DOWN})\b))"
_Q = r"«(?P<a>\d+)»"
_OTHER = rf"\b(?:{_UP}|{_DOWN})\b"
_GAP = rf"(?:(?!{_OTHER})[^«».;])"
"""A sign between a direction word and its number: another such word would be nearer ("stepped up … fell to")."""
_ADV = r"(?:\s(?:slightly|significantly|sharply|markedly|steadily|again|further|overall|only|just|to|marginally))?"
_HEDGE = (
    r"(?:an?\s|the\s|just\s|about\s|around\s|approximately\s|approx\s|over\s|almost\s|nearly\s|more\sthan\s|some\s|c\.?\s?"
    r"|only\s|under\s|less\sthan\s|an\saverage\sof\s|a\stotal\sof\s|total\sof\s|up\sto\s|roughly\s|at\sleast\s)*"
)
_EARLIER = (
    r"(?:(?:the\s)?(?:previous|prior|preceding|last)\s(?:reporting\s|financial\s|calendar\s|academic\s|school\s)?(?:year|period|quarter)"
    r"(?:[’']s)?(?:\stotal|\sfigure)?|(?:the\s)?(?:year|quarter)\sbefore|(?:a|two|three|four|five)\syears?\s(?:ago|earlier)|last\syear[’']?s?|the\ssame\s(?:period|time|point|quarter)\s(?:in\s|of\s)?(?:the\s)?(?:last|previous)\syear)"
)
_YEAR = r"(?:(?:19|20)\d\d\s?[-/–]\s?(?:20)?\d\d|(?:19|20)\d\d)"
_EARLIER_YEAR = rf"(?:{_EARLIER}|{_YEAR})"

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter"
)
_ELSEWHERE = (
    rf"(?!\s(?:in|for|across)\s(?:the\s)?(?!(?:{_MONTHS}|Quarter|Q\d|Year)\b)(?-i:[A-Z])|\s(?:nationally|regionally)\b)"
)
"""Behind a compared figure: it is of another place, not of an earlier time ("against 11% in the Vale")."""

_NOUN = r"(?!(?:and|or|but|nor|which|that|while|with|against|is|are|was|were|being|for|of|in|to|than|at|as|by)\b)\w+"
"""One word between a number and "more": a noun, not the beginning of what is said besides."""
_THEN = (
    r"(?=\s?(?:$|[.,;:)])|\s(?:and|or|while|but)\b|[^«».;]{0,70}?\b(?:last|previous|prior|preceding|year|quarter|Q\d|(?:19|20)\d\d|before|month|ago|earlier"
    rf"|period|then|{_MONTHS})\b)"
)
"""Behind a compared figure: nothing, or a time; "6 of them, compared to 520 children in care" compares no times."""
_NOTHING_COUNTED = (
    r"(?=\s?(?:$|[.,;:)])|\s(?:and|but|while|to|from|in|on|over|since|this|last|each|a|per|as|compared|between|during|for|so|with"
    r"|after)\b)"
)
"""Behind an amount of change no noun follows; what is done "by 40 families" has not changed by 40."""
_MORE = r"more|higher|greater|additional|extra|longer"
_LESS = r"fewer|less|lower|shorter"
Parts = tuple[Part | None, Part | None]
_WORDING: tuple[tuple[str, Parts], ...] = (
    # rose from 12 to 19; decreasing from an average of 5.5 weeks to 3 weeks
    (
        rf"{_D}{_GAP}{{0,60}}?\bfrom\s{_HEDGE}«(?P<a>\d+)»[^«».;]{{0,50}}?\bto\s{_HEDGE}«(?P<b>\d+)»",
        ("previous", "current"),
    ),
    # rose to 64% from 59%
    (
        rf"{_D}{_GAP}{{0,40}}?\bto\s{_HEDGE}«(?P<a>\d+)»[^«».;]{{0,25}}?\sfrom\s{_HEDGE}«(?P<b>\d+)»",
        ("current", "previous"),
    ),
    # from 12 in 2023/24 to 19, a rise of …
    (rf"\bfrom\s{_HEDGE}«(?P<a>\d+)»[^«».;]{{0,40}}?\bto\s{_HEDGE}«(?P<b>\d+)»", ("previous", "current")),
    # an increase of 52 (12%); a drop of 5 points; increased by 8
    (
        rf"{_D}(?:\s(?:in|of\sthe)\s[^«».;]{{1,50}}?)?{_ADV}\s(?:of|by)\s{_HEDGE}{_Q}(?:\s?[\w\s]{{0,20}}?\(\s?{_HEDGE}«(?P<b>\d+)»\s?\))?",
        ("change", "change"),
    ),
    # raised its contribution by 6.4 per cent
    (
        rf"(?<!must\s)(?<!to\s)(?<!will\s)(?<!should\s)(?<!would\s){_D}\s(?:its|their|our|the|this|that|his|her)\s{_GAP}{{1,45}}?\sby\s{_HEDGE}{_Q}{_NOTHING_COUNTED}",
        ("change", None),
    ),
    # «52» («12%») increase; an 8% increase; a «5»-point rise
    (
        rf"{_Q}(?:\s\(«(?P<b>\d+)»\))?[\s-](?:points?\s|year[-\s]on[-\s]year\s|overall\s|net\s)?{_D}(?!\s(?:from|to)\b\s«)",
        ("change", "change"),
    ),
    # 0.4% lower than; 12 more than last year; 1,913 fewer victims
    (rf"{_Q}(?:\s{_NOUN})?\s(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\s(?!than\s«)(?!likely|than\sone)", ("change", None)),
    # up 12 on last year; down by 3 percentage points
    (
        rf"(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)(?<!set\s)\b(?:(?P<up>up)|(?P<down>down))\s(?:by\s)?{_HEDGE}{_Q}",
        ("change", None),
    ),
    # rose by a third to 312
    (rf"{_D}[^«».;]{{0,20}}?\bby\s{_HEDGE}«\d+»\s(?:\(«\d+»\)\s)?to\s{_HEDGE}{_Q}", ("current", None)),
    # down 82 to 1,602
    (rf"{_D}\s{_HEDGE}{_Q}\s(?:\(«\d+»\)\s)?to\s{_HEDGE}«(?P<b>\d+)»", ("change", "current")),
    # expects to lose 120 posts
    (
        rf"\b(?P<down>los(?:e|es|ing|t)|shed(?:ding)?|cut(?:ting)?)\s{_HEDGE}{_Q}\s(?:[\w-]+\s){{0,2}}?(?:posts?|jobs?|roles?|positions?|beds?)\b",
        ("change", None),
    ),
    # rose to 89%; up to is a hedge, not a change
    (rf"(?!\bup\sto\b){_D}{_GAP}{{0,40}}?\bto\s{_HEDGE}{_Q}", ("current", None)),
    # both are higher than the year before, by 31 and 12
    (
        rf"(?:(?P<up>\b(?:higher|more|up|rose|increased|grew)\b)|(?P<down>\b(?:lower|fewer|less|down|fell|decreased|dropped)\b)){_GAP}{{0,40}}?,?\sby\s{_HEDGE}{_Q}\sand\s(?:by\s)?{_HEDGE}«(?P<b>\d+)»\srespectively",
        ("change", "change"),
    ),
    # up from 83%; a drop from the maximum of 1,680; an increase from 60 in 2023/24
    (rf"{_D}{_ADV}\sfrom\s(?:the\s)?(?:\w+\s){{0,3}}?{_HEDGE}{_Q}", ("previous", None)),
    # increased from 25.1% and 33.9% respectively
    (rf"{_D}{_ADV}\sfrom\s{_HEDGE}«\d+»\sand\s{_HEDGE}{_Q}\srespectively", ("previous", None)),
    # down 8.5% from 9,877
    (rf"{_D}(?:\s(?:by|of))?\s{_HEDGE}«\d+»[^«».;]{{0,15}}?\sfrom\s(?:the\s)?{_HEDGE}{_Q}", ("previous", None)),
    # 8 more than in 2023/24 (48)
    (rf"\b(?:than|on|from|with|to)\s(?:in\s)?(?:the\s)?{_EARLIER_YEAR}\s\(\s?{_HEDGE}{_Q}\s?\)", ("previous", None)),
    # a decline since 2018 (33.8%); down since the previous year, when it was 12
    (
        rf"{_D}[^«».;]{{0,60}}?\b(?:since|from|on)\s(?:the\s)?(?:end\sof\s)?(?:\d{{1,2}}\s)?(?:(?:{_MONTHS})\s)?{_EARLIER_YEAR}\s?\(\s?{_HEDGE}{_Q}\s?\)",
        ("previous", None),
    ),
    (
        rf"{_EARLIER_YEAR},?\swhen\s(?:it|there|this|the\s\w+)\s(?:was|were|equall?ed|stood\sat|had\sbeen|totall?ed)\s{_HEDGE}{_Q}",
        ("previous", None),
    ),
    # an increase of 15% on the 1,402 who came in 2023/24
    (
        rf"{_D}\s(?:of|by)\s{_HEDGE}«\d+»(?:\s\(«\d+»\))?\s(?:on|over)\s(?:the\s)?{_HEDGE}{_Q}(?=[^«».;]{{0,40}}?\s{_EARLIER_YEAR})",
        ("previous", None),
    ),
    # 15% more than the 1,402 who came last year
    (rf"«\d+»(?:\s\w+){{0,3}}?\s(?:{_MORE}|{_LESS})\sthan\sthe\s{_HEDGE}{_Q}", ("previous", None)),
    # this is better than 49% in 2023/24
    (
        rf"\b(?:better|worse|higher|lower|greater|more|fewer|less)\sthan\s(?:the\s)?{_HEDGE}{_Q}(?=[^«».;]{{0,25}}?\s{_EARLIER_YEAR})",
        ("previous", None),
    ),
    # double the 98 of last year; half the 40 seen in 2022/23; twice as many as the 31 in the year before
    (
        rf"\b(?:double|twice|treble|triple|half|(?:three|four|five|ten)\stimes)\s(?:as\s(?:many|much|high)\sas\s)?(?:the|last\syear[’']s)\s{_HEDGE}{_Q}{_THEN}",
        ("previous", None),
    ),
    # 318 (31 March 2024: 301)
    (
        rf"\((?:(?:as\s)?at\s|on\s|in\s)?(?:\d{{1,2}}\s)?(?:(?:{_MONTHS})\s)?(?:19|20)\d\d(?:\s?[-/–]\s?\d\d)?:\s{_HEDGE}{_Q}\s?\)",
        ("previous", None),
    ),
    # 1,034 (+13%)
    (rf"\(\s?(?:(?P<up>\+)|(?P<down>[-–−]))\s?{_Q}\s?\)", ("change", None)),
    # compared with 83% last year; against 12 in the previous year
    (
        rf"(?:compar(?:ed|ing|ison)\s(?:with|to)|against|versus|vs\.?|as\sopposed\sto)\s(?:a\stotal\sof\s|the\s)?(?:\w+\s){{0,2}}?{_HEDGE}{_Q}{_ELSEWHERE}{_THEN}",
        ("previous", None),
    ),
    # the previous year (411 contacts); (1834 in 2023/24); in 2023/24 it was 12
    (
        rf"{_EARLIER}(?:[’']s)?(?:\sfigure|\stotal)?(?:\s(?:when\s)?(?:it|there|this|the\s\w+)\s(?:was|were|had\sbeen|stood\sat)|\swas|\sof)?\s?\(?{_HEDGE}{_Q}",
        ("previous", None),
    ),
    # 68 (59 the year before); 71% (it was 52%)
    (rf"\(\s?{_HEDGE}{_Q}\s(?:in\s|for\s)?{_EARLIER}\s?\)", ("previous", None)),
    (
        rf"\((?:it|this|that|they|there)\s(?:was|were|had\sbeen|stood\sat)\s{_HEDGE}{_Q}[^«»();]{{0,30}}\)",
        ("previous", None),
    ),
    (rf"\({_HEDGE}{_Q}[^«»().;]{{0,40}}?\s?(?:in|for|during)\s(?:the\s)?{_EARLIER_YEAR}", ("previous", None)),
    (
        rf"{_Q}(?:\s\w+){{0,3}}\s(?:noted\s|recorded\s|reported\s|seen\s)?(?:in\s|for\s)?(?:the\s)?(?:previous|prior|last)\s(?:reporting\s|financial\s)?(?:year|period)",
        ("previous", None),
    ),
    # numbered 46 and had been 130; 96%, having been at 81% when they last came
    (
        rf"(?<!there\s)\bha(?:d|ving)\sbeen\s(?:at\s|as\s(?:high|low)\sas\s)?{_HEDGE}{_Q}(?!\s\w+ed\b)",
        ("previous", None),
    ),
    (rf"(?:which|this)\swas\s{_HEDGE}{_Q}[^«».;]{{0,20}}\b(?:last|previous)\syear", ("previous", None)),
)
_PATTERNS = tuple((re.compile(wording, re.IGNORECASE), parts) for wording, parts in _WORDING)


_BRACKETED = re.compile(rf"{_D}{_GAP}{{0,40}}?\bto\s{_HEDGE}{_Q}\s\(\s?{_HEDGE}«(?P<b>\d+)»\s?\)", re.IGNORECASE)
"""What it was before, with nothing else in the bracket: "dropped to 19% (26%)"; "rose to 52 (12%)" is a share."""
_LISTED = re.compile(
    rf"\b(?:with|to|than|against|from)\s(?:the\s)?{_EARLIER_YEAR}(?:[’']s)?(?:\s(?:figures?|levels?|rates?|numbers?|totals?))?\s(?:of|at|were|was)\s"
    r"(?P<list>«\d+»(?:,\s«\d+»)*(?:,?\sand\s«\d+»)?)",
    re.IGNORECASE,
)
"""Figures of an earlier year, listed: "consistent with 2022/23 figures of 26%, 25% and 12% respectively"."""
_IN_TURN = re.compile(
    rf"\b(?:from|than|against|with|compared\s(?:with|to))\s(?:the\s)?(?:(?:figures?|levels?|rates?)\sof\s)?{_HEDGE}"
    rf"(?P<list>«\d+»(?:,\s{_HEDGE}«\d+»)*,?\sand\s{_HEDGE}«\d+»)(?:,?\s(?:in|for)\s(?:the\s)?{_EARLIER_YEAR})?,?\srespectively\b{_ELSEWHERE}",
    re.IGNORECASE,
)
"""Earlier figures dealt out in order: "up from 41, 30 and 12 respectively"."""
_MONEY_MOVED = re.compile(
    rf"(?:(?P<up>\b(?:added|put\sin)\b(?!\sa\stotal))|(?P<down>\b(?:withdrew|took\sout|withheld)\b))\s(?:an?\s)?(?:extra\s|further\s)?{_HEDGE}{_Q}",
    re.IGNORECASE,
)
"""Sums that change a contribution: "the police added £4,000"."""
_EACH_BY = re.compile(
    rf"{_D}\sby\s{_HEDGE}«\d+»(?P<list>(?:(?:,\s(?:and\s)?|\sand\s)[^«».;,]{{1,60}}?\sby\s{_HEDGE}«\d+»)+)",
    re.IGNORECASE,
)
"""One verb for several changes: "assaults rose by 25%, self-harm by 29% and thefts by 4%"."""
_SEVERAL = re.compile(
    rf"\b(?:from|than|against|compared\s(?:with|to))\s(?:the\s)?{_HEDGE}(?P<list>«\d+»[^«».;]{{0,24}}?{_YEAR}(?:,?\s(?:and|or)\s(?:from\s)?{_HEDGE}«\d+»[^«».;]{{0,24}}?{_YEAR})+)",
    re.IGNORECASE,
)
"""Figures of several earlier years: "up from 65 in 2019 and 64 in 2018"."""
_SAME_TIME = re.compile(
    rf"(?P<list>«\d+»\s(?:for|in|at)\sthe\s(?:previous|prior|preceding|last)\s\w+\sand\s{_HEDGE}«\d+»)\s(?:for|in|at)\sthe\s(?:same|comparable|corresponding|equivalent)\s",
    re.IGNORECASE,
)
"""Figures of the quarter or year before and of the same time a year before."""


def template(text: str, found: Sequence[Quantity]) -> str:
    """The sentence with every quantity as one sign: "«0» contacts, an increase of «1» («2»)"."""
    parts, at = [], 0
    for i, quantity in enumerate(found):
        parts += [text[at : quantity.start], f"«{i}»"]
        at = quantity.end
    return "".join((*parts, text[at:]))


def changes(text: str, found: Sequence[Quantity]) -> dict[int, Change]:
    """What each bound quantity of a sentence does; quantities outside any change statement are not mentioned."""
    if len(found) == 0:
        return {}
    shape = template(text, found)
    solved: dict[int, Change] = {}
    for pattern, parts in _PATTERNS:
        for m in pattern.finditer(shape):
            for change in _bound(m, parts, found):
                solved.setdefault(change.index, change)
    for m in (m for lists in (_LISTED, _IN_TURN, _SEVERAL, _SAME_TIME) for m in lists.finditer(shape)):
        for sign in re.finditer(r"«(\d+)»", m["list"]):
            solved[int(sign[1])] = Change(int(sign[1]), "previous")
    for m in _BRACKETED.finditer(shape):
        now, before = int(m["a"]), int(m["b"])
        if found[now].unit == found[before].unit and solved.get(before, Change(before, "previous")).part == "previous":
            solved[before] = Change(before, "previous", _direction(m.groupdict()))
    for m in _MONEY_MOVED.finditer(shape):
        if found[int(m["a"])].unit == "gbp":
            solved.setdefault(int(m["a"]), Change(int(m["a"]), "change", _direction(m.groupdict())))
    for m in _EACH_BY.finditer(shape):
        for sign in re.finditer(r"«(\d+)»", m["list"]):
            solved[int(sign[1])] = Change(int(sign[1]), "change", _direction(m.groupdict()))
    return _checked(solved, found)


def _bound(m: re.Match[str], parts: Parts, found: Sequence[Quantity]) -> Iterator[Change]:
    groups = m.groupdict()
    way = _direction(groups)
    if "up" not in groups and parts == ("previous", "current"):
        before, now = found[int(groups["a"] or 0)], found[int(groups["b"] or 0)]
        way = _of_numbers(before, now)
    for name, part in zip(("a", "b"), parts, strict=True):
        index = groups.get(name)
        if index is not None and part is not None:
            yield Change(int(index), part, way)


def _of_numbers(before: Quantity, now: Quantity) -> Direction | None:
    """The way of "from 36 to 24", which names none."""
    if before.value == now.value or before.unit != now.unit:
        return None
    return "increase" if now.value > before.value else "decrease"


def _direction(groups: dict[str, str | None]) -> Direction | None:
    if groups.get("up"):
        return "increase"
    return "decrease" if groups.get("down") else None


def _checked(solved: dict[int, Change], found: Sequence[Quantity]) -> dict[int, Change]:
    """Ranks, times and nought do not change by themselves; previous and current must be of one unit."""
    return {i: c for i, c in solved.items() if not (c.part == "change" and found[i].unit == "rank")}


def heading_to(text: str) -> Direction | None:
    """The direction that a label states on its own ("Increase of", "Reduction in visitors"), else None."""
    more = re.match(rf"\s*(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b.*\bthan\b", text, re.IGNORECASE)
    m = (
        more
        or re.match(rf"\s*(?:an?\s)?{_D}\s(?:of|in|by)\b", text, re.IGNORECASE)
        or re.match(rf"\s*{_D}\s*$", text, re.IGNORECASE)
    )
    return _direction(m.groupdict()) if m else None
