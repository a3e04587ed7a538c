"""The figures of a document as things to compare: each once, with everything that tells it from its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from report_extract.compare.bodies import bodies
from report_extract.compare.saying import Neighbours
from report_extract.compare.when import When, when
from report_extract.compare.words import fold, undated
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Extraction, Metric, Role
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import RuleBook

# What a document says of its own time; changes and previous values are about two times.
LEVELS = frozenset({Role.current, Role.share, Role.total, Role.cumulative, Role.target, Role.rank})
# So many words around the number tell which of the numbers of a sentence it is.
NEAR_WORDS = 7
# Values of next year are other ones; "level 2" and "45 days" say what is counted.
_OTHER_VALUES = re.compile(r"£\s?\d[\d,.]*|\b\d{1,3}(?:,\d{3})+\b|\b\d{3,}\b|\b\d+(?:\.\d+)?\s?%")


@dataclass(frozen=True)
class Figure:
    """One stated quantity of document `document`; `place` is its order in the document.

    `said` is the label as far as it tells the figure from its neighbours; `near` are the words around the number.
    """

    document: int
    metric: Metric
    rule: MetricRule | None
    when: When
    area: str
    agency: str
    said: str
    near: str
    place: float
    evidence: tuple[Evidence, ...]

    @property
    def label(self) -> str:
        return self.metric.label

    @property
    def is_line(self) -> bool:
        """One of many lines of a table or chart: only its label tells what it is."""
        m = self.metric
        return m.source == "table" or bool(re.search(r"[:(]", m.label)) or " - " in m.label

    @property
    def sort(self) -> str:
        """Targets and ranks are never the value itself."""
        return self.metric.role.value if self.metric.role in (Role.target, Role.rank) else "level"


def figures_of(document: int, facts: Extraction, *, book: RuleBook, roles: Iterable[Role] = LEVELS) -> list[Figure]:
    """Figures in document order; what is said twice of one thing is one figure with both places as evidence."""
    rules = {r.id: r for r in book.of(MetricRule)}
    wanted = frozenset(roles)
    out: dict[tuple[object, ...], Figure] = {}
    chosen = [m for m in facts.metrics if m.role in wanted]
    neighbours = Neighbours(facts.metrics)
    for place, metric in enumerate(chosen):
        rule = rules.get(metric.metric or "")
        figure = _figure(document, metric, rule, facts, book)
        figure = replace(figure, said=neighbours.said(metric), place=place / max(1, len(chosen)))
        key = _same_thing(figure)
        out[key] = _joined(out[key], figure) if key in out else figure
    return _of_latest_school_year(list(out.values()))


def _of_latest_school_year(figures: list[Figure]) -> list[Figure]:
    """The latest school year of a report is its own: it ended in the year reported on, or began in it."""
    begun = [f.when.years_ago for f in figures if f.when.kind == "school" and f.when.years_ago is not None]
    latest = min(begun, default=0)
    return [
        replace(f, when=f.when._replace(years_ago=f.when.years_ago - latest))
        if f.when.kind == "school" and f.when.years_ago is not None
        else f
        for f in figures
    ]


def _figure(document: int, metric: Metric, rule: MetricRule | None, facts: Extraction, book: RuleBook) -> Figure:
    own = facts.document.partnership
    agency = bodies(book).key_of(metric.agency)
    whole = {*map(bodies(book).key_of, (own.name, own.id)), fold(own.name), fold(own.id)} if own else set()
    return Figure(
        document=document,
        metric=metric,
        rule=rule,
        when=when(metric, rule=rule, reporting_year=facts.document.reporting_year),
        area=fold(metric.area),
        agency="" if agency in whole else agency,
        said=metric.label,
        near=_near(metric),
        place=0.0,
        evidence=metric.evidence,
    )


def _near(metric: Metric) -> str:
    """The words around the number in its sentence, row or caption."""
    if not metric.evidence:
        return ""
    quote = " ".join(metric.evidence[0].quote.split())
    at = re.search(rf"(?<![\d,.]){re.escape(metric.value_text)}(?![\d])", quote)
    before, after = (quote[: at.start()], quote[at.end() :]) if at else (quote, "")
    near = " ".join((*before.split()[-NEAR_WORDS:], *after.split()[:NEAR_WORDS]))
    return _OTHER_VALUES.sub(" ", undated(near))


def _same_thing(figure: Figure) -> tuple[object, ...]:
    """A catalogued metric with one value for an area and period is one fact, in whatever words it is repeated."""
    m = figure.metric
    label = "" if m.metric and not figure.is_line else undated(m.label).lower()
    return (m.metric, label, m.value, m.value_max, m.unit, figure.area, figure.when, figure.sort)


def _joined(first: Figure, again: Figure) -> Figure:
    both = (*first.evidence, *(e for e in again.evidence if e not in first.evidence))
    # The longer label says more: "times" beside "contacts to the front door".
    fuller = again if len(undated(again.label)) > len(undated(first.label)) else first
    agency = first.agency or again.agency
    return replace(first, metric=fuller.metric, near=fuller.near, agency=agency, evidence=both)
