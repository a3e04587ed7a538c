"""One claim against one passage: which anchors agree, which differ, how much of the wording is there.

The rules, in order: nothing is judged on a passage that covers less than `_ABOUT` of the claim. A typed anchor of the
same type, bound to the same subject, that differs → contradicts. All anchors agree and enough wording is there →
supports. Otherwise the passage says nothing on the claim. Similarity alone never contradicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from report_extract.check.claims.agents import Agents
from report_extract.check.claims.anchors import AnchorReader, Anchors, Direction, NumberAnchor
from report_extract.check.claims.binding import Binding
from report_extract.check.claims.cases import is_of_another_case
from report_extract.check.claims.differences import Differences
from report_extract.check.claims.directions import follows, way_of
from report_extract.check.claims.factors import Factor
from report_extract.check.claims.labels import labels, row_labels
from report_extract.check.claims.moods import done
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.objections import Objections
from report_extract.check.claims.opposites import Opposites
from report_extract.check.claims.passages import Index, Passage, sentences_of
from report_extract.check.claims.phrases import Phrases
from report_extract.check.claims.pieces import Pieces
from report_extract.check.claims.ratings import Ratings
from report_extract.check.claims.times import DateAnchor
from report_extract.check.claims.units import Asked, Judgement, Unit
from report_extract.rules.kinds.vetoes import Veto

# Shares of the claim's weighted words. Measured on claims made from source sentences: at 0.75 without anchors 92 of 100
# claims whose evidence was removed stay "not found"; anchors that agree make up for wording.
_ABOUT = 0.45
_SUPPORT = {0: 0.66, 1: 0.55, 2: 0.48}
_OWN = 0.55  # of the words that do not mean the source as a whole
_FULL_NAME = 3  # words of a name that means the partnership as a whole
_NAMED = 0.6  # share of a name's telling words: "NHS ICB" is named by "ICB"


class Judge:
    """Judges claims on the passages of one source."""

    def __init__(
        self,
        index: Index,
        *,
        reader: AnchorReader,
        understood: frozenset[str],
        area_at: Callable[[int], str | None],
        areas: Sequence[str] = (),
        vetoes: Sequence[Veto] = (),
        year: str | None = None,
    ) -> None:
        """`understood` are folded words of names that stand for the whole source (the partnership, its areas);
        `area_at` tells which of several `areas` a place of the source speaks of, None where of all; `vetoes` are words
        that exclude each other, `year` is the source's reporting year."""
        self._index, self._reader, self._understood = index, reader, understood
        self._binding, self._pieces = Binding(index.vocabulary, year=year), Pieces(index.vocabulary)
        self._ratings = Ratings(index.vocabulary, binding=self._binding)
        self._differences = Differences(
            index.vocabulary,
            binding=self._binding,
            pieces=self._pieces,
            ratings=self._ratings,
            understood=understood,
            area_at=area_at,
            areas=areas,
        )
        self._opposites = Opposites(index.vocabulary, binding=self._binding, pieces=self._pieces, vetoes=vetoes)
        self._objections = Objections(
            index.vocabulary, pieces=self._pieces, opposites=self._opposites, area_at=area_at, areas=areas, year=year
        )
        self._agents = Agents(index.vocabulary)
        self._itself = frozenset(index.vocabulary.words("the report of the partnership"))
        self._phrases = Phrases(index.vocabulary, pairs=index.pairs)
        self._units: dict[Passage, tuple[Unit, ...]] = {}

    def ask(self, text: str) -> Asked:
        """The claim with its anchors; words that an anchor stands for (rose, complete, Good) are not wording."""
        return Asked(text, self._reader.read(text), tuple(self._index.vocabulary.words(self._reader.wording(text))))

    def judge(self, asked: Asked, passage: Passage) -> Judgement:
        """The stance of a passage: its best sentence, with its neighbours and headings as context."""
        vocabulary = self._index.vocabulary
        context = vocabulary.spread(vocabulary.words(passage.context))
        around = context | vocabulary.spread(vocabulary.words(passage.text))
        coverage = vocabulary.coverage(asked.words, there=around | self._understood)
        if max(coverage, vocabulary.coverage(self._binding.wording(asked), there=around)) < _ABOUT:
            return Judgement("silent", coverage)
        units = self.units(passage)
        ranked = sorted(units, key=lambda u: self._bearing(asked, u), reverse=True)
        matched, missing = self._agreements(asked, units, around)
        missing += self._objections.years_elsewhere(asked, f"{passage.context}. {passage.text}", units)
        if is_of_another_case(asked, units, passage.context, vocabulary):
            missing.append("of another case")
        lacking = set(self._missing_names(asked.anchors, units, around))
        lacking |= set(self._phrases.lacking(asked, units, around | self._understood))
        differences, differing = self._differences.in_passage(asked, units, context, lacking) if missing else ([], [])
        if missing and not differences:
            differences, differing = self._agents.other(asked, units, context)
        if missing and not differences and not lacking & asked.anchors.names:
            differences, differing = self._opposites.said(asked, units, context)
        near = max(self._binding.near(asked, u) for u in units)
        if differences:
            return Judgement(
                "contradicts", coverage, tuple(differing), tuple(differences), matched, tuple(missing), near
            )
        if (
            not missing
            and coverage >= _SUPPORT[min(2, matched)]
            and (matched or self._speaks_of_it(asked, around, is_figure=passage.kind == "figure"))
        ):
            return Judgement("supports", coverage, tuple(ranked[:2]), (), matched, (), near)
        return Judgement("silent", coverage, tuple(ranked[:1]), (), matched, tuple(missing), near)

    def _speaks_of_it(self, asked: Asked, around: frozenset[str], *, is_figure: bool) -> bool:
        """Whether a passage holds the claim's own words too, and not only those that mean the source as a whole.

        A figure with its label says nothing but a number; its chapter is that of the column it stands beside.
        """
        if is_figure and not asked.anchors.strong and not asked.anchors.factors:
            return False
        own = [w for w in asked.words if self._index.vocabulary.spread([w]).isdisjoint(self._understood)]
        return not own or self._index.vocabulary.coverage(own, there=around) >= _OWN

    def _bearing(self, asked: Asked, unit: Unit) -> tuple[int, float]:
        """How much a sentence bears on the claim: anchors that agree, then wording."""
        agreeing = sum(is_there for _, is_there in self._typed(asked, [unit]))
        wording = self._index.vocabulary.coverage(asked.words, there=unit.words | self._understood)
        return agreeing, wording

    def units(self, passage: Passage) -> tuple[Unit, ...]:
        if passage not in self._units:
            vocabulary = self._index.vocabulary
            context = vocabulary.spread(vocabulary.words(passage.context))
            self._units[passage] = tuple(
                Unit(
                    start,
                    end,
                    text,
                    self._reader.read(text, passage.columns),
                    vocabulary.spread(vocabulary.words(text)),
                    frozenset(vocabulary.words(text)),
                    context,
                    passage.kind == "row",
                    labels(f"{passage.context}. {text}") | row_labels(text, passage.context),
                )
                for start, end, text in sentences_of(passage)
            )
        return self._units[passage]

    def _agreements(self, asked: Asked, units: Sequence[Unit], around: frozenset[str]) -> tuple[int, list[str]]:
        """How many anchors agree somewhere in the passage, and which are nowhere in it."""
        anchors = asked.anchors
        found = [*self._typed(asked, units), *self._plain(asked, units)]
        missing = [said for said, is_there in found if not is_there]
        missing += [day.text for day in anchors.dates if not any(self._dates(day, u) for u in units)]
        # A row is of one thing: "compliance in all cases" beside one recommendation is not said of all of them.
        amounts = {u.anchors.amount for u in units if not u.is_row}
        if anchors.amount in ("all", "none") and anchors.amount not in amounts:
            missing.append("all" if anchors.amount == "all" else "none")
        missing += sorted(anchors.labels - {label for u in units for label in u.labels})
        missing += self._unstated_directions(asked, units)
        missing += self._missing_names(anchors, units, around)
        if self._binding.other_polarity(asked, units):
            missing.append("not" if anchors.negations else "a denial")
        missing += self._binding.other_body(asked, units)
        missing += self._phrases.lacking(asked, units, around | self._understood)
        if not anchors.numbers:
            verb = self._index.vocabulary.spread(self._index.vocabulary.words(done(asked.text)))
            best = max(units, key=lambda u: self._bearing(asked, u))
            of_the_deed = [self._objections.to_statement(asked, u) for u in units if not verb.isdisjoint(u.words)]
            raised = self._objections.to_statement(asked, best) or (all(of_the_deed) and next(iter(of_the_deed), None))
            missing += [raised] if raised else []
        return sum(is_there for _, is_there in found), missing

    def _typed(self, asked: Asked, units: Sequence[Unit]) -> Iterator[tuple[str, bool]]:
        """Each number and rating of the claim, and whether a sentence states it of the same thing."""
        for number in asked.anchors.numbers:
            same = (
                self._states(asked, number, other, u)
                and not self._objections.of_sentence_beside(asked, other, u, units)
                for u in units
                for other in u.anchors.numbers
            )
            yield number.quantity.text, any(same)
        for rating in asked.anchors.ratings:
            yield rating.word, any(self._ratings.states(asked, rating, u) for u in units)

    def _dates(self, day: DateAnchor, unit: Unit) -> bool:
        """Whether a sentence has the date, and what the claim says happened then."""
        event = self._index.vocabulary.spread(self._index.vocabulary.words(day.event))
        happened = not event or not event.isdisjoint(unit.words | unit.context if unit.is_row else unit.words)
        return happened and any(day.is_said_by(d) for d in unit.anchors.dates)

    def _states(self, asked: Asked, number: NumberAnchor, other: NumberAnchor, unit: Unit) -> bool:
        """Whether a number of a sentence is the claim's, and not of another label of that sentence."""
        if not self._binding.same(asked, number, other, unit) or not (unit.is_row or unit.words):
            return False
        return self._objections.to_number(asked, number, other, unit) is None

    def objection(self, asked: Asked, passage: Passage, *, start: int, end: int) -> str | None:
        """Why numbers at `start:end` of a passage that equal one of the claim's are not the same; None if one is."""
        vocabulary, units = self._index.vocabulary, self.units(passage)
        around = vocabulary.spread(vocabulary.words(f"{passage.context} {passage.text}")) | self._understood
        lacking = self._phrases.lacking(asked, units, around)
        lacking += self._objections.years_elsewhere(asked, f"{passage.context}. {passage.text}", units)
        if lacking:
            return f"“{lacking[0]}” is not there"
        raised: list[str] = []
        for unit in units:
            if unit.end <= start or end <= unit.start:
                continue
            for number in asked.anchors.numbers:
                for other in unit.anchors.numbers:
                    if comparable(number.quantity, other.quantity) and agree(number.quantity, other.quantity):
                        found = self._objections.to_number(asked, number, other, unit)
                        if found is None:
                            return None
                        raised.append(found)
        return raised[0] if raised else None

    def _unstated_directions(self, asked: Asked, units: Sequence[Unit]) -> list[str]:
        """Which way the claim says that a number moved, where no sentence says so of that number.

        A value before it, stated beside it, also tells which way it moved.
        """
        moved = []
        before = [n for n in asked.anchors.numbers if n.part == "previous"]
        for number in asked.anchors.numbers:
            if number.direction is None or number.part == "previous":
                continue
            held = [(i, o) for i, u in enumerate(units) for o in u.anchors.numbers if self._states(asked, number, o, u)]
            if any(number.direction == way_of(o, i, units) for i, o in held):
                continue
            pairs = [(u, p) for u in units for n in before for p in u.anchors.numbers if self._states(asked, n, p, u)]
            if not any(u is units[i] and follows(o, p, u) for i, o in held for u, p in pairs):
                moved.append(number.direction)
        return list(dict.fromkeys(moved))

    def _missing_names(self, anchors: Anchors, units: Sequence[Unit], around: frozenset[str]) -> list[str]:
        """Names in the claim that neither the passage nor its headings hold, whole or in their telling words."""
        vocabulary = self._index.vocabulary
        bodies = {b for u in units for b in u.anchors.bodies}
        lacking = []
        for name in (*(b for b in anchors.bodies if b not in bodies), *anchors.names):
            telling = vocabulary.words(name)
            of_source = set(telling) <= self._understood and (
                len(telling) >= _FULL_NAME or set(telling) <= self._itself
            )
            if telling and not of_source and vocabulary.coverage(telling, there=around) < _NAMED:
                lacking.append(name)
        return lacking

    def _plain(self, asked: Asked, units: Sequence[Unit]) -> Iterator[tuple[str, bool]]:
        """Each direction, factor and state of the claim, and whether a sentence states it."""
        anchors = asked.anchors
        ways = {o.direction for u in units for o in u.anchors.directions}
        ways |= {n.direction for u in units for n in u.anchors.numbers if n.direction and not n.is_cell}
        ways |= {way for u in units for way in self._way_of_row(asked, u)}
        yield from ((way.direction, way.direction in ways) for way in anchors.directions)
        yield from ((f.text, any(self._changed_by(f, u) for u in units)) for f in anchors.factors)
        if anchors.state:
            yield anchors.state, any(u.anchors.state == anchors.state for u in units)

    def _changed_by(self, factor: Factor, unit: Unit) -> bool:
        """Whether a sentence tells the factor in words, or two values that give it."""
        told = any(factor.agrees(other) for other in unit.anchors.factors)
        return told or any(factor.holds(now / before) for before, now in self._binding.changes_in(unit))

    def _way_of_row(self, asked: Asked, unit: Unit) -> set[Direction]:
        """The one way that a row moved to the source's year: in the columns that the claim names, else in all."""
        words = self._index.vocabulary.words
        cells = [n for n in unit.anchors.numbers if n.is_cell and n.direction and self._binding.is_now(n)]
        named = [n for n in cells if set(words(n.header)) & set(asked.words)]
        ways = {n.direction for n in named or cells if n.direction}
        return ways if len(ways) == 1 else set()
