"""One event with two dates: a review "published on 14 March 2025" in one chapter and on 24 March in another.

Two sentences speak of one event when they say the same of the same kind of thing and share a name that is no body's.
Things that happen every year lie further apart than a slip of the pen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from report_extract.check.paper import Paper
from report_extract.check.wording.dates import full_dates
from report_extract.check.wording.flag import flag
from report_extract.language.names import Names
from report_extract.language.sentences import Sentence
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

_HAPPENED = re.compile(
    r"(?i)\b(?:published|launched|approved|adopted|endorsed|ratified|accepted|signed\soff|inspected|opened|closed|commenced"
    r"|implemented|came\sinto\s(?:force|effect)|took\seffect|went\slive)\b"
)
_NO_EVENT = re.compile(
    r"(?i)\b(?:will|would|be|not|due|again|re-?published|updated|revised|first|second|third|draft)\b"
)
# The kinds of things that happen to have a date; two of them in one sentence are two kinds.
_THING = re.compile(
    r"(?i)\b(?:reviews?|reports?|plans?|strateg(?:y|ies)|polic(?:y|ies)|guidance|toolkits?|protocols?|arrangements|inspections?"
    r"|statements?|charters?|frameworks?|frameworks|services?|hubs?|centres?|campaigns?|websites?|audits?)\b"
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z][\w’'-]+")
# A name of more uses than this is the paper's own everyday word, not the name of one thing.
_MOST_USES = 25
_FURTHEST_APART = 100  # days
_NAMES_WITHOUT_A_KIND = 2
_FEWEST_LETTERS = 5  # "the", "this", "our", "full" tell nothing apart


@dataclass(frozen=True, slots=True)
class _Event:
    what: str
    things: frozenset[str]
    names: frozenset[str]
    told_apart: frozenset[str]
    when: date
    start: int
    end: int


def two_dates(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """The later of two sentences, with both places."""
    ordinary = _ordinary_names(paper, book)
    seen: list[_Event] = []
    for sentence in paper.sentences:
        event = _event(sentence, ordinary)
        if event is None:
            continue
        other = next((e for e in seen if _one_event(e, event)), None)
        seen.append(event)
        if other is not None:
            first, second = (f"{e.when.day} {e.when:%B %Y}" for e in (other, event))
            message = f"{_subject(other, event)} was {event.what} on {second} here, and on {first} before"
            odd = flag(paper, event.start, event.end, code="two_dates", message=message)
            evidence = odd.evidence + paper.evidence(other.start, other.end, rule="wording/two_dates")
            yield odd.model_copy(update={"evidence": evidence})


def _ordinary_names(paper: Paper, book: RuleBook) -> frozenset[str]:
    """Words that name no single thing: of bodies and months, those that the paper also writes small, and those that it
    uses all the time."""
    text = paper.document.text
    partnership = paper.facts.document.partnership
    bodies = " ".join((*Names(book).meanings.values(), partnership.name or "" if partnership else "", _CALENDAR))
    uses = Counter(re.findall(r"\b[A-Z][a-z][\w’'-]+", text))
    often = {word.lower() for word, count in uses.items() if count > _MOST_USES}
    return frozenset((*often, *re.findall(r"\b[a-z][\w’'-]+", text), *re.findall(r"[\w’'-]+", bodies.lower())))


_CALENDAR = (
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Dr Mr Mrs Ms"
)


def _event(sentence: Sentence, ordinary: frozenset[str]) -> _Event | None:
    """The one dated event of a sentence; None where there are none, several, or it is only planned."""
    dates = list(full_dates(sentence.text))
    happened = list(_HAPPENED.finditer(sentence.text))
    if len(dates) != 1 or len(happened) != 1 or _NO_EVENT.search(sentence.text):
        return None
    names = {n.lower().removesuffix("'s").removesuffix("’s") for n in _NAME.findall(sentence.text)} - ordinary
    things = frozenset(t.lower().rstrip("s") for t in _THING.findall(sentence.text))
    what = " ".join(happened[0].group().lower().split())
    names -= {t.group().lower() for t in _THING.finditer(sentence.text)}
    told_apart = frozenset(w for t in _THING.finditer(sentence.text) if (w := _word_before(sentence.text, t.start())))
    return _Event(what, things, frozenset(names), told_apart, dates[0][1], sentence.start, sentence.end)


def _word_before(text: str, at: int) -> str:
    """What kind of thing it is: "neglect" of "the neglect strategy"; nothing where a small word stands before it."""
    before = re.search(r"([A-Za-z][\w’'-]*)\s$", text[:at])
    word = before[1].lower() if before else ""
    return "" if len(word) < _FEWEST_LETTERS else word


def _one_event(a: _Event, b: _Event) -> bool:
    shared = a.names & b.names
    apart = abs((a.when - b.when).days)
    near = 0 < apart <= _FURTHEST_APART or (apart and (a.when.day, a.when.month) == (b.when.day, b.when.month))
    other = a.told_apart and b.told_apart and not (a.told_apart & b.told_apart)
    alike = a.what == b.what and a.things == b.things and not other
    return bool(alike and near and len(shared) >= (1 if a.things else _NAMES_WITHOUT_A_KIND))


def _subject(a: _Event, b: _Event) -> str:
    names = " ".join(sorted(n.title() for n in a.names & b.names))
    return f"The {' and '.join(sorted(a.things))} of {names}" if a.things else names
