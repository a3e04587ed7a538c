"""A Comparison as tidy tables: one kind, one table; one row for each thing and document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from report_extract.model.comparison import Comparison
    from report_extract.model.evidence import Evidence

Row = tuple[Any, ...]

# fmt: off
HEADERS: Mapping[str, tuple[str, ...]] = {
    "documents": ("document", "name", "file", "kind", "partnership", "reporting_year", "sha256"),
    "metrics": (
        "row", "metric", "catalogue_label", "label", "unit", "document", "name", "reporting_year", "partnership",
        "area", "agency", "value", "value_text", "period", "derived", "change", "change_pct", "status", "reading",
        "why", "similarity", "page", "quote",
    ),
    "restated": (
        "metric", "label", "unit", "area", "period", "first_stated", "later_stated", "first_document", "later_document",
        "status", "page", "quote",
    ),
    "priorities": ("row", "theme", "document", "title", "status", "similarity", "why"),
    "recommendations": (
        "source", "number", "text", "first_made", "status_before", "status_now", "status", "similarity", "page",
        "quote",
    ),
    "findings": ("theme", "document", "text"),
    "agencies": ("agency", "group", "document", "funding_pct", "attendance_pct", "reports_impact"),
    "side_by_side": ("topic", "what", "document", "value"),
}
# fmt: on


def rows_of(comparison: Comparison, kind: str) -> Iterator[Row]:
    """The rows of one kind, each as long as `HEADERS[kind]`. `document` is the index in `documents`, from 0."""
    return _ROWS[kind](comparison)


def _documents(c: Comparison) -> Iterator[Row]:
    for i, d in enumerate(c.documents):
        partnership = d.partnership.key if d.partnership else None
        yield i, d.name, d.file, d.kind.value, partnership, d.reporting_year, d.sha256


def _metrics(c: Comparison) -> Iterator[Row]:
    for number, m in enumerate(c.metrics, start=1):
        for v in m.values:
            d = c.documents[v.document]
            yield (
                number, m.metric, m.catalogue_label, v.label or m.label, m.unit, v.document, d.name, d.reporting_year,
                d.partnership.key if d.partnership else None, v.area or m.area, m.agency, v.value, v.value_text,
                v.period, v.derived, m.change, m.change_pct, m.status.value, m.reading.value, m.why, m.similarity,
                *_place(v.evidence),
            )  # fmt: skip


def _restated(c: Comparison) -> Iterator[Row]:
    for r in c.restated:
        yield (
            r.metric, r.label, r.unit, r.area, r.period, r.first_stated, r.later_stated, r.first_document,
            r.later_document, r.status, *_place(r.evidence[-1:]),
        )  # fmt: skip


def _priorities(c: Comparison) -> Iterator[Row]:
    for number, p in enumerate(c.priorities, start=1):
        for document, title in enumerate(p.titles):
            yield number, p.theme, document, title, p.status, p.similarity, p.why


def _recommendations(c: Comparison) -> Iterator[Row]:
    for r in c.recommendations:
        yield (
            r.source, r.number, r.text, r.first_made, r.status_before, r.status_now, r.status, r.similarity,
            *_place(r.evidence[-1:]),
        )  # fmt: skip


def _findings(c: Comparison) -> Iterator[Row]:
    for theme in c.findings:
        for document, texts in enumerate(theme.texts):
            for text in texts:
                yield theme.theme, document, text


def _agencies(c: Comparison) -> Iterator[Row]:
    for a in c.agencies:
        for document in range(len(c.documents)):
            yield (
                a.agency,
                a.group,
                document,
                a.funding_pct[document],
                a.attendance_pct[document],
                a.reports_impact[document],
            )


def _side_by_side(c: Comparison) -> Iterator[Row]:
    for s in c.side_by_side:
        for document, value in enumerate(s.values):
            yield s.topic, s.what, document, value


def _place(evidence: Sequence[Evidence]) -> Row:
    return (evidence[0].page, evidence[0].quote) if evidence else (None, None)


_ROWS: Mapping[str, Callable[[Comparison], Iterator[Row]]] = {
    "documents": _documents,
    "metrics": _metrics,
    "restated": _restated,
    "priorities": _priorities,
    "recommendations": _recommendations,
    "findings": _findings,
    "agencies": _agencies,
    "side_by_side": _side_by_side,
}


def frame_of(comparison: Comparison, kind: str, library: str | None) -> Any:
    """The rows as a DataFrame of pandas, or else of polars. Raises ValueError, and ImportError that says what to do."""
    if kind not in HEADERS:
        raise ValueError(f"no table is called {kind!r}; choose one of {', '.join(HEADERS)}")
    columns: dict[str, list[Any]] = {name: [] for name in HEADERS[kind]}
    for row in rows_of(comparison, kind):
        for name, cell in zip(HEADERS[kind], row, strict=True):
            columns[name].append(cell)
    return _library(library).DataFrame(columns)


def _library(wanted: str | None) -> Any:
    from importlib import import_module

    if wanted not in (None, "pandas", "polars"):
        raise ValueError(f"to_frame knows pandas and polars, not {wanted!r}")
    for name in (wanted,) if wanted else ("pandas", "polars"):
        try:
            return import_module(name)
        except ImportError:
            continue
    needed = wanted or "pandas or polars"
    raise ImportError(f"to_frame() needs {needed}: install it (pip install {wanted or 'pandas'}), or use --csv")
