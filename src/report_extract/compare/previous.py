"""Values of earlier years that a document states beside its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from report_extract.compare.figures import Figure, figures_of
from report_extract.compare.words import fold, undated
from report_extract.language.periods import periods, year_of
from report_extract.model.extraction import Extraction, Metric, Role
from report_extract.rules.load import RuleBook

# "fell from 418 to 391" looks back without naming a year.
_FROM = re.compile(
    r"\bfrom\b[^.;]{0,20}\d|\bwas previously\b|\b(?:up|down) on\b"
    r"|\b(?:months?|years?) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
# Labels of nothing but these words name no subject; the subject stands in the sentence before.
_GENERIC = re.compile(
    r"\b(?:the|previous|prior|last|preceding|year(?:'s|’s)?|total|figure|number|was|were|is|there|it|in|of|had|been)\b"
)
_SUBJECT = re.compile(r"[a-z]{3}")
# Characters between the end of one sentence and the number of the next.
_NEXT_SENTENCE = 120


def previous_values(document: int, facts: Extraction, *, book: RuleBook) -> list[Figure]:
    """Those said to be previous, those that a current value is compared with, and those with an earlier date."""
    compared = [_as_previous(m) for m in facts.metrics if m.compared_with and m.compared_with.value is not None]
    plain = [m for m in facts.metrics if m.role is Role.previous]
    stated = {(m.metric, m.value, m.unit, m.area) for m in plain}
    extra = [m for m in compared if (m.metric, m.value, m.unit, m.area) not in stated]
    found = [f for f in _figures(document, facts, (*plain, *extra), book) if _speaks_of_then(f, facts)]
    found += _figures(document, facts, tuple(_dated_earlier(document, facts, book)), book)
    return [_named_by_neighbour(f, facts) for f in found if f.when.kind != "census"]


def _figures(document: int, facts: Extraction, metrics: tuple[Metric, ...], book: RuleBook) -> list[Figure]:
    only = facts.model_copy(update={"metrics": metrics})
    return figures_of(document, only, book=book, roles={Role.previous})


def _dated_earlier(document: int, facts: Extraction, book: RuleBook) -> Iterator[Metric]:
    """ "389 in January 2025 (341 in January 2024)": the same thing twice, the one of them with an earlier date."""
    own = [
        f for f in figures_of(document, facts, book=book) if f.when.kind != "census" and f.when.years_ago is not None
    ]
    newest: dict[tuple[object, ...], int] = {}
    for figure in own:
        newest[_thing(figure)] = min(newest.get(_thing(figure), 99), figure.when.years_ago or 0)
    for figure in own:
        if newest[_thing(figure)] < (figure.when.years_ago or 0) and "period" not in figure.metric.inferred:
            yield figure.metric.model_copy(update={"role": Role.previous})


def _thing(figure: Figure) -> tuple[object, ...]:
    m = figure.metric
    return m.metric, fold(undated(m.label)), m.unit, figure.area, figure.agency, figure.when.kind, figure.sort


def _as_previous(metric: Metric) -> Metric:
    before = metric.compared_with
    assert before is not None
    assert before.value is not None
    text = f"{before.value:,.10g}"
    return metric.model_copy(
        update={"value": before.value, "value_text": text, "value_max": None, "period": before.period}
        | {"role": Role.previous, "compared_with": None, "qualifier": "exact"}
    )


def _speaks_of_then(figure: Figure, facts: Extraction) -> bool:
    """The words, or a column of a table, look back: "against 11% in the next town" compares places, not years."""
    if figure.metric.source == "table" and "period" not in figure.metric.inferred and figure.when.years_ago:
        return True
    said = " ".join((figure.label, *(e.quote for e in figure.evidence)))
    own = year_of(facts.document.reporting_year)
    named = periods(said, reporting_year=facts.document.reporting_year)
    looks_back = any(p.earlier or (p.year is not None and own is not None and p.year < own) for p in named)
    return looks_back or _FROM.search(said) is not None


def _named_by_neighbour(figure: Figure, facts: Extraction) -> Figure:
    """ "The previous year's total was 288" is of the metric that the sentence before speaks of."""
    metric, here = figure.metric, figure.evidence[:1]
    if metric.metric is not None or not here or _SUBJECT.search(_GENERIC.sub(" ", metric.label.lower())):
        return figure
    before = [
        m
        for m in facts.metrics
        if m.role in (Role.current, Role.total) and m.metric and m.unit == metric.unit and m.evidence
        if m.area == metric.area and 0 <= here[0].start - m.evidence[0].end <= _NEXT_SENTENCE
    ]
    if not before:
        return figure
    subject = max(before, key=lambda m: m.evidence[0].start)
    named = metric.model_copy(update={"metric": subject.metric, "label": subject.label})
    return replace(figure, metric=named, said=subject.label)
