"""Catalogued metrics that must agree with each other: shares of a whole, sums of parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity
from report_extract.model.extraction import Metric, Role
from report_extract.rules.kinds.relations import Relation
from report_extract.rules.load import RuleBook

_STATED = frozenset({Role.current, Role.share, Role.total})


@dataclass(frozen=True, slots=True)
class Broken:
    """A relation that does not hold; both sides as text."""

    stated: str
    computed: str


def check_relations(paper: Paper, book: RuleBook) -> Outcome:
    """Each relation of the packs, once for every area and period for which all its metrics are stated exactly once."""
    groups: dict[tuple[str | None, str | None], dict[str, list[Metric]]] = defaultdict(lambda: defaultdict(list))
    for metric in paper.facts.metrics:
        if metric.metric and metric.role in _STATED and metric.qualifier == "exact":
            groups[metric.area, None][metric.metric].append(metric)
    return together(
        _tested(paper, rule, by_id) for by_id in groups.values() for rule in book.of(Relation) if rule.whole
    )


def _tested(paper: Paper, rule: Relation, by_id: Mapping[str, Sequence[Metric]]) -> Outcome:
    names = [n for n in (rule.whole, *rule.parts, rule.share, rule.part) if n]
    found = {n: by_id[n][0] for n in names if len({m.value for m in by_id.get(n, ())}) == 1}
    if len(found) < len(names):
        return Outcome()
    broken = broken_relation(rule, {n: printed(m.value_text) or _plain(m.value) for n, m in found.items()})
    return Outcome(tested=1, flags=tuple(_flags(paper, rule, found, broken)))


def broken_relation(rule: Relation, values: Mapping[str, Printed]) -> Broken | None:
    """How the relation fails for these values; None where it holds, rounding and truncation allowed."""
    if rule.whole is None:
        return None
    whole = Fraction(values[rule.whole].value)
    if rule.share and rule.part:
        share = values[rule.share]
        exact = 100 * Fraction(values[rule.part].value) / whole if whole else Fraction(0)
        return None if not whole or share.could_be(exact) else Broken(share.text, f"{float(exact):.1f}%")
    total = sum((Fraction(values[p].value) for p in rule.parts), Fraction(0))
    return None if total == whole else Broken(values[rule.whole].text, f"{float(total):,g}")


def _plain(value: float) -> Printed:
    found = printed(f"{value:g}")
    assert found is not None
    return found


def _flags(paper: Paper, rule: Relation, found: Mapping[str, Metric], broken: Broken | None) -> Iterator[FigureFlag]:
    if broken is None:
        return
    named = ", ".join(f"{m.label} {m.value_text}" for m in found.values())
    yield FigureFlag(
        code="metrics_disagree",
        severity=Severity.warning,
        message=f"{rule.description}: stated {broken.stated}, from the other figures {broken.computed} ({named})",
        stated=broken.stated,
        computed=broken.computed,
        document=paper.side,
        hypotheses=(rule.caution,) if rule.caution else (),
        evidence=tuple(m.evidence[0] for m in found.values()),
    )
