"""The metrics of several partnerships side by side: shares and rates are compared, counts are only shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from report_extract.compare.alignment import Aligner, Limits
from report_extract.compare.change import name_of, reading_of, role_of, stated
from report_extract.compare.comparability import obstacles
from report_extract.compare.figures import Figure
from report_extract.compare.groups import Group, chained
from report_extract.compare.precision import overlap
from report_extract.compare.rates import DerivedRate, derived_rate, rate_rule
from report_extract.compare.years import row_order
from report_extract.model.comparison import MetricChange, MetricStatus, Reading, StatedValue
from report_extract.model.extraction import DocumentInfo
from report_extract.rules.load import RuleBook

# Units that do not grow with the size of an area.
_PER_HEAD = frozenset("percent rate_per_10000 rate_per_1000 rate_per_100000 weeks days months grade".split())
# Lines of tables and charts are one line for several areas only if they are called the same.
_SAME_LABEL = 0.85
ONLY_SHOWN = "numbers of two areas are neither better nor worse"


def partnership_rows(
    figures: Sequence[Sequence[Figure]], *, documents: Sequence[DocumentInfo], book: RuleBook
) -> tuple[MetricChange, ...]:
    """One row for each metric; a document that states it for several areas has several values in the row."""
    everything = [f for found in figures for f in found]
    aligner = Aligner(everything, book=book, limits=Limits(areas=False))
    heads = [_heads(found, aligner) for found in figures]
    groups = chained([h for h, _ in heads], aligner=aligner)
    for group in groups:
        for document, figure in group.figures.items():
            group.also += heads[document][1].get(id(figure), [])
    rows = [_row(g, documents, book) for g in groups]
    rows += _rate_rows(groups, figures, documents, book)
    return tuple(sorted(rows, key=row_order))


def _heads(figures: Sequence[Figure], aligner: Aligner) -> tuple[list[Figure], dict[int, list[Figure]]]:
    """Figures that differ in the area only are one: the widest area (named first) leads, the others go with it."""
    heads: list[Figure] = []
    also: dict[int, list[Figure]] = {}
    for figure in figures:
        heads_of_it = (h for h in heads if figure.area not in {f.area for f in (h, *also.get(id(h), ()))})
        head = next((h for h in heads_of_it if _same_but_area(h, figure, aligner)), None)
        if head is None:
            heads.append(figure)
        else:
            also.setdefault(id(head), []).append(figure)
    return heads, also


def _same_but_area(head: Figure, figure: Figure, aligner: Aligner) -> bool:
    return (
        head.metric.metric is not None
        and head.metric.metric == figure.metric.metric
        and head.metric.unit == figure.metric.unit
        and head.when.kind == figure.when.kind
        and head.is_line == figure.is_line
        and aligner.may_pair(head, figure)
        and (not head.is_line or aligner.words.alike(head.label, figure.label) >= _SAME_LABEL)
    )


def _row(group: Group, documents: Sequence[DocumentInfo], book: RuleBook) -> MetricChange:
    figures = [group.figures[d] for d in sorted(group.figures)]
    lead = figures[-1]
    status, why = _status(group, figures, documents, book)
    comparable = status in (MetricStatus.changed, MetricStatus.same) and not group.also
    change = round(lead.metric.value - figures[0].metric.value, 6) if comparable and len(documents) == 2 else None
    fair = lead.metric.unit in _PER_HEAD and status is MetricStatus.changed and not group.also
    return MetricChange(
        metric=lead.metric.metric,
        label=lead.label,
        catalogue_label=lead.rule.label if lead.rule else None,
        unit=lead.metric.unit,
        role=role_of(lead),
        values=tuple(_values(group, documents)),
        change=change,
        status=status,
        reading=reading_of(lead, change) if fair and len(documents) == 2 else Reading.neutral,
        why=why,
        similarity=group.likeness,
    )


def _values(group: Group, documents: Sequence[DocumentInfo]) -> Iterator[StatedValue]:
    for document in range(len(documents)):
        if document in group.figures:
            yield stated(group.figures[document])
            yield from (stated(f) for f in group.also if f.document == document)
        else:
            yield StatedValue(document=document)


def _status(
    group: Group, figures: Sequence[Figure], documents: Sequence[DocumentInfo], book: RuleBook
) -> tuple[MetricStatus, str | None]:
    if len(figures) == 1:
        newest = figures[0].document == len(documents) - 1
        others = ", ".join(name_of(d) for i, d in enumerate(documents) if i != figures[0].document)
        return (MetricStatus.appeared if newest else MetricStatus.disappeared), f"not found in {others}"
    reasons = [*_years(figures, documents), *obstacles(figures, book=book, areas_may_differ=True)]
    reasons += _heads_differ(figures, book)
    if reasons:
        return MetricStatus.not_comparable, "; ".join(reasons)
    shown = None if figures[0].metric.unit in _PER_HEAD else ONLY_SHOWN
    if group.also:
        shown = "stated for several areas; no single difference"
    same = all(overlap(figures[0].metric, f.metric) for f in figures[1:])
    return (MetricStatus.same if same else MetricStatus.changed), shown


def _years(figures: Sequence[Figure], documents: Sequence[DocumentInfo]) -> Iterator[str]:
    years = {documents[f.document].reporting_year for f in figures} - {None}
    if len(years) > 1 and {f.when.kind for f in figures} != {"census"}:
        yield f"different years: {', '.join(str(documents[f.document].reporting_year) for f in figures)}"


def _heads_differ(figures: Sequence[Figure], book: RuleBook) -> Iterator[str]:
    rule = rate_rule(figures[0].metric.metric, book=book)
    if rule is not None and figures[0].metric.unit == "count":
        yield f"grows with the number of {rule.people} in the area; only rates per {rule.per:,} can be compared"


def _rate_rows(
    groups: Sequence[Group],
    figures: Sequence[Sequence[Figure]],
    documents: Sequence[DocumentInfo],
    book: RuleBook,
) -> Iterator[MetricChange]:
    """A row of derived rates for each count of which two documents or more state the population."""
    for group in groups:
        counted = [*group.figures.values(), *group.also]
        rates = [r for f in counted if (r := derived_rate(f, among=figures[f.document], book=book)) is not None]
        of_documents = Counter(r.figure.document for r in rates)
        if len(of_documents) > 1:
            yield _rate_row(rates, sorted(of_documents), documents, book)


def _rate_row(
    rates: Sequence[DerivedRate], present: Sequence[int], documents: Sequence[DocumentInfo], book: RuleBook
) -> MetricChange:
    lead, rule = rates[-1].figure, rates[0].rule
    firsts = [next(r for r in rates if r.figure.document == d).figure for d in present]
    reasons = [*_years(firsts, documents), *obstacles(firsts, book=book, areas_may_differ=True)]
    name = lead.rule.label if lead.rule else lead.label
    change = round(rates[-1].value - rates[0].value, 1) if len(rates) == 2 == len(documents) and not reasons else None
    status = MetricStatus.not_comparable if reasons else MetricStatus.changed
    if change == 0:
        status = MetricStatus.same
    return MetricChange(
        metric=rule.stated_as.get(lead.metric.metric or "", lead.metric.metric),
        label=f"{name} per {rule.per:,} {rule.people}",
        catalogue_label=f"{name} per {rule.per:,} {rule.people}",
        unit=rule.unit,
        values=tuple(_rate_values(rates, documents)),
        change=change,
        status=status,
        reading=reading_of(lead, change) if status is MetricStatus.changed else Reading.neutral,
        why="; ".join([*reasons, "derived: no report prints this rate"]),
    )


def _rate_values(rates: Sequence[DerivedRate], documents: Sequence[DocumentInfo]) -> Iterator[StatedValue]:
    for document in range(len(documents)):
        own = [r for r in rates if r.figure.document == document]
        if not own:
            yield StatedValue(document=document)
        for rate in own:
            yield StatedValue(
                document=document,
                value=rate.value,
                value_text=f"{rate.value:g}",
                label=rate.figure.label,
                area=rate.figure.metric.area,
                period=rate.figure.metric.period,
                derived=rate.how,
                evidence=(*rate.figure.evidence[:1], *rate.population.evidence[:1]),
            )
