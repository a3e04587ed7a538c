"""Typed anchors of a text: what a verdict may rest on. Numbers with what they count, ratings with whom they rate,
directions, states, quantifiers, negation, names and years. Everything else is wording and decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from report_extract.check.claims.columns import Column, Place, in_its_unit, moves, place_of
from report_extract.check.claims.factors import Factor, factors, is_told, without_factors
from report_extract.check.claims.labels import labels
from report_extract.check.claims.times import ALWAYS, DATE, DateAnchor, Time, dates, time_of
from report_extract.check.claims.words import Vocabulary
from report_extract.language.changes import Change, changes
from report_extract.language.lexicon import lexicon
from report_extract.language.names import Mention, Names
from report_extract.language.periods import periods
from report_extract.language.quantities import Quantity, quantities
from report_extract.rules.kinds.agencies import Group
from report_extract.rules.kinds.scales import Scale
from report_extract.rules.load import RuleBook

Part = Literal["current", "previous", "change"]
Direction = Literal["increase", "decrease"]
Amount = Literal["all", "none", "part"]

# "More than half of the plans" is a share: what is more or fewer than a number has not moved.
_SHARE = (
    r"than\s(?:an?\s|one\s|two\s|three\s|four\s|nine\s)?(?:half|(?:third|quarter|fifth|tenth)s?|in\s\w+|out\sof"
    r"|\d[\d.]*\s?(?:%|per\s?cent))"
)
_UP = re.compile(
    r"(?i)\b(?:increas\w*|r(?:ise|ises|ose|isen|ising)|gr(?:ew|ow|ows|own|owing|owth)|up(?:turn|lift)?(?=\s(?:from|by|on))"
    r"|(?:went|gone?|goes|going|came)\sup|climb\w*|surg\w*|higher"
    rf"|more\s(?!{_SHARE})(?:than|children|contacts|referrals|cases)|escalat\w*)\b"
)
_DOWN = re.compile(
    r"(?i)\b(?:decreas\w*|f(?:all|alls|ell|allen|alling)|reduc\w*|drop\w*|declin\w*|down(?=\s(?:from|by|on))|lower\w*"
    rf"|fewer(?!\s{_SHARE})|(?:went|gone?|goes|going|came)\sdown|halv\w*|cut(?:s|ting)?\b(?!\sto\sthe)|shr[aiu]nk\w*)\b"
)
_NOT_DONE = r"not\s(?:yet\s)?(?:been\s)?(?:complete[d]?|finished|closed|implemented|done)"
_DONE = r"(?:complete[d]?|closed|finished|implemented|done)"
_STATES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?i)\b(?:{pattern})\b"))
    for name, pattern in (
        ("open", rf"in\sprogress|ongoing|under\s?way|on\strack|{_NOT_DONE}|incomplete|remains?\sopen|yet\sto\sbe"),
        (
            "open",
            r"behind(?:\sschedule|\splan)?(?=\s?[.,;–-]|$)|not\syet\s\w+(?:ed|en)|(?:is|are|remains?)\s(?:still\s)?open",
        ),
        ("open", r"partially\s(?:complete[d]?|implemented)|outstanding\sactions?"),
        ("paused", r"paused|on\shold|suspended|delayed|postponed"),
        ("not_begun", r"not\s(?:yet\s)?(?:started|begun|commenced)"),
        (
            "done",
            rf"(?:is|are|been|was|were|now|fully|all)\s(?:now\s|fully\s)*{_DONE}|complete[d]?\sin\sfull|concluded|(?<=\t)done",
        ),
        ("done", r"GREEN\s?[-–—:]?\s?complete[d]?"),
    )
)
_MANNER = re.compile(
    r"(?i)\b(?:now|fully|currently|already|still|completely|overall|approximately|around|almost|nearly)\b"
)
_ALL = re.compile(r"(?i)\b(?:all(?! over| areas)|every(?! day| year| week| month)|100\s?%|without exception)\b")
_PART = re.compile(
    r"(?i)\b(?:only|just|not all|some of|few of|fewer than|half of|most of|several of|the majority of)\b"
)
_NONE = re.compile(r"(?i)\b(?:none|no|zero|neither|not a single|never)\b")
_NEGATION = re.compile(
    r"(?i)\b(?:not|never|no longer|cannot|without|failed to|unable to|did(?:n[’']t| not)|neither|nor)\b|n[’']t\b"
)
_PROPER = re.compile(
    r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’&-]+(?:\s(?:(?:of|and|for|the|&|upon)\s)*[A-Z][\w'’&-]+)*|\b[A-Z]{2,}[a-z]?\b"
    r"|^(?:[A-Z][\w'’&-]+\s){1,5}[A-Z][\w'’&-]+"
)
_COUNTED = re.compile(r"^(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|The|Both|All)\s")
_CASE = re.compile(r"\b(?:Case|Young\sPerson|Child|Family|Baby|Adult|Mr|Ms|Mrs)\s[A-Z]\b")
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?!\d)")
_ADJECTIVE = re.compile(
    r"\s+(?:practice|work|progress|quality|examples?|evidence|relationships?|understanding|tape|flags?)\b"
)
# "judged Good, up from Requires Improvement in 2021": what was before is not what is.
BEFORE = re.compile(
    r"(?i),?\s(?:(?:up|down|improv(?:ed|ing|ement)|rising|falling|moving|an? \w+(?:\s\w+)?)\s(?:up\s)?from"
    r"|having\s(?:\w+\s)?been|previously|formerly)\s[^,.;]*"
)
_CUE_REACH = 70  # characters on either side
_SUBJECT = 4  # content words before a number that may name its subject where none follows it
_AROUND = 8  # content words on either side of a number that may say what it counts
_SMALL = (
    r"(?:of|in|on|at|to|for|from|with|by|and|or|were|was|are|is|be|been|has|have|had|that|which|who|where|across|within"
    r"|as|during)"
)
_PHRASE = re.compile(rf"\s*(?:(?!{_SMALL}\b)[A-Za-z][\w'’-]*\s*){{1,5}}")
# "341 a year earlier" counts no years.
_THEN = re.compile(
    r"(?i)^\s*(?:an?|the|one|two|three|last|previous)?\s?(?:years?|months?|quarters?)\s(?:earlier|before|ago|previously)\b"
)
_COMPARING = frozenset({"compar", "oppos", "versus", "vs"})  # stems between a value and the earlier one
# "to raise contributions by 4%": a change, whatever the verb.
_BY = re.compile(r"\bby\s(?:a\sfurther\s|another\s|about\s|around\s|over\s|nearly\s|almost\s|up\sto\s)?$")
_WAY = re.compile(rf"{_UP.pattern}|{_DOWN.pattern[4:]}")


@dataclass(frozen=True, slots=True)
class NumberAnchor:
    """A quantity, the words that say what it counts, and its part in a change statement.

    `near` are the words that name what is counted ("training sessions"), `head` the last of them ("sessions");
    `named` tells that they follow the number. `around` are all content words up to the neighbouring quantities.
    `header` is the subject of a cell's column; `is_of_a_series` marks a cell beside which stand cells of other times.
    """

    quantity: Quantity
    near: frozenset[str]
    head: str | None
    named: bool
    around: frozenset[str]
    part: Part = "current"
    direction: Direction | None = None
    time: Time = ALWAYS
    is_cell: bool = False
    header: str = ""
    is_of_a_series: bool = False


@dataclass(frozen=True, slots=True)
class RatingAnchor:
    """A grade and the body that it is of, as far as the sentence says, its place `at`, whether it `was` one."""

    scale: str
    rank: int
    word: str
    body: str | None
    at: int = 0
    was: bool = False


@dataclass(frozen=True, slots=True)
class DirectionAnchor:
    """A rise or fall without a number, and the words just around it."""

    direction: Direction
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Anchors:
    numbers: tuple[NumberAnchor, ...] = ()
    ratings: tuple[RatingAnchor, ...] = ()
    directions: tuple[DirectionAnchor, ...] = ()
    state: str | None = None
    amount: Amount | None = None
    negations: int = 0
    bodies: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    dates: tuple[DateAnchor, ...] = ()
    factors: tuple[Factor, ...] = ()

    @property
    def strong(self) -> int:
        """How many anchors could be contradicted."""
        return (
            len(self.numbers)
            + len(self.ratings)
            + len(self.directions)
            + (self.state is not None)
            + (self.amount in ("all", "none"))
        )


class AnchorReader:
    """Reads the anchors of sentences; one for both papers, so that both speak of bodies by the same names."""

    def __init__(self, *, book: RuleBook, names: Names, vocabulary: Vocabulary, proper: frozenset[str]) -> None:
        """`proper` are words that the source writes with a capital wherever they stand: names, also at the start."""
        self._proper = proper
        self._lexicon, self._names, self._vocabulary = lexicon(book), names, vocabulary
        self._grades = Grades(book.of(Scale))

    def read(self, text: str, columns: Sequence[Column] = ()) -> Anchors:
        """The anchors of one sentence, row or pair; `columns` are the cells of a row."""
        told = factors(text)
        found = tuple(q for q in quantities(text, lexicon=self._lexicon) if not is_told(q.start, text))
        places = [place_of(q, text, columns) if columns else None for q in found]
        found = tuple(in_its_unit(q, place) for q, place in zip(found, places, strict=True))
        solved = changes(text, found)
        rises = dict(moves(found, places))
        mentions = tuple(self._names.find(text))
        numbers = [
            self._in_cell(q, place, rises.get(i)) if place else self._number(text, q, i, found, solved)
            for i, (q, place) in enumerate(zip(found, places, strict=True))
        ]
        return Anchors(
            numbers=tuple(
                _of_the_same(number, before) for number, before in zip(numbers, (None, *numbers), strict=False)
            ),
            ratings=tuple(_ratings(text, mentions, self._grades)),
            directions=tuple(self._directions(text, found, solved)),
            state=next((name for name, pattern in _STATES if pattern.search(text)), None),
            amount=_amount(without_factors(text)),
            negations=len(_NEGATION.findall(without_factors(text))),
            bodies=frozenset(m.agency.name for m in mentions),
            mentions=frozenset(text[m.start : m.end] for m in mentions),
            names=frozenset(_names(text, self._named(text, mentions), self._proper)),
            labels=labels(text),
            dates=tuple(dates(text)),
            factors=told,
            years=frozenset(_YEAR.findall(text)) | frozenset(p.name for p in periods(text) if p.kind == "year"),
        )

    def _named(self, text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """Spans with capitals that are judged as something else than names: bodies, grades, months."""
        grades = [m.span("word") for m, _, _ in self._grades.find(text)]
        others = [m.span() for pattern in (DATE, _CASE) for m in pattern.finditer(text)]
        return [*((m.start, m.end) for m in mentions), *grades, *others]

    def wording(self, text: str) -> str:
        """The text without the words of its anchors of direction, factor, state, amount and grade."""
        text = without_factors(text)
        spans = [m.span() for m, _, _ in self._grades.find(text)]
        for pattern in (_UP, _DOWN, _ALL, _PART, _MANNER, *(p for _, p in _STATES)):
            spans += [m.span() for m in pattern.finditer(text)]
        kept = [c if not any(s <= i < e for s, e in spans) else " " for i, c in enumerate(text)]
        return "".join(kept)

    def _number(
        self, text: str, quantity: Quantity, index: int, found: Sequence[Quantity], solved: dict[int, Change]
    ) -> NumberAnchor:
        stop = min((q.start for q in found if q.start >= quantity.end), default=len(text))
        begin = max((q.end for q in found if q.end <= quantity.start), default=0)
        after = re.split(r"[.;:]\s|,\s(?!and\b)", text[quantity.end : stop])[0]
        before = text[begin : quantity.start]
        words = self._vocabulary.words
        around = {*words(after)[:_AROUND], *words(before)[-_AROUND:]}
        phrase = words(_WAY.sub(" ", _THEN.sub("", _noun_phrase(after))))
        near = phrase or words(_MANNER.sub(" ", _WAY.sub(" ", before)))[-_SUBJECT:]
        change = solved.get(index)
        by = quantity.unit == "percent" and _BY.search(before)
        return NumberAnchor(
            quantity,
            frozenset(near),
            near[-1] if near else None,
            bool(phrase),
            frozenset(around),
            change.part if change else "change" if by else "current",
            change.direction if change else None,
            time_of(text, quantity, found),
        )

    def _in_cell(self, quantity: Quantity, place: Place, rises: bool | None) -> NumberAnchor:
        """A number that fills a cell counts what the row's label and the column's header name."""
        words = [*self._vocabulary.words(place.label), *self._vocabulary.words(place.column.subject)]
        direction: Direction | None = None if rises is None else "increase" if rises else "decrease"
        return NumberAnchor(
            quantity,
            frozenset(words),
            words[-1] if words else None,
            False,
            frozenset(words),
            direction=direction,
            time=place.column.time,
            is_cell=True,
            header=place.column.subject.strip(),
            is_of_a_series=place.is_of_a_series,
        )

    def _directions(self, text: str, found: Sequence[Quantity], solved: dict[int, Change]) -> list[DirectionAnchor]:
        """Directions that no quantity takes: those of solved changes are judged with their number."""
        if any(c.direction for c in solved.values()):
            return []
        anchors: list[DirectionAnchor] = []
        ways: tuple[tuple[Direction, re.Pattern[str]], ...] = (("increase", _UP), ("decrease", _DOWN))
        for direction, pattern in ways:
            for match in pattern.finditer(text):
                around = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 60]
                words = [*self._vocabulary.words(around[0])[-4:], *self._vocabulary.words(around[1])[:4]]
                anchors.append(DirectionAnchor(direction, frozenset(words)))
        return anchors


def _of_the_same(number: NumberAnchor, before: NumberAnchor | None) -> NumberAnchor:
    """ "28, compared with 40": an earlier value that names nothing counts what the number before it counts."""
    if before is None or number.part != "previous" or number.named or number.near - _COMPARING:
        return number
    if before.part != "current" or before.quantity.unit != number.quantity.unit:
        return number
    return replace(number, near=before.near, head=before.head, named=before.named, around=before.around | number.around)


class Grades:
    """Finds the words of the scales where they grade something."""

    def __init__(self, scales: Sequence[Scale]) -> None:
        self._ranks = {grade: (scale, rank) for scale in scales for rank, grade in enumerate(scale.grades)}
        words = "|".join(_inflected(w) for w in sorted(self._ranks, key=len, reverse=True))
        self._pattern = re.compile(rf"(?P<quote>[\"'“‘]?)\b(?P<word>{words})\b", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Scale, int]]:
        """In capitals or quotation marks always; else only near a cue of the scale and not as a mere adjective."""
        for match in self._pattern.finditer(text) if self._ranks else ():
            scale, rank = next(
                r for grade, r in self._ranks.items() if re.fullmatch(_inflected(grade), match["word"], re.I)
            )
            near = text[max(0, match.start() - _CUE_REACH) : match.end() + _CUE_REACH]
            marked = bool(match["quote"]) or match["word"].isupper() or _fills_a_cell(text, match)
            if marked or (any(c.search(near) for c in scale.cues) and not _ADJECTIVE.match(text, match.end())):
                yield match, scale, rank


def _inflected(grade: str) -> str:
    """ "Requires improvement" is also required; a grade of one word stands as it is."""
    first, space, rest = grade.partition(" ")
    if not space or not first.endswith("es"):
        return re.escape(grade)
    return rf"{re.escape(first[:-2])}(?:es?|ing|ed)\s{re.escape(rest)}"


def _fills_a_cell(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    return "\t" in text and before.endswith("\t") and re.match(r"\s*(?:$|[\t:(])", after) is not None


def _ratings(text: str, mentions: Sequence[Mention], grades: Grades) -> list[RatingAnchor]:
    """Each rating with its body; of "A and B were rated X and Y, respectively" the n-th rating is of the n-th body."""
    found = list(grades.find(text))
    graded = [m for m in mentions if m.agency.group is not Group.inspectorate]
    ordered = list(dict.fromkeys(m.agency.name for m in graded))
    pairwise = "respectively" in text.lower() and 2 <= len(found) <= len(ordered)
    anchors = []
    for i, (match, scale, rank) in enumerate(found):
        before = [m.agency.name for m in graded if m.end <= match.start()]
        nearest = before[-1] if before else (ordered[0] if len(ordered) == 1 else None)
        body = ordered[i] if pairwise else nearest
        was = any(m.start() <= match.start("word") < m.end() for m in BEFORE.finditer(text))
        anchors.append(RatingAnchor(scale.id, rank, match["word"], body, match.start("word"), was))
    return anchors


def _noun_phrase(after: str) -> str:
    """The words right after a number up to the first small word or punctuation, three at most."""
    match = _PHRASE.match(after)
    return match.group() if match else ""


def _amount(text: str) -> Amount | None:
    if _PART.search(text):
        return "part"
    if _NONE.search(text):
        return "none"
    return "all" if _ALL.search(text) else None


def _names(text: str, taken: Sequence[tuple[int, int]], proper: frozenset[str]) -> list[str]:
    """Proper names and acronyms outside the `taken` spans; a first word only where it is a name for certain."""
    found = [m.span() for m in _PROPER.finditer(text)]
    first = re.match(r"(?:The\s|Both\s(?:the\s)?|In\s)?([A-Z][\w’'-]+)(?=\s)", text)
    if first and first[1].lower() in proper and not any(s <= first.start(1) < e for s, e in found):
        found.append(first.span(1))
    names = [text[s:e] for s, e in found if not any(a < e and s < b for a, b in taken)]
    return [_COUNTED.sub("", name) for name in names]
