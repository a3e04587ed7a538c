"""A later report's "previous" values beside what the earlier report itself stated for that period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_extract.compare.alignment import Aligner, Limits
from report_extract.compare.axis import same_partnership
from report_extract.compare.figures import Figure
from report_extract.compare.groups import Group
from report_extract.compare.precision import overlap
from report_extract.compare.previous import previous_values
from report_extract.compare.when import fiscal_year
from report_extract.compare.words import fold
from report_extract.language.periods import year_of
from report_extract.model.comparison import Restated
from report_extract.model.extraction import Extraction, Metric, Role
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import RuleBook

# Another value for the same period is a serious thing to say: the two must be the same metric beyond doubt.
_SURE = 0.45
_SURE_WITHOUT_ID = 0.75
# The same number of the same metric needs hardly more: small numbers meet by chance.
_EQUAL = 0.25
# Revised figures are near what they were; one that is further off is more likely to be of something else.
_NEAR_ENOUGH = 0.25

Figures = Sequence[Sequence[Figure]]


def restatements(
    facts: Sequence[Extraction], figures: Figures, groups: Sequence[Group], *, book: RuleBook
) -> tuple[Restated, ...]:
    """Every previous value that a document states, with the earlier document's own value where that is at hand.

    `groups` are the rows of metrics: which earlier figure the later document's current one was put beside.
    """
    return tuple(
        _restated(figure, later, facts, _first(figure, later, facts, figures, groups, book), book)
        for later, extraction in enumerate(facts)
        for figure in previous_values(later, extraction, book=book)
    )


def _restated(
    figure: Figure, later: int, facts: Sequence[Extraction], first: Figure | None, book: RuleBook
) -> Restated:
    metric = figure.metric
    same = first is not None and overlap(first.metric, metric)
    known = metric.metric or (first.metric.metric if first else None)
    return Restated(
        metric=known,
        label=metric.label,
        catalogue_label=_catalogue_label(known, book),
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


def _catalogue_label(metric: str | None, book: RuleBook) -> str | None:
    return next((r.label for r in book.of(MetricRule) if r.id == metric), None)


def _first(
    figure: Figure,
    later: int,
    facts: Sequence[Extraction],
    figures: Figures,
    groups: Sequence[Group],
    book: RuleBook,
) -> Figure | None:
    """What an earlier document states itself for the period of a previous value."""
    earlier = _document_of(figure.metric.period, later, facts, book)
    if earlier is not None and (own := _own_value(figure, figures[earlier], book)):
        return own
    # A school year is reported by the paper of the year after.
    stated = [f for d in _others(later, facts, book) for f in figures[d] if _of_period(f, figure.metric.period)]
    if stated and (own := _own_value(figure, stated, book)):
        return own
    return _of_row(figure, earlier, groups) if earlier is not None else None


def _of_period(figure: Figure, period: str | None) -> bool:
    return bool(period) and "period" not in figure.metric.inferred and fold(figure.metric.period) == fold(period)


def _of_row(figure: Figure, earlier: int, groups: Sequence[Group]) -> Figure | None:
    """The earlier figure of the row of the value that stands beside this one: "1,180 (last year: 1,088)"."""
    here = {(e.page, e.quote) for e in figure.evidence}
    for group in groups:
        current, first = group.figures.get(figure.document), group.figures.get(earlier)
        if current is None or first is None or current.metric.compared_with is None:
            continue
        beside = current.metric.compared_with.value == figure.metric.value and current.metric.unit == figure.metric.unit
        if beside and here & {(e.page, e.quote) for e in current.evidence} and _near(first.metric, figure.metric):
            return first
    return None


def _near(one: Metric, other: Metric) -> bool:
    return abs(one.value - other.value) <= _NEAR_ENOUGH * max(abs(one.value), abs(other.value))


def _others(later: int, facts: Sequence[Extraction], book: RuleBook) -> Iterator[int]:
    """The other documents of the same partnership."""
    own = facts[later].document.partnership
    for i, extraction in enumerate(facts):
        other = extraction.document.partnership
        if i != later and own and other and same_partnership(own, other, book=book):
            yield i


def _document_of(period: str | None, later: int, facts: Sequence[Extraction], book: RuleBook) -> int | None:
    """The report on the period, of the same partnership; never the later document itself."""
    year, own = fiscal_year(period), facts[later].document
    if year is not None and year == year_of(own.reporting_year):
        year -= 1  # a previous value is of the year before, whatever date its sentence begins with
    of_year = (i for i in _others(later, facts, book) if year is not None)
    return next((i for i in of_year if year_of(facts[i].document.reporting_year) == year), None)


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
