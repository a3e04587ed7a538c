"""The period of a figure: printed beside it, carried over from the sentence before, in the heading, or the report's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.language.lexicon import Lexicon
from report_extract.language.periods import Period, periods, year_of

_PRESENT = re.compile(
    r"\b(?:is|are|has(?!\s\w+ed\b|\sbeen|\salso|\shad)|have(?!\s\w+ed\b|\sbeen|\sseen)|faces?|needs?|owns?|lives?|there\s(?:is|are)"
    r"|places|ranks?|needing|facing|must|represents?|equates?|live|reside|residing)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|has\s(?:now\s)?\w+ed|have\s(?:\w+\s)?\w+ed|has\sbeen|have\sbeen|\w{3,}ed)\b", re.IGNORECASE
)
_THERE_IS = re.compile(r"^\W*(?:currently,?\s|nationally,?\s)?there\s(?:is|are)\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|plans?\sto|planned|due\sto|intends?|aims?\sto|forthcoming|is\sset\sto|expected)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"^\W*(?:in|during|between|from|over|as\sof|as\sat|at|by|according\sto|on|for|throughout)\b", re.IGNORECASE
)
_NOT_OF_FACTS = re.compile(
    r"\b(?:strategy|plan|programme|act|policy|guidance|since|began\sin|launched|established|published\sin|until)\b",
    re.I,
)
_COUNTED_ON = re.compile(r"\b(?:at|on|of)\s(?:the\s)?(?:end\sof\s)?$", re.IGNORECASE)
_OF_SCHOOLS = re.compile(r"\b(?:pupils?|schools?|students?)\b", re.IGNORECASE)
"""Whom a school's own census counts, not that of the population."""
_MONTH_END = re.compile(r"(?:31|30|29|28)\s[A-Z]")
"""The day of a count is the last of a month; other days in titles are those of meetings and publications."""
POINTS_BACK = re.compile(
    r"^\W*(?:in|for|during)\s[^,.;]{4,24}?,?\s(?:it|this|that|(?:the|these|those)\s(?:number|figure|total|rate|share|proportion|average)s?)\s"
    r"(?:was|were|had|stood)\b"
    r"|^\W*(?:in|for|during)\s[^,.;]{4,24}?,?\sthere\s(?:had\sbeen|were|was)\s(?:\w+\s){0,3}?£?[\d,]+\W*$",
    re.IGNORECASE,
)
"""An earlier year's figure of what was counted before: "In 2022/23 the number was 410"."""
_LEAD_IN = re.compile(r"^[^:.]{2,60}:\s+(?=[A-Z])")
_EVENT = re.compile(r"\b[Dd]uring\s(?:the\s(?:recent\s)?)?((?:[A-Z][\w’']+\s){1,4}(?:Week|Day|Month|Operation))\b")


class Clock:
    """Assigns periods along a document whose reporting year is known (or not: then only printed ones are given)."""

    def __init__(self, reporting_year: str | None, lexicon: Lexicon) -> None:
        self.reporting_year, self._lexicon = reporting_year, lexicon

    def read(self, text: str) -> tuple[Period, ...]:
        return periods(text, reporting_year=self.reporting_year)

    def heading(self, titles: Sequence[str]) -> str | None:
        """The period that the innermost heading with one states; a plan's or strategy's years are not the facts'."""
        return next((name for title in reversed(titles) if (name := self.title(title))), None)

    def title(self, text: str) -> str | None:
        """The one year that a title states, or the day on which was counted ("Children in care on 31 March 2025")."""
        found = [p for p in self.read(text) if not p.earlier]
        found = [p for p in found if p.kind == "year" or _COUNTED_ON.search(text, 0, p.start)]
        names = {p.name for p in found if p.kind == "year" or _MONTH_END.match(p.name)}
        return names.pop() if len(names) == 1 and not _NOT_OF_FACTS.search(text) else None

    def is_earlier(self, period: Period | None) -> bool:
        """Whether a period lies before the report's year."""
        report = year_of(self.reporting_year)
        if period is None:
            return False
        dated = period.kind == "year" or period.name.startswith("Q")
        return period.earlier or bool(report and dated and period.year and period.year < report)

    def looks_back(self, text: str, period: Period | None) -> bool:
        """Whether a sentence tells the figure of a calendar year before the report's: "In 2023 the number was 31"."""
        report = year_of(self.reporting_year)
        if period is None or period.year is None or report is None or POINTS_BACK.match(text) is None:
            return False
        return period.name.isdigit() and period.year < report

    def ended(self, name: str | None) -> bool:
        """Whether a day, month or year named like "31 March 2024" lies before the report's year began on 1 April."""
        report = year_of(self.reporting_year)
        day = re.fullmatch(r"(?:\d{1,2} )?(?:January|February|March) (\d{4})", name or "")
        year = re.fullmatch(r"(\d{4})/\d\d", name or "")
        return bool(report and ((day and int(day[1]) <= report) or (year and int(year[1]) < report)))

    def printed(
        self,
        text: str,
        start: int,
        end: int,
        stops: Sequence[int],
        *,
        previous: bool = False,
        compared: Sequence[tuple[int, int]] = (),
    ) -> Period | None:
        """The period printed for the figure at start:end: the next one before another figure, else the sentence's own.

        `previous` says that the figure is one of comparison; only then may the period be that compared with.
        `compared` are the places of such figures beside it, whose own periods are not its.
        """
        found = [p for p in self.read(text) if not (p.name.isdigit() and p.start in stops)]  # "1945 places" is no year
        found = [p for p in found if previous or not _in_name(text, p)]
        found = [p for p in found if not _in_other_brackets(text, p, start)]
        found = [p for p in found if not _opens_another(text, p, end, stops) and not _dates_one(text, p, end)]
        if not previous:
            found = [p for p in found if not _compared_with(text, p) and not _dates_another(text, p, compared, stops)]
        if previous:
            beside = [p for p in found if end <= p.start and _is_beside(text[end : p.start])]
            found = [p for p in found if p.earlier or self.is_earlier(p) or p.kind != "year" or p in beside[:1]]
            found = [p for p in found if p.kind != "date" or not any(p.end <= s < start for s in stops)]
        following = [p for p in found if p.start >= end and not any(end <= s < p.start for s in stops)]
        if following and (_adjoining(text[end : following[0].start]) or len(found) == 1):
            return following[0]
        current = [p for p in found if previous or not p.earlier]
        leading = [p for p in current if p.end <= start]
        if not _OPENING.match(text):
            leading = [p for p in leading if not _NEXT_DEED.search(text, p.end, start)]
            leading = [p for p in leading if not _next_clause(text, p, start, stops)]
            current = [p for p in current if p in leading or p.end > start]
        own = [p for p in leading if any(stop < p.start and ";" in text[stop : p.start] for stop in stops)]
        if leading:
            return own[-1] if own else leading[-1] if len(leading) == 1 or _OPENING.match(text) is None else leading[0]
        return current[0] if len(current) == 1 and not _of_the_last(text, current[0], end, stops) else None

    def default(
        self, sentence: str, *, carried: Period | None, heading: str | None, announced: Period | None = None
    ) -> str | None:
        """Without a printed period: what the sentences before set, what the section announces, for the past the
        heading's year or the report's."""
        present = bool(_PRESENT.search(sentence)) and (
            _THERE_IS.match(sentence) is not None or not _PAST.search(_without_relative(sentence))
        )
        if carried is not None and carried.kind == "census":
            counted = self._lexicon["population"].search(sentence.lower()) and not _OF_SCHOOLS.search(sentence)
            return carried.name if counted else None
        if carried is not None:
            return None if present else carried.name
        if _FUTURE.search(sentence):
            return None
        if announced is not None:
            return announced.name
        return None if present and heading else heading or self.reporting_year

    def carries(self, sentence: str) -> Period | None:
        """The period that a sentence sets for those after it: "In May 2024, …", "According to the 2021 Census, …"."""
        sentence = _LEAD_IN.sub("", sentence)
        event = _EVENT.search(sentence)
        if event:
            return Period(event.start(1), event.end(1), event[1], "relative")
        if not _OPENING.match(sentence) or POINTS_BACK.match(sentence):
            return None
        first = next(iter(self.read(sentence[:70])), None)
        if first is None or first.earlier or _in_name(sentence, first) or _compared_with(sentence, first):
            return None
        if first.kind == "relative" and "past" not in first.name:
            return None
        return first if first.name != self.reporting_year else None


_BESIDE = 3  # words between a figure and the date that is certainly its own: "847 for the year 2022-23"
_COMPARED_WITHIN = 8  # words between a compared figure and its year: "with 241 in the same period of the year 2018-19"
_DATED_WITHIN = 4  # words between a figure and its year: "411 who came in 2023/24"


def _is_beside(between: str) -> bool:
    return len(between.split()) <= (_COMPARED_WITHIN if _SAME_PERIOD.search(between) else _BESIDE)


def _adjoining(between: str) -> bool:
    return len(between.split()) <= 9 and ";" not in between


_SAME_TIME = (
    r"(?:in\s|the\s|at\s|for\s)*(?:(?:same|comparable|corresponding|equivalent)\s(?:period|time|point|quarter|month|date|day|stage)\s)?"
    r"(?:in\s|of\s|the\s|for\s)*(?:end\sof\s)?$"
)
_AS_MANY = r"as\s(?:many|much|high|low|few|often|large|long)\sas"
_COMPARING = re.compile(
    rf"\b(?:compar(?:ed|ison|able)\s(?:with|to)|than|against|from|on|since|over|vs\.?|with|{_AS_MANY})\s{_SAME_TIME}",
    re.IGNORECASE,
)
_SAME_PERIOD = re.compile(r"\b(?:same|comparable|corresponding|equivalent)\s", re.IGNORECASE)
_SURELY_COMPARING = re.compile(
    rf"\b(?:compar(?:ed|ison|able)\s(?:with|to)|than|against|vs\.?|{_AS_MANY})\s{_SAME_TIME}", re.IGNORECASE
)
_FROM_TO = re.compile(r"\s(?:to|until|-|–)\s")


def _compared_with(text: str, period: Period) -> bool:
    """Whether the period is what something is compared with: "than last year", "an increase on 2022/23"."""
    if _COMPARING.search(text, 0, period.start) is None:
        return False
    if period.kind == "date" and _SURELY_COMPARING.search(text, 0, period.start):
        return True
    return period.earlier or (period.kind == "year" and _FROM_TO.match(text, period.end) is None)


def _dates_another(text: str, period: Period, figures: Sequence[tuple[int, int]], stops: Sequence[int]) -> bool:
    """Whether the period is printed for one of these figures: right behind it ("411 in 2023/24"), or "2023/24: 411"."""
    for start, end in figures:
        behind = end <= period.start and not any(end <= stop < period.start for stop in stops)
        same = _SAME_PERIOD.search(text, end, period.start) is not None
        if behind and len(text[end : period.start].split()) <= (_COMPARED_WITHIN if same else _DATED_WITHIN):
            return True
        if period.end <= start and re.fullmatch(r":\s\W*", text[period.end : start]):
            return True
    return False


def _in_other_brackets(text: str, period: Period, start: int) -> bool:
    """Whether the period stands in brackets that the figure does not share: it dates the figure in the brackets."""
    opened = text.rfind("(", 0, period.start)
    closed = text.find(")", period.end)
    if opened < 0 or closed < 0 or text.find(")", opened, period.start) >= 0:
        return False
    told = any(c.isdigit() for c in text[opened : period.start]) or _VERB.search(text, opened, closed) is not None
    return told and not opened < start < closed


def _opens_another(text: str, period: Period, end: int, stops: Sequence[int]) -> bool:
    """Whether a semicolon parts the period from the figure and another figure or statement follows it.

    "63; in 2023/24, 48"; "12 were settled; the rest were open at the end of the year".
    """
    at = text.find(";", end, period.start)
    return at >= 0 and (any(stop >= period.end for stop in stops) or _VERB.search(text, at, period.start) is not None)


_ONE_OF_THEM = re.compile(
    r"\b(?:the\s(?:last|first|latest|other|second|third|next)|most\srecently|one|another)\b[^,;]{0,30}$"
    r"|\bof\s(?:whom|which)\b",
    re.IGNORECASE,
)
_NEXT_DEED = re.compile(
    r"^,?\s(?:and|but|then)\s(?:(?:has|have|had)\s)?(?:\w+ly\s)?[a-z]+(?:ed|gan|an|eld|ent|ade|ook|ept|et)\b"
)
"""Behind a date: what was done besides, at a time of its own ("published on 14 March and started two more")."""


_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|did|[a-z]{2,}ed|began|held|took|made|met|ran|came|went)\b")
_AND_THEN = re.compile(
    r",?\s(?:and|but|while)\s(?:(?:about|around|over|nearly|almost|some|a\sfurther)\s)?", re.IGNORECASE
)


def _next_clause(text: str, period: Period, start: int, stops: Sequence[int]) -> bool:
    """Whether a date closes a clause without figures and the figure opens the next: "began in May and 40 came"."""
    if _AND_THEN.fullmatch(text, period.end, start) is None or any(stop < period.start for stop in stops):
        return False
    return bool(_VERB.search(text, 0, period.start) and _VERB.search(text, start))


def _of_the_last(text: str, period: Period, end: int, stops: Sequence[int]) -> bool:
    """Whether a date far behind is of another figure with its own verb: "one was begun and one came out in May"."""
    between = [stop for stop in stops if end <= stop < period.start]
    if not between:
        return False
    return bool(_VERB.search(text, end, between[0]) and _VERB.search(text, between[-1], period.start))


def _dates_one(text: str, period: Period, end: int) -> bool:
    """Whether a period behind a figure is of one of the counted: "four, the last in April 2025", "20, none of whom"."""
    return period.start >= end and _ONE_OF_THEM.search(text, end, period.start) is not None


_NAMED_YEAR = re.compile(
    r"\b(?!In\b|During|Since|By\b|From|Until|Summer|Autumn|Spring|Winter|Early|Late|Year|Throughout|For\b|Between|And\b)[A-Z][a-z]\w+,?\s$"
)


def _in_name(text: str, period: Period) -> bool:
    """Whether the period belongs to the name of a plan, a law or a paper."""
    cited = text.rfind("(", 0, period.start) > text.rfind(")", 0, period.start)
    if period.name.isdigit() and not cited and _NAMED_YEAR.search(text, 0, period.start):
        return True
    around = text[max(0, period.start - 28) : period.start] + " " + text[period.end : period.end + 22]
    if period.kind == "census" or period.kind == "relative":
        return False
    return bool(
        re.search(
            r"\b(?:Act|Together|Regulations?|Strategy|Strategic|Plan|Order|Education|Code|Charter|Bill|strategy|plan|since|Since|until|before|new|expected|late|early|forthcoming)\b[\s(]*(?:(?!(?:in|at|on|during|by|as)\b)\w+\s)?$",
            around[: min(28, period.start)],
        )
    )


def _without_relative(sentence: str) -> str:
    """The main clause only: what follows "who", "which" or "that" may be in another tense."""
    return re.split(
        r"\b(?:who|which|that|where)\b|\b(?:maintained|based|related|deprived|rented|owned|registered|aged|located|defined|housed|dedicated|mixed)\b",
        sentence,
    )[0]
