"""A later report's "previous" values beside what the earlier report itself stated for that period."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.compare.alignment import Aligner, Limits
from report_extract.compare.figures import Figure, figures_of
from report_extract.compare.precision import overlap
from report_extract.compare.when import fiscal_year
from report_extract.language.periods import year_of
from report_extract.model.comparison import Restated
from report_extract.model.extraction import Extraction, Metric, Role
from report_extract.rules.load import RuleBook

# Another value for the same period is a serious thing to say: the two must be the same metric beyond doubt.
_SURE = 0.45
_SURE_WITHOUT_ID = 0.75


def restatements(
    facts: Sequence[Extraction], figures: Sequence[Sequence[Figure]], *, book: RuleBook
) -> tuple[Restated, ...]:
    """Every previous value that a document states, with the earlier document's own value where that is at hand."""
    out: list[Restated] = []
    for later, extraction in enumerate(facts):
        for figure in previous_values(later, extraction, book=book):
            out.append(_restated(figure, later, facts, figures, book))
    return tuple(out)


def previous_values(document: int, facts: Extraction, *, book: RuleBook) -> list[Figure]:
    """Stated values of earlier years: those said to be previous, and those that a current value is compared with."""
    compared = [_as_previous(m) for m in facts.metrics if m.compared_with and m.compared_with.value is not None]
    plain = [m for m in facts.metrics if m.role is Role.previous]
    stated = {(m.metric, m.value, m.unit, m.area) for m in plain}
    extra = [m for m in compared if (m.metric, m.value, m.unit, m.area) not in stated]
    only = facts.model_copy(update={"metrics": (*plain, *extra)})
    found = figures_of(document, only, book=book, roles={Role.previous})
    return [f for f in found if f.when.kind != "census"]


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


def _document_of(period: str | None, later: int, facts: Sequence[Extraction]) -> int | None:
    """The report on the period, of the same partnership; never the later document itself."""
    year, own = fiscal_year(period), facts[later].document
    for i, extraction in enumerate(facts):
        other = extraction.document
        mine = own.partnership is not None and other.partnership is not None and own.partnership.id == other.partnership.id
        if i != later and mine and year is not None and year_of(other.reporting_year) == year:
            return i
    return None


def _own_value(figure: Figure, candidates: Sequence[Figure], book: RuleBook) -> Figure | None:
    """The earlier report's own figure: one of the same value if there is any, else the one surely meant."""
    wanted = _as_of_then(figure)
    own = [c for c in candidates if c.metric.unit == figure.metric.unit and c.when.years_ago in (0, None)]
    aligner = Aligner([*own, wanted], book=book, limits=Limits(years=False))
    fitting = [c for c in own if c.sort == "level" and c.when.kind == wanted.when.kind and aligner.may_pair(c, wanted)]
    scored = sorted(((aligner.likeness(c, wanted), c) for c in fitting), key=lambda s: -s[0])
    for _, candidate in scored:
        if figure.metric.metric and candidate.metric.metric and overlap(candidate.metric, figure.metric):
            return candidate
    if not scored:
        return None
    score, best = scored[0]
    with_id = figure.metric.metric is not None and best.metric.metric == figure.metric.metric
    alone = with_id and sum(c.metric.metric == figure.metric.metric for c in fitting) == 1
    return best if alone or score >= (_SURE if with_id else _SURE_WITHOUT_ID) else None


def _as_of_then(figure: Figure) -> Figure:
    """The previous value seen from its own year, where it was a current one."""
    current = figure.metric.model_copy(update={"role": Role.current})
    return Figure(
        document=figure.document,
        metric=current,
        rule=figure.rule,
        when=figure.when._replace(years_ago=0),
        area=figure.area,
        agency=figure.agency,
        near=figure.near,
        place=figure.place,
        evidence=figure.evidence,
    )
