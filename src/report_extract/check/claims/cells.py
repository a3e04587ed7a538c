"""Claims that the cells of one row decide: the value of an area and a year, which way it went, how far.

A row decides only where the claim says hardly more than its label, its headers and its title do, and where one column
can be meant: that of the area that the claim names, of the time that it names or else of the report's year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from report_extract.check.claims.anchors import AnchorReader, NumberAnchor
from report_extract.check.claims.facts import Fact
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.passages import Index, Passage
from report_extract.check.claims.steps import goes, way_between
from report_extract.check.claims.times import ALWAYS, DATE, Time
from report_extract.check.claims.units import Asked
from report_extract.check.paper import Paper
from report_extract.model.checks import Verdict

_LABEL = 0.75  # of the row's label that the claim must hold
_CLAIM = 0.85  # of the claim that label, headers, title and chapter must hold
_A_YEAR = 12  # months
# Verbs that only lead from a thing to its number.
_LEADS = frozenset("stand stood record report reach receiv see saw seen come came figur level made make held".split())
_TARGET = re.compile(r"(?i)\btargets?\b|\bgoals?\b|\bplan(?:ned)?\b|\bbudget(?:ed)?\b")
_EARLIER = re.compile(
    r"(?i)\b(?:last|previous|prior|preceding|earlier)\s(?:\w+\s)?(?:year|period)|\byear\s(?:before|earlier)\b"
)
_RATE = re.compile(r"(?i)\bper\s\d[\d,]*|\brates?\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its label's and its surroundings' words and the numbers of its cells."""

    passage: Passage
    label: frozenset[str]
    around: frozenset[str]
    numbers: tuple[NumberAnchor, ...]


class Cells:
    """The rows of a source's tables, read once."""

    def __init__(
        self,
        source: Paper,
        *,
        index: Index,
        reader: AnchorReader,
        areas: Sequence[str],
        area_at: Callable[[int], str | None],
        understood: frozenset[str],
    ) -> None:
        """`areas`, `area_at` and `understood` as for the Judge."""
        self._source, self._vocabulary, self._understood = source, index.vocabulary, understood
        self._areas = [frozenset(index.vocabulary.words(a)) for a in areas] if len(areas) > 1 else []
        self._now = Time(None, source.year) if source.year else ALWAYS
        self._area_at = area_at
        self._rows = tuple(self._read(p, reader) for p in index.passages if p.kind == "row" and p.columns)

    def about(self, asked: Asked) -> Fact | None:
        """The verdict of the rows that the claim can mean; None where there is none, or they differ."""
        anchors = asked.anchors
        told = anchors.numbers or anchors.directions or anchors.factors
        if not told or anchors.ratings or anchors.state or anchors.amount or anchors.negations:
            return None
        found = [(verdict, row) for row in self._rows if (verdict := self._verdict(asked, row)) is not None]
        if len({verdict for verdict, _ in found}) != 1:
            return None
        verdict, row = found[0]
        evidence = self._source.evidence(row.passage.start, row.passage.end, rule="claims/cell")
        reason = f"the report says: {' | '.join(row.passage.text.split(chr(9)))}"
        return Fact(Verdict.supported if verdict else Verdict.contradicted, reason, evidence, 0.9)

    def _read(self, passage: Passage, reader: AnchorReader) -> _Row:
        words = self._vocabulary.words
        label = passage.text[passage.columns[0].start : passage.columns[0].end]
        around = f"{label} {passage.context} {self._area_at(passage.start) or ''}"
        numbers = reader.read(passage.text, passage.columns).numbers
        return _Row(
            passage,
            frozenset(words(DATE.sub(" ", label))),
            self._vocabulary.spread(words(around)) | self._understood,
            tuple(n for n in numbers if n.is_cell),
        )

    def _verdict(self, asked: Asked, row: _Row) -> bool | None:
        """Whether the row's cells are what the claim says; None where the row is of something else or not clear."""
        vocabulary = self._vocabulary
        said = vocabulary.spread(vocabulary.words(asked.text))
        wanted = [w for w in asked.words if w not in _LEADS]
        if bool(_RATE.search(row.passage.text)) != bool(_RATE.search(asked.text)):
            return None
        if not row.label or vocabulary.coverage(row.label, there=said) < _LABEL:
            return None
        named = {w for name in (*asked.anchors.names, *asked.anchors.bodies) for w in vocabulary.words(name)}
        if vocabulary.coverage(wanted, there=row.around) < _CLAIM or not self._all_there(named, row.around):
            return None
        cells = self._meant(asked, row, said)
        now = self._one_of(cells, self._when(asked))
        if now is None:
            return None
        before = next((c for c in cells if c.time.months and c.time.months == _year_before(now.time)), None)
        checks = list(_checks(asked, now, before))
        if False in checks:
            return False
        return True if checks and None not in checks else None

    def _all_there(self, words: set[str], around: frozenset[str]) -> bool:
        return all(not self._vocabulary.spread([w]).isdisjoint(around) for w in words)

    def _meant(self, asked: Asked, row: _Row, said: frozenset[str]) -> list[NumberAnchor]:
        """The cells under the header that the claim names, or under headers of a time only."""
        words = self._vocabulary.words
        cells = [c for c in row.numbers if _TARGET.search(asked.text) or not _TARGET.search(c.header)]
        subjects = {frozenset(words(c.header)) for c in cells}
        named = [s for s in subjects if s and all(not self._vocabulary.spread([w]).isdisjoint(said) for w in s)]
        of_areas = [a for a in self._areas if a <= said]
        if not named and any(subjects) and len(subjects) > 1:
            named = [frozenset()] if frozenset() in subjects else []
        elif not named:
            named = [s for s in subjects if not any(a <= s for a in self._areas)]
        longest = max(map(len, named), default=0)
        chosen = [s for s in named if len(s) == longest]
        there = row.around.union(*chosen)
        if len(chosen) != 1 or any(not a <= there for a in of_areas):
            return []
        return [c for c in cells if frozenset(words(c.header)) == chosen[0]]

    def _when(self, asked: Asked) -> Time | None:
        """The time of which the claim's number is: its own, the only one that the claim names, the report's year."""
        own = {n.time for n in asked.anchors.numbers if n.part == "current"} - {ALWAYS}
        if len(own) == 1:
            return own.pop()
        if own or (_EARLIER.search(asked.text) and not any(n.part == "previous" for n in asked.anchors.numbers)):
            return self._now if not own and asked.anchors.directions else None
        if len(asked.anchors.dates) == 1 and asked.anchors.dates[0].year is not None:
            return Time(asked.anchors.dates[0])
        years = {y for y in asked.anchors.years if "/" in y}
        return Time(None, years.pop()) if len(years) == 1 else self._now

    def _one_of(self, cells: Sequence[NumberAnchor], when: Time | None) -> NumberAnchor | None:
        """The only cell of a time."""
        fitting = [c for c in cells if when is not None and not c.time.differs(when)]
        return fitting[0] if len(fitting) == 1 else None


def _year_before(time: Time) -> tuple[int, ...]:
    return tuple(month - _A_YEAR for month in time.months)


def _checks(asked: Asked, now: NumberAnchor, before: NumberAnchor | None) -> Iterator[bool | None]:
    """Of each number, direction and factor of the claim: whether the cells say so; None where they leave it open."""
    anchors = asked.anchors
    for number in anchors.numbers:
        if number.part == "change":
            yield _is_the_change(number, now, before)
        else:
            cell = before if number.part == "previous" else now
            same_unit = cell is not None and comparable(number.quantity, cell.quantity)
            yield agree(number.quantity, cell.quantity) if same_unit and cell is not None else None
    ways = {n.direction for n in anchors.numbers if n.direction} | {d.direction for d in anchors.directions}
    for way in ways:
        moved = before is not None and way_between(before.quantity.value, now.quantity.value)
        yield None if not moved or len(ways) > 1 else moved == way
    for factor in anchors.factors:
        yield goes(before.quantity.value, now.quantity.value, way=None, factor=factor) if before is not None else None


def _is_the_change(number: NumberAnchor, now: NumberAnchor, before: NumberAnchor | None) -> bool | None:
    """Whether a stated change is what two cells give; a share that differs may be rounded otherwise, or of points."""
    if before is None:
        return None
    moved = abs(now.quantity.value - before.quantity.value)
    if comparable(number.quantity, now.quantity):
        return True if number.quantity.value == moved else None
    if number.quantity.unit != "percent" or not before.quantity.value:
        return None
    return True if abs(100 * moved / before.quantity.value - number.quantity.value) <= 1 else None
