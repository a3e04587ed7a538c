"""What a reader must know before reading the tables: what could not be compared, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from report_extract.compare.axis import axis_of
from report_extract.compare.change import name_of
from report_extract.compare.years import is_aligned
from report_extract.model.comparison import Axis, MetricChange, MetricStatus
from report_extract.model.extraction import DocumentInfo, DocumentKind, Extraction
from report_extract.rules.load import RuleBook


def notes_on(
    facts: Sequence[Extraction],
    rows: Sequence[MetricChange],
    *,
    given_again: Sequence[str] = (),
    axis: Axis,
    book: RuleBook,
) -> tuple[str, ...]:
    """Sentences for a person, the most limiting first."""
    documents = [f.document for f in facts]
    again = (f"{name} was given more than once and is taken once." for name in given_again)
    return (*_alone(facts), *again, *_what_differs(documents, axis, book), *_empty(facts), *_coverage(facts, rows))


def _alone(facts: Sequence[Extraction]) -> Iterator[str]:
    if len(facts) == 1:
        yield "Only one document was given: nothing is compared, and the earlier values that it states are listed."


def _what_differs(documents: Sequence[DocumentInfo], axis: Axis, book: RuleBook) -> Iterator[str]:
    by_itself = axis_of(documents, book=book)
    if axis is not by_itself and len(documents) > 1:
        yield f"The axis “{axis.value}” was asked for; by itself it would have been “{by_itself.value}”."
    ids = [d.partnership.key for d in documents if d.partnership]
    if by_itself is not Axis.year and len(ids) == len(documents) and len(set(ids)) == 1 < len(ids):
        yield "The partnerships have the same short name, and other names: they are taken to be different ones."
    for document in documents:
        if document.partnership is None:
            yield f"{name_of(document)}: no partnership is named, so whose figures these are is not known."
        if document.reporting_year is None:
            place = ", and its place among the papers is the one given" if axis is Axis.year else ""
            yield f"{document.name}: no reporting year is stated{place}."
    years = sorted({d.reporting_year for d in documents if d.reporting_year})
    if axis is Axis.both and len(years) > 1:
        yield (
            f"The papers are of different partnerships and of different years ({', '.join(years)}): figures stand "
            "side by side, and no difference between them is given."
        )
    if axis is not Axis.year:
        yield "Numbers of different areas are never called better or worse; shares and rates per head can be compared."
    if axis is Axis.year and len(documents) > 1 and len(years) < len(documents):
        of_year = Counter(d.reporting_year for d in documents if d.reporting_year)
        twice = ", ".join(year for year, papers in sorted(of_year.items()) if papers > 1)
        if twice:
            yield f"Several of the papers are about one year ({twice}): what differs is not a change over time."


def _empty(facts: Sequence[Extraction]) -> Iterator[str]:
    for extraction in facts:
        document = extraction.document
        kind = "cover report" if document.kind is DocumentKind.cover_report else "paper"
        if not any(p.kind in (None, "partnership") for p in extraction.priorities):
            yield f"{name_of(document)}: no priorities of the partnership were found."
        if not extraction.metrics:
            others = sum(len(f.metrics) for f in facts if f is not extraction)
            yield (
                f"{name_of(document)} is a {kind} in which no figures were found: none of the {others} figures of the "
                "other papers can be compared with it."
            )
        elif document.kind is DocumentKind.cover_report:
            yield f"{name_of(document)} is a cover report: it repeats only some figures of the report behind it."


def _coverage(facts: Sequence[Extraction], rows: Sequence[MetricChange]) -> Iterator[str]:
    if len(facts) < 2:
        return
    aligned = sum(is_aligned(r) for r in rows)
    barred = sum(r.status is MetricStatus.not_comparable for r in rows)
    yield (
        f"{aligned} of {len(rows)} metrics stand in more than one paper, {barred or 'none'} of them not comparable. "
        "“Not found” means that this tool did not find it, not that the paper lacks it."
    )
