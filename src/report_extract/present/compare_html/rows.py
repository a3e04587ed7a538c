"""Rows of the tables: every cell as it is shown, with the passages behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.compare.words import fold
from report_extract.model.comparison import Comparison, MetricChange, PriorityChange, RecommendationChange, StatedValue
from report_extract.model.evidence import Evidence
from report_extract.present import compare_words as words
from report_extract.present.compare_html.cutouts import Cutout, Cutouts, place_of

# Of one figure so many passages are quoted; more say the same.
_QUOTES = 3
_QUOTE_LONGEST = 400


@dataclass(frozen=True)
class Passage:
    """`paper` is the heading of the document's column; `cutout` the picture of the place, where there is one."""

    paper: str
    page: int
    section: str | None
    quote: str
    cutout: Cutout | None = None


@dataclass(frozen=True)
class Cell:
    """What one document says: the value, its period where that is not the column's year, its area where several are."""

    text: str
    about: str = ""


@dataclass(frozen=True)
class Row:
    name: str
    printed: str
    where: str
    cells: tuple[tuple[Cell, ...], ...]
    change: str
    state: str
    why: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Group:
    """Rows of one `status`; `open` ones are in view from the start, `lines` are those of tables and charts."""

    id: str
    status: str
    rows: tuple[Row, ...]
    open: bool
    lines: bool = False


def metric_groups(comparison: Comparison, cutouts: Cutouts) -> tuple[Group, ...]:
    """Changed first, then what cannot be compared; what is the same or in one paper only is folded away."""
    quoted = Quoted(words.headings(comparison), cutouts)
    by_status = words.in_groups(comparison.metrics)
    main = [m for m in by_status["changed"] if words.is_headline(m, comparison)]
    lines = [m for m in by_status["changed"] if m not in main]
    found: list[tuple[str, str, list[MetricChange]]] = [("changed", "changed", main), ("lines", "changed", lines)]
    found += [(s, s, by_status[s]) for s in ("not_comparable", "same", "appeared", "disappeared")]
    return tuple(
        Group(
            id=name,
            status=status,
            rows=tuple(_row(m, comparison, quoted) for m in rows),
            open=name in ("changed", "not_comparable"),
            lines=name == "lines",
        )
        for name, status, rows in found
        if rows
    )


def _row(metric: MetricChange, comparison: Comparison, quoted: Quoted) -> Row:
    name = words.name_of(metric)
    said = words.differing_labels(metric)
    printed = "” → “".join(said) if len(said) > 1 or said[0].lower() != name.lower() else ""
    return Row(
        name=name,
        printed=printed,
        where=", ".join(dict.fromkeys(filter(None, (_told_area(metric, comparison), metric.agency)))),
        cells=tuple(_cells(metric, comparison, document) for document in range(len(comparison.documents))),
        change=words.change(metric),
        state=words.state_of(metric),
        why=words.reason(metric),
        passages=tuple(p for v in metric.values for p in quoted.passages(v.evidence[:_QUOTES], v.document)),
    )


def _told_area(metric: MetricChange, comparison: Comparison) -> str | None:
    """The area, unless it is all that the partnership of every paper is about."""
    whole = {fold(words.short_name(d.partnership.name)) for d in comparison.documents if d.partnership}
    return None if {fold(metric.area)} == whole else metric.area


def _cells(metric: MetricChange, comparison: Comparison, document: int) -> tuple[Cell, ...]:
    own = [v for v in metric.values if v.document == document]
    info = comparison.documents[document]
    known = {info.reporting_year, words.short_name(info.partnership.name) if info.partnership else None, metric.area}
    return tuple(Cell(words.stated(v, metric.unit), _about(v, known, several=len(own) > 1)) for v in own)


def _about(value: StatedValue, known: set[str | None], *, several: bool) -> str:
    """What the column's heading and the row's name do not say already."""
    if value.value is None:
        return ""
    area = value.area if several or value.area not in known else None
    period = value.period if value.period not in known else None
    derived = f"derived: {value.derived}" if value.derived else None
    return ", ".join(filter(None, (area, period, derived)))


@dataclass(frozen=True)
class Quoted:
    """Makes passages of evidence: `headings` are the documents' columns."""

    headings: Sequence[str]
    cutouts: Cutouts

    def passages(self, evidence: Sequence[Evidence], document: int) -> tuple[Passage, ...]:
        """The words, shortened where a whole page was quoted; a picture that two share stands with the first."""
        found: list[Passage] = []
        for e in evidence:
            cutout = self.cutouts.get(place_of(document, e))
            shown = any(p.cutout and cutout and p.cutout.picture == cutout.picture for p in found)
            found.append(
                Passage(self.headings[document], e.page, e.section, _short(e.quote), None if shown else cutout)
            )
        return tuple(found)

    def of(self, item: PriorityChange | RecommendationChange) -> tuple[Passage, ...]:
        """What stands behind a priority or a recommendation, document by document."""
        pairs = zip(item.evidence_documents, item.evidence, strict=False)
        return tuple(p for document, e in pairs for p in self.passages([e], document))


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= _QUOTE_LONGEST else flat[: _QUOTE_LONGEST - 1] + "…"


@dataclass(frozen=True)
class RestatedRow:
    name: str
    printed: str
    where: str
    first: str
    later: str
    state: str
    passages: tuple[Passage, ...]


def restated_rows(comparison: Comparison, cutouts: Cutouts) -> dict[str, tuple[RestatedRow, ...]]:
    """By status, those first that differ."""
    quoted = Quoted(words.headings(comparison), cutouts)
    out: dict[str, tuple[RestatedRow, ...]] = {}
    for status in ("restated", "same", "first_not_at_hand"):
        rows = [
            RestatedRow(
                name=words.name_of(r),
                printed=r.label if r.catalogue_label else "",
                where=", ".join(filter(None, (r.area, r.period))),
                first=words.amount(r.first_stated, r.unit),
                later=words.amount(r.later_stated, r.unit),
                state=status,
                passages=(
                    *(quoted.passages(r.evidence[:1], r.first_document) if r.first_document is not None else ()),
                    *quoted.passages(r.evidence[-1:], r.later_document),
                ),
            )
            for r in comparison.restated
            if r.status == status
        ]
        if rows:
            out[status] = tuple(rows)
    return out
