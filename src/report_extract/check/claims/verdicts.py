"""Claims → verdicts: passages are found, judged one by one, and brought together.

A claim is contradicted where a bound anchor differs and nothing bears the claim out; supported where one passage bears
it out whole or several bear out its parts; else not found, with the nearest passage. Both mistakes that cost most, a
false "supported" and a false "contradicted", are avoided by saying "not found" in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from report_extract.check.claims.anchors import AnchorReader
from report_extract.check.claims.cells import Cells
from report_extract.check.claims.counted import about_a_list, counts_a_part
from report_extract.check.claims.facts import Fact, about_a_recommendation, about_the_report, by_metric, stems
from report_extract.check.claims.judge import Judge
from report_extract.check.claims.passages import Index, Passage
from report_extract.check.claims.rows import about_a_row
from report_extract.check.claims.series import Series
from report_extract.check.claims.split import ClaimText, NotJudged, is_paired, split
from report_extract.check.claims.units import Asked, Judgement
from report_extract.check.paper import Paper
from report_extract.language.scope import Scope
from report_extract.model.checks import Claim, ClaimPart, Unjudged, Verdict
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Metric
from report_extract.rules.kinds.vetoes import Veto
from report_extract.rules.load import RuleBook

_CANDIDATES = 12
_SHOWN = 3
_VERBATIM, _CLEARLY = 0.8, 0.05
_TELLING = 6  # words of a claim from which on being word for word the same means something
_TOLD = 0.7  # of a claim, in the passage of a figure that contradicts it
_FAR = 0.35  # a "nearest" passage that shares less than this share of the wording helps nobody


class Answer(NamedTuple):
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...]
    confidence: float


# "A and B were rated X and Y, respectively" is judged pair by pair; the sentence as a whole would mix them up.
_PAIRED = Answer(Verdict.not_found, "not all of its parts are borne out", (), 0.6)


class Checker:
    """Judges claims against one source; built once, asked many times."""

    def __init__(self, source: Paper, *, book: RuleBook) -> None:
        self._source, self._index = source, Index(source, book=book)
        self._scope = Scope(source.document, book=book)
        self.names = self._scope.names
        self.reader = AnchorReader(
            book=book, names=self.names, vocabulary=self._index.vocabulary, proper=self._index.proper
        )
        self._series = Series(source, vocabulary=self._index.vocabulary, areas=self._scope.areas)
        self._cells = Cells(
            source,
            index=self._index,
            reader=self.reader,
            areas=self._scope.areas,
            area_at=self._area_at,
            understood=self._understood(),
        )
        self._judge = Judge(
            self._index,
            reader=self.reader,
            understood=self._understood(),
            area_at=self._area_at,
            areas=self._scope.areas,
            vetoes=book.of(Veto),
            year=source.year,
        )

    def _area_at(self, offset: int) -> str | None:
        """The area of a place, where the source is about several."""
        area = self._scope.area_at(offset) if len(self._scope.areas) > 1 else None
        return area if area in self._scope.areas else None

    def _understood(self) -> frozenset[str]:
        """Words that mean the source as a whole: the partnership's name, "report", "partnership"."""
        partnership = self._source.facts.document.partnership
        name = f"{partnership.name} {partnership.acronym or ''} {partnership.id}" if partnership else ""
        words = self._index.vocabulary.words(f"{name} report partnership {self._source.document.title or ''}")
        return self._index.vocabulary.spread(words)

    def check(self, claim: ClaimText, *, number: int, cover: Paper, metrics: Sequence[Metric]) -> Claim:
        """The claim with its verdict. `metrics` are the figures found in the cover."""
        own = [m for m in metrics if any(claim.start <= e.start < claim.end for e in m.evidence)]
        paired = len(claim.parts) > 1 and is_paired(claim.text)
        whole = _PAIRED if paired else self.answer(claim.text, own)
        parts: list[tuple[str, Answer]] = []
        if whole.verdict is Verdict.not_found and len(claim.parts) > 1:
            parts = [(text, self.answer(text, [m for m in own if _is_in(m, text)])) for text in claim.parts]
        final = _combined(whole, [answer for _, answer in parts])
        return Claim(
            id=f"c{number}",
            claim=claim.text,
            kind=_kind(self._judge.ask(claim.text)),
            verdict=final.verdict,
            confidence=round(final.confidence, 2),
            reasons=(final.reason,),
            evidence=final.evidence[:_SHOWN],
            cover_evidence=cover.evidence(claim.start, claim.end, rule="claims/sentence"),
            parts=tuple(ClaimPart(text=t, verdict=a.verdict, reason=a.reason) for t, a in parts),
        )

    def answer(
        self, text: str, metrics: Sequence[Metric], *, without: Callable[[Passage], bool] | None = None
    ) -> Answer:
        """The verdict on one statement; `without` hides passages (to test what happens when evidence is missing)."""
        asked = self._judge.ask(text)
        for fact in self._decided(asked):
            if fact:
                return Answer(*fact)
        metrics = [_as_said(m, asked) for m in metrics]
        figures = [f for m in metrics if (f := by_metric(m, self._source, beside=metrics, steps=self._series.steps))]
        candidates = [p for p in self._candidates(text, figures) if without is None or not without(p)]
        judged = [(self._judge.judge(asked, p), p) for p in candidates]
        objected = [self._objected(asked, f, candidates) for f in figures]
        kept = [f for f, against in zip(figures, objected, strict=True) if against is None]
        kept = [f for f in kept if self._is_told(asked, f, candidates)]
        said = self._weighed(asked, judged, kept, objected=[f for f in objected if f is not None])
        listed = about_a_list(asked, self._source)
        for fact in (self._cells.about(asked), self._series.about(asked)):
            if fact and (said.verdict is Verdict.not_found or fact.verdict is Verdict.supported):
                return Answer(*fact)
        # A sentence may be of another review's findings; a list is of its own. Where both agree the sentence is shown.
        return said if listed is None or said.verdict is listed.verdict else Answer(*listed)

    def _is_told(self, asked: Asked, figure: Fact, passages: Sequence[Passage]) -> bool:
        """Whether the words of a figure's own place are the claim's too; to contradict it, most of the claim's are."""
        vocabulary, claim = self._index.vocabulary, self._index.vocabulary.spread(asked.words)
        quoted = {w for e in figure.evidence for w in vocabulary.words(e.quote)}
        if figure.verdict is Verdict.supported:
            return not quoted or not vocabulary.spread(quoted).isdisjoint(claim)
        own = [p for p in passages if any(p.start <= e.start < p.end for e in figure.evidence)]
        around = [vocabulary.spread(vocabulary.words(f"{p.context} {p.text}")) | self._understood() for p in own]
        return not own or max(vocabulary.coverage(asked.words, there=there) for there in around) >= _TOLD

    def _objected(self, asked: Asked, figure: Fact, passages: Sequence[Passage]) -> Fact | None:
        """What is said of a figure that equals the claim's where its own sentence says that it is of something else."""
        if figure.verdict is not Verdict.supported:
            return None
        places = [(e.start, e.end, p) for e in figure.evidence for p in passages if p.start <= e.start < p.end]
        raised = [self._judge.objection(asked, p, start=start, end=end) for start, end, p in places]
        if not raised or not all(raised):
            return None
        return figure._replace(verdict=Verdict.not_found, reason=f"{figure.reason}, but {raised[0]}")

    def _decided(self, asked: Asked) -> Iterator[Fact | None]:
        """What facts of the source say of a claim that no likeness of words need be asked for."""
        yield about_the_report(asked, self._source)
        yield about_a_recommendation(asked, self._source)
        yield about_a_row(asked, self._source, index=self._index, reader=self.reader)

    def _candidates(self, text: str, figures: Sequence[Fact]) -> list[Passage]:
        """The nearest passages, and those that hold the same catalogued figure."""
        near = list(self._index.nearest(text, k=_CANDIDATES))
        spans = [(e.start, e.end) for f in figures for e in f.evidence]
        held = [p for p in self._index.passages if any(p.start <= s and e <= p.end for s, e in spans)]
        return [*near, *(p for p in held if p not in near)]

    def _weighed(
        self,
        asked: Asked,
        judged: Sequence[tuple[Judgement, Passage]],
        figures: Sequence[Fact],
        *,
        objected: Sequence[Fact],
    ) -> Answer:
        rivals = [j.near for j, _ in judged if j.stance == "contradicts" or _all_but_one(asked, j)]
        closest = max(rivals, default=0.0)
        supports = sorted((j for j, _ in judged if j.stance == "supports"), key=lambda j: (-j.matched, -j.coverage))
        denied = sorted((j for j, _ in judged if j.stance == "contradicts"), key=lambda j: (-j.near, -j.coverage))
        # A sentence that is the claim word for word but for one anchor outweighs looser likenesses elsewhere.
        verbatim = closest >= _VERBATIM and max((j.near for j in supports), default=0.0) < closest - _CLEARLY
        if supports and not verbatim:
            best = supports[0]
            sure = min(0.97, 0.6 + 0.1 * best.matched + 0.25 * best.coverage)
            return Answer(Verdict.supported, _supported(best), self._quotes(supports), sure)
        wrong = [f for f in figures if f.verdict is Verdict.contradicted]
        right = [f for f in figures if f.verdict is Verdict.supported]
        halfway = [f for f in figures if f.verdict is Verdict.not_found]
        if wrong and not right:
            return Answer(*wrong[0])
        silenced = right or halfway or counts_a_part(asked.text) or any(_lacks_direction_only(j) for j, _ in judged)
        if denied and not silenced:
            return Answer(
                Verdict.contradicted,
                denied[0].reasons[0],
                self._quotes(denied),
                min(0.95, 0.5 + 0.4 * denied[0].coverage),
            )
        if right and len(right) >= len(asked.anchors.numbers) and not _other_anchors(asked):
            return Answer(
                right[0].verdict, right[0].reason, tuple(e for f in right for e in f.evidence), right[0].confidence
            )
        halfway += objected
        return Answer(*halfway[0]) if halfway else self._not_found(judged)

    def _not_found(self, judged: Sequence[tuple[Judgement, Passage]]) -> Answer:
        near = sorted((j for j, _ in judged if j.coverage >= _FAR), key=lambda j: -j.coverage)
        if not near:
            return Answer(Verdict.not_found, "nothing in the report speaks of this", (), 0.8)
        lacking = f"; not found there: {', '.join(near[0].missing[:4])}" if near[0].missing else ""
        return Answer(Verdict.not_found, f"the nearest passage does not bear it out{lacking}", self._quotes(near), 0.6)

    def _quotes(self, judgements: Iterable[Judgement]) -> tuple[Evidence, ...]:
        spans = list(dict.fromkeys((u.start, u.end) for j in judgements for u in j.units))
        return tuple(e for a, b in spans[:_SHOWN] for e in self._source.evidence(a, b, rule="claims/passage"))


def _as_said(metric: Metric, asked: Asked) -> Metric:
    """A figure with the direction of this claim: two claims of one file may give one figure two directions."""
    ways = {n.direction for n in asked.anchors.numbers if n.part == "current" and n.quantity.value == metric.value}
    way = next(iter(ways), None) if len(ways) == 1 else None
    return metric.model_copy(update={"direction": way}) if way and way != metric.direction else metric


def _all_but_one(asked: Asked, judgement: Judgement) -> bool:
    """A passage that is the claim word for word but lacks something other than a number: it speaks against the rest.

    A number that is not there says nothing ("Two reviews were published" beside "The review of … was published").
    """
    numbers = {n.quantity.text for n in asked.anchors.numbers}
    lacking = judgement.stance == "silent" and bool(judgement.missing) and not numbers & set(judgement.missing)
    return lacking and len(set(asked.words)) >= _TELLING


def _lacks_direction_only(judgement: Judgement) -> bool:
    """A passage that states the claim's number of the same thing, but not which way it moved."""
    lacking = set(judgement.missing)
    return judgement.stance == "silent" and bool(lacking) and lacking <= {"increase", "decrease"}


def _other_anchors(asked: Asked) -> bool:
    a = asked.anchors
    return bool(a.ratings or a.directions or a.state or a.amount in ("all", "none"))


def _supported(judgement: Judgement) -> str:
    return "the report says the same" if judgement.matched else "the report says so in like words"


def _combined(whole: Answer, parts: Sequence[Answer]) -> Answer:
    """Parts decide only where the whole was not found: all must be supported, one contradiction is enough."""
    if not parts or whole.verdict is not Verdict.not_found:
        return whole
    wrong = next((p for p in parts if p.verdict is Verdict.contradicted), None)
    if wrong:
        return wrong
    if all(p.verdict is Verdict.supported for p in parts):
        evidence = tuple(dict.fromkeys(e for p in parts for e in p.evidence[:1]))
        return Answer(
            Verdict.supported, "several passages together say so", evidence, min(p.confidence for p in parts) * 0.95
        )
    return whole


def _is_in(metric: Metric, part: str) -> bool:
    """Whether a figure is of a part of its claim: its value stands there, and a word of what it counts."""
    return metric.value_text in part and bool(stems(metric.label) & stems(part))


def _kind(asked: Asked) -> str:
    a = asked.anchors
    if a.ratings:
        return "rating"
    if any(n.part == "change" for n in a.numbers) or a.directions:
        return "change"
    if a.numbers:
        return "quantity"
    return "status" if a.state else "statement"


def check_claims(
    cover: Paper, source: Paper, *, book: RuleBook, whole_lines: bool = False
) -> tuple[tuple[Claim, ...], tuple[Unjudged, ...]]:
    """All claims of a cover with verdicts, and the sentences that are not judged.

    With `whole_lines` every sentence is taken for a claim (a file of claims that somebody wrote down as such).
    """
    checker = Checker(source, book=book)
    pieces = list(split(cover, names=checker.names, everything=whole_lines))
    claims = [p for p in pieces if isinstance(p, ClaimText)]
    judged = tuple(
        checker.check(c, number=i, cover=cover, metrics=cover.facts.metrics) for i, c in enumerate(claims, start=1)
    )
    rest = tuple(
        Unjudged(text=p.text, why=p.why, evidence=cover.evidence(p.start, p.end, rule="claims/not_judged"))
        for p in pieces
        if isinstance(p, NotJudged)
    )
    return judged, rest
