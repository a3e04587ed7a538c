"""A priority that the cover calls otherwise than the report: all of its list agree but one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.extraction import Priority

# A list of this many is a list; all but one of it must be found under the same words in one list of the report.
_FEWEST = 3
_SAME = 88  # likeness of one title with small words and their order changed
_LEAD = re.compile(r"(?i)^[^:]{0,120}\bpriorit(?:y|ies)[^:]{0,60}:\s*")
# "The priorities for the year were safe at home, safe online and safe outside."
_SAID = re.compile(
    r"(?i)\bpriorities\b[^.:;,]{0,60}?(?:\b(?:are|were|remain|included?)\b:?|:)\s*(?P<list>[^.:]*?[;,][^.:]*?)(?:\.|$)"
)
_NUMBER = re.compile(r"^\s*(?:priority\s)?(?:\d+|[a-h])[.):]\s*", re.IGNORECASE)
_SMALL = frozenset("the a an of and for to in on with by our their its".split())


@dataclass(frozen=True, slots=True)
class _Named:
    """A priority as the cover names it, `start:end` in the cover's text."""

    title: str
    start: int
    end: int


def renamed_priorities(cover: Paper, source: Paper) -> Iterator[WordingFlag]:
    """The odd name of each list of the cover, beside the report's."""
    lists = _report_lists(source)
    told: set[int] = set()
    for named in _cover_lists(cover):
        ranked = sorted(lists, key=lambda titles: -len(_matched(named, titles)))
        if len(named) < _FEWEST or not ranked:
            continue
        matched = _matched(named, ranked[0])
        odd = [n for n in named if n.title not in matched]
        if len(odd) != 1 or len(matched) < _FEWEST - 1:
            continue
        meant = _in_its_place(named.index(odd[0]), [matched.get(n.title) for n in named], ranked[0])
        if meant is not None and odd[0].start not in told and _likeness(odd[0].title, meant.title) < _SAME:
            told.add(odd[0].start)
            page = meant.evidence[0].page
            message = f"The cover's priority “{odd[0].title}” is called “{meant.title}” in the report (page {page})"
            yield flag(cover, odd[0].start, odd[0].end, code="renamed_priority", message=message)


def _in_its_place(odd: int, matched: Sequence[str | None], titles: Sequence[Priority]) -> Priority | None:
    """The report's priority that stands beside the neighbours of the odd one; None where the orders differ."""
    places = {t.title: i for i, t in enumerate(titles)}
    expected = {places[m] + odd - i for i, m in enumerate(matched) if m is not None}
    if len(expected) != 1:
        return None
    place = expected.pop()
    return titles[place] if 0 <= place < len(titles) and titles[place].title not in matched else None


def _cover_lists(cover: Paper) -> Iterator[list[_Named]]:
    """Priorities that stand as one list: entries of one section, each of which may itself be a list."""
    text = cover.document.text
    for _, group in groupby(cover.facts.priorities, key=lambda p: p.evidence[0].section):
        named: list[_Named] = []
        for priority in group:
            for title in _parts(priority.title):
                start = text.find(title, priority.evidence[0].start)
                if start >= 0:
                    named.append(_Named(title, start, start + len(title)))
        yield named
    for sentence in cover.sentences:
        match = _SAID.search(sentence.text)
        if match:
            yield [
                _Named(t, sentence.start + a, sentence.start + b)
                for t, a, b in _items(sentence.text, *match.span("list"))
            ]


def _items(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The entries of "a; b; and c" or "a, b and c" with their places."""
    between = r";" if ";" in text[start:end] else r",(?:\sand\b)?|\sand\b"
    edges = [
        start,
        *(at for m in re.finditer(between, text[start:end]) for at in (start + m.start(), start + m.end())),
        end,
    ]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        title = re.sub(r"^\s*and\s+", "", text[first:last]).strip(" .")
        if title:
            at = text.index(title, first)
            yield title, at, at + len(title)


def _parts(title: str) -> Iterator[str]:
    """ "Our priorities are: a; b; and c" → a, b, c."""
    body = _LEAD.sub("", title)
    for part in body.split(";") if ";" in body else [body]:
        bare = _NUMBER.sub("", re.sub(r"^\s*and\s+", "", part)).strip(" .,;:")
        if bare:
            yield bare


def _report_lists(source: Paper) -> list[list[Priority]]:
    """The report's priorities by the time that they are for, then by what lies side by side in it."""
    lists = []
    for _, group in groupby(source.facts.priorities, key=lambda p: (p.year, p.evidence[0].page)):
        titles = list(group)
        if len(titles) >= _FEWEST:
            lists.append(titles)
    return lists


def _matched(named: Sequence[_Named], titles: Sequence[Priority]) -> dict[str, str]:
    """The cover's titles that the list has, each with the report's own words."""
    found: dict[str, str] = {}
    for name in named:
        best = max(titles, key=lambda t: _likeness(name.title, t.title))
        if _likeness(name.title, best.title) >= _SAME and best.title not in found.values():
            found[name.title] = best.title
    return found


def _likeness(a: str, b: str) -> float:
    first, second = _words(a), _words(b)
    return 100.0 if first and first == second else fuzz.token_sort_ratio(" ".join(first), " ".join(second))


def _words(title: str) -> list[str]:
    return sorted(w for w in re.findall(r"[a-z]+", title.lower()) if w not in _SMALL)
