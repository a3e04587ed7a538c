"""A later report's "previous" values beside what the earlier report itself stated for that period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_extract.compare.alignment import Aligner, Limits
from report_extract.compare.figures import Figure, figures_of
from report_extract.compare.precision import overlap
from report_extract.compare.when import fiscal_year
from report_extract.language.periods import periods, year_of
from report_extract.model.comparison import Restated
from report_extract.model.extraction import Extraction, Metric, Role
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import RuleBook

# Another value for the same period is a serious thing to say: the two must be the same metric beyond doubt.
_SURE = 0.45
_SURE_WITHOUT_ID = 0.75
# The same number of the same metric needs hardly more: small numbers meet by chance.
_EQUAL = 0.25
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


def restatements(
    facts: Sequence[Extraction], figures: Sequence[Sequence[Figure]], *, book: RuleBook
) -> tuple[Restated, ...]:
    """Every previous value that a document states, with the earlier document's own value where that is at hand."""
    return tuple(
        _restated(figure, later, facts, figures, book)
        for later, extraction in enumerate(facts)
        for figure in previous_values(later, extraction, book=book)
    )


def previous_values(document: int, facts: Extraction, *, book: RuleBook) -> list[Figure]:
    """Stated values of earlier years: those said to be previous, and those that a current value is compared with."""
    compared = [_as_previous(m) for m in facts.metrics if m.compared_with and m.compared_with.value is not None]
    plain = [m for m in facts.metrics if m.role is Role.previous]
    stated = {(m.metric, m.value, m.unit, m.area) for m in plain}
    extra = [m for m in compared if (m.metric, m.value, m.unit, m.area) not in stated]
    only = facts.model_copy(update={"metrics": (*plain, *extra)})
    found = figures_of(document, only, book=book, roles={Role.previous})
    spoken = [f for f in found if f.when.kind != "census" and _speaks_of_then(f, facts.document.reporting_year)]
    return [_named_by_neighbour(f, facts) for f in spoken]


def _speaks_of_then(figure: Figure, reporting_year: str | None) -> bool:
    """The words themselves look back: "against 11% in the next town" compares places, not years."""
    said = " ".join((figure.label, *(e.quote for e in figure.evidence)))
    own = year_of(reporting_year)
    named = periods(said, reporting_year=reporting_year)
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
    return replace(figure, metric=named)


def _as_previous(metric: Metric) -> Metric:
    before = metric.compared_with
    assert before is not None
    assert before.value is not None
    text = f"{before.value:,.10g}"
    return metric.model_copy(
        update={"value": before.value, "value_text": text, "value_max": None, "period": before.period}
        | {"role": Role.previous, "compared_with": None, "qualifier": "exact"}
    )


def _restated(
    figure: Figure,
    later: int,
    facts: Sequence[Extraction],
    figures: Sequence[Sequence[Figure]],
    book: RuleBook,
) -> Restated:
    metric = figure.metric
    earlier = _document_of(metric.period, later, facts)
    first = _own_value(figure, figures[earlier], book) if earlier is not None else None
    same = first is not None and overlap(first.metric, metric)
    return Restated(
        metric=metric.metric,
        label=metric.label,
        catalogue_label=_catalogue_label(metric, book),
        unit=metric.unit,
        area=metric.area,
        period=metric.period,
        first_stated=first.metric.value if first else None,
        later_stated=metric.value,
        first_document=first.document if first else None,
        later_document=later,
        status="first_not_at_hand" if first is None else "same" if same else "restated",
        evidence=(*(first.evidence[:1] if first else ()), *figure.evidence[:1]),
    )


def _catalogue_label(metric: Metric, book: RuleBook) -> str | None:
    return next((r.label for r in book.of(MetricRule) if r.id == metric.metric), None)


def _document_of(period: str | None, later: int, facts: Sequence[Extraction]) -> int | None:
    """The report on the period, of the same partnership; never the later document itself."""
    year, own = fiscal_year(period), facts[later].document
    if year is not None and year == year_of(own.reporting_year):
        year -= 1  # a previous value is of the year before, whatever date its sentence begins with
    for i, extraction in enumerate(facts):
        other = extraction.document.partnership
        mine = own.partnership is not None and other is not None and own.partnership.id == other.id
        if i != later and mine and year is not None and year_of(extraction.document.reporting_year) == year:
            return i
    return None


def _own_value(figure: Figure, candidates: Sequence[Figure], book: RuleBook) -> Figure | None:
    """The earlier report's own figure: one of the same value if there is any, else the one surely meant."""
    wanted = _as_of_then(figure)
    own = [c for c in candidates if c.metric.unit == figure.metric.unit and c.when.years_ago in (0, None)]
    aligner = Aligner([*own, wanted], book=book, limits=Limits(years=False))
    fitting = [c for c in own if c.sort == "level" and c.when.kind == wanted.when.kind and aligner.may_pair(c, wanted)]
    scored = sorted(((aligner.likeness(c, wanted), c) for c in fitting), key=lambda s: -s[0])
    for score, candidate in scored:
        catalogued = figure.metric.metric is not None and candidate.metric.metric is not None
        if catalogued and score >= _EQUAL and overlap(candidate.metric, figure.metric):
            return candidate
    if not scored:
        return None
    score, best = scored[0]
    with_id = figure.metric.metric is not None and best.metric.metric == figure.metric.metric
    by_id = with_id and not (best.is_line or figure.is_line)
    alone = by_id and sum(c.metric.metric == figure.metric.metric for c in fitting) == 1
    return best if alone or score >= (_SURE if by_id else _SURE_WITHOUT_ID) else None


def _as_of_then(figure: Figure) -> Figure:
    """The previous value seen from its own year, where it was a current one."""
    current = figure.metric.model_copy(update={"role": Role.current})
    return replace(figure, metric=current, when=figure.when._replace(years_ago=0))
