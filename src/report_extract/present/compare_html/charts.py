"""Charts of a comparison: which there are, what they show, and the same in words and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from report_extract.model.comparison import Axis, Comparison, MetricChange, MetricStatus
from report_extract.present import compare_words as words
from report_extract.write.plain import one_line

# A chart with more rows is a table.
_MOST_ROWS = 14
_MOST_TRENDS = 9
# One row by itself is as well read in the table, where another chart stands beside it.
_FEWEST_ROWS = 2
_NAME_LONGEST = 46
_RATES = ("percent", "rate_per_10000")


@dataclass(frozen=True)
class Line:
    """One row or line of a chart: a value for each document, None where it states none."""

    name: str
    values: tuple[float | None, ...]
    shown: tuple[str, ...]
    state: str


@dataclass(frozen=True)
class Chart:
    """`table` is headed by the documents; `svg` is safe to put into the page."""

    id: str
    title: str
    about: str
    description: str
    lines: tuple[Line, ...]
    svg: Markup


@dataclass(frozen=True)
class Charts:
    charts: tuple[Chart, ...]
    why_none: str | None = None


def charts_of(comparison: Comparison) -> Charts:
    """Dumbbells of shares and of rates; with three documents or more also lines of counts. Tables do without."""
    wanted = [chart for chart in _wanted(comparison) if chart[4]]
    wanted = [chart for chart in wanted if len(chart[4]) >= _FEWEST_ROWS] or wanted
    if not wanted:
        return Charts(())
    try:
        from report_extract.present.compare_html.draw import dumbbell, trends
    except ImportError:
        return Charts((), "Charts are left out: they need matplotlib (pip install report-extract[charts]).")
    headings = [one_line(h, longest=30) for h in words.headings(comparison)]
    drawn = []
    for kind, name, title, about, lines in wanted:
        description = " ".join(f"{line.name}: {_read_out(line, headings)}." for line in lines)
        said = partial(dumbbell, percent="percent" in name) if kind == "dumbbell" else trends
        svg = said(lines, headings=headings, name=name, title=title, description=description)
        drawn.append(Chart(name, title, about, description, tuple(lines), Markup(svg)))
    return Charts(tuple(drawn))


def _wanted(comparison: Comparison) -> list[tuple[str, str, str, str, list[Line]]]:
    """(kind, id, title, about, lines) of each chart that the rows give."""
    found = []
    between = "what each paper states" if comparison.axis is not Axis.year else "first and last value"
    for unit, title in zip(_RATES, ("Shares, in per cent", "Rates per 10,000"), strict=True):
        rows = _best([m for m in comparison.metrics if m.unit == unit and _can_be_drawn(m, comparison)])
        found.append(
            ("dumbbell", f"chart-{unit.replace('_', '-')}", title, between, [_line(m, comparison) for m in rows])
        )
    if len(comparison.documents) > 2 and comparison.axis is Axis.year:
        rows = [m for m in comparison.metrics if m.unit in ("count", "gbp") and _can_be_drawn(m, comparison)]
        full = [m for m in rows if sum(v.value is not None for v in m.values) > 2]
        lines = [_line(m, comparison) for m in _best(full)[:_MOST_TRENDS]]
        found.append(("trends", "chart-trends", "Numbers through the years", "each from its own zero", lines))
    return found


def _can_be_drawn(metric: MetricChange, comparison: Comparison) -> bool:
    one_each = len({v.document for v in metric.values}) == len(metric.values)
    return (
        one_each
        and metric.metric is not None
        and metric.role is None
        and metric.status in (MetricStatus.changed, MetricStatus.same)
    )


def _best(rows: Sequence[MetricChange]) -> list[MetricChange]:
    """The largest differences; of the lines of one table only a few, so that they do not crowd out the rest."""
    chosen: list[MetricChange] = []
    for row in sorted(rows, key=lambda r: -abs(r.change_pct if r.change_pct is not None else r.change or 0)):
        said_before = any((c.metric, c.area, _numbers(c)) == (row.metric, row.area, _numbers(row)) for c in chosen)
        if not said_before and sum(c.metric == row.metric for c in chosen) < 3:
            chosen.append(row)
    return chosen[:_MOST_ROWS]


def _numbers(metric: MetricChange) -> tuple[float | None, ...]:
    return tuple(v.value for v in metric.values)


def _line(metric: MetricChange, comparison: Comparison) -> Line:
    # A chart of rates says in its title what they are per.
    name = words.name_of(metric).partition(" per 10,000")[0]
    by_document = {v.document: v for v in metric.values}
    values = [by_document.get(d) for d in range(len(comparison.documents))]
    several = sum(m.metric == metric.metric and m.unit == metric.unit for m in comparison.metrics) > 1
    told_apart = _told_apart(metric, comparison) if several else None
    # What tells rows apart stands first: where the width ends a name is cut at its end.
    full = f"{told_apart}: {name}" if told_apart and comparison.axis is Axis.year else name
    return Line(
        name=one_line(full, longest=2 * _NAME_LONGEST),
        values=tuple(v.value if v else None for v in values),
        shown=tuple(words.amount(v.value if v else None, metric.unit) for v in values),
        state=words.state_of(metric),
    )


def _told_apart(metric: MetricChange, comparison: Comparison) -> str:
    """What this row of a metric has that the others of the metric have not: an agency, an area, or only its words."""
    kin = [m for m in comparison.metrics if m.metric == metric.metric and m.unit == metric.unit and m is not metric]
    for own, others in ((metric.agency, {m.agency for m in kin}), (metric.area, {m.area for m in kin})):
        if own and own not in others and " - " not in metric.label:
            return own
    return metric.agency if metric.agency and " - " in metric.label else metric.label


def _read_out(line: Line, headings: Sequence[str]) -> str:
    said = [
        f"{shown} in {heading}" for shown, heading in zip(line.shown, headings, strict=True) if shown != words.NOTHING
    ]
    return ", ".join(said)
