"""Claims on a rise or fall, judged on two figures of one measure that the source states a year apart.

"1,466 referrals accepted 2023/24" and "1,392 referrals accepted 2024/25" are two places; no sentence says they fell.
"""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.check.claims.anchors import NumberAnchor
from report_extract.check.claims.facts import Fact, is_of_its_area, quantity_of
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.steps import Step, steps_of, undated
from report_extract.check.claims.units import Asked
from report_extract.check.claims.words import Vocabulary
from report_extract.check.paper import Paper
from report_extract.model.checks import Verdict

_ABOUT = 0.75  # of the label's words in the claim, and of the claim's in the label and its headings
_BESIDE = 0.6  # … where a number of the claim is one of the two values


class Series:
    """The steps of a source, found once."""

    def __init__(self, source: Paper, *, vocabulary: Vocabulary, areas: Sequence[str]) -> None:
        self._vocabulary, self._areas = vocabulary, areas
        self._source = source
        self.steps = tuple(steps_of(source.facts.metrics))

    def about(self, asked: Asked) -> Fact | None:
        """The verdict of the one step that the claim is of; None where none is, or several differ."""
        now = [n for n in asked.anchors.numbers if n.part == "current"]
        before = [n for n in asked.anchors.numbers if n.part == "previous"]
        ways = {n.direction for n in (*now, *before) if n.direction} | {d.direction for d in asked.anchors.directions}
        told = asked.anchors.factors
        if not (ways or told) or max(map(len, (ways, told, now, before))) > 1:
            return None
        if len(now) + len(before) < len(asked.anchors.numbers):
            return None
        way, factor = next(iter(ways), None), next(iter(told), None)
        steps = [s for s in self.steps if self._is_of(asked, s) and _values(now, before, s)]
        found = {s.is_as(way, factor) for s in steps} - {None}
        if len(found) != 1 or asked.anchors.negations:
            return None
        step = steps[0]
        said = f"the report states {step.before.value_text} and a year later {step.now.value_text} ({step.now.label})"
        evidence = (*step.now.evidence[:1], *step.before.evidence[:1])
        return Fact(Verdict.supported if found == {True} else Verdict.contradicted, said, evidence, 0.85)

    def _is_of(self, asked: Asked, step: Step) -> bool:
        """The label is in the claim, and the claim says little that neither the label nor its place says."""
        vocabulary = self._vocabulary
        label = vocabulary.words(undated(step.now.label))
        claim = vocabulary.spread(asked.words)
        at = step.now.evidence[0].start
        titles = " ".join(s.title for s in self._source.document.section_path(at))
        there = vocabulary.spread(
            [*label, *vocabulary.words(f"{titles} {step.now.agency or ''} {step.now.area or ''}")]
        )
        return (
            bool(label)
            and vocabulary.coverage(label, there=claim) >= _ABOUT
            and vocabulary.coverage(asked.words, there=there) >= (_BESIDE if asked.anchors.numbers else _ABOUT)
            and is_of_its_area(step.now, asked.text, self._areas)
        )


def _values(now: Sequence[NumberAnchor], before: Sequence[NumberAnchor], step: Step) -> bool:
    pairs = [(n, step.now) for n in now] + [(n, step.before) for n in before]
    return all(comparable(n.quantity, quantity_of(m)) and agree(n.quantity, quantity_of(m)) for n, m in pairs)
