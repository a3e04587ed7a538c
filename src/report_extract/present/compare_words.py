"""The words and numbers of a comparison: one place, so that the terminal and the page agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from report_extract.compare.partnerships import ONLY_SHOWN
from report_extract.compare.words import undated
from report_extract.model.comparison import Axis, Comparison, MetricChange, MetricStatus, Reading, Restated, StatedValue
from report_extract.model.extraction import DocumentInfo
from report_extract.present.check_labels import Label, counted

LABELS: dict[str, Label] = {
    "better": Label("Better", "good", "tick"),
    "worse": Label("Worse", "bad", "cross"),
    "changed": Label("Changed", "plain", "dot"),
    "same": Label("Same", "plain", "dot"),
    "not_comparable": Label("Not comparable", "open", "exclamation"),
    "appeared": Label("Only later", "plain", "ring"),
    "disappeared": Label("Only earlier", "plain", "ring"),
    "restated": Label("Restated", "open", "exclamation"),
    "first_not_at_hand": Label("No earlier value", "plain", "ring"),
    "kept": Label("Kept", "plain", "dot"),
    "renamed": Label("Renamed", "open", "half"),
    "new": Label("New", "good", "tick"),
    "dropped": Label("Not found later", "open", "ring"),
    "shared": Label("Shared", "plain", "dot"),
    "single": Label("One partnership", "plain", "ring"),
    "still_open": Label("Still open", "open", "half"),
    "completed": Label("Completed", "good", "tick"),
    "no_longer_mentioned": Label("Not found later", "open", "ring"),
    "made": Label("Made", "plain", "dot"),
}
_SIDE_BY_SIDE = {
    "changed": Label("Differs", "plain", "dot"),
    "appeared": Label("Only in the last paper", "plain", "ring"),
    "disappeared": Label("In one paper only", "plain", "ring"),
    "better": Label("Better in the last paper", "plain", "dot"),
    "worse": Label("Worse in the last paper", "plain", "dot"),
}
_UNITS = {
    "percent": "%",
    "rate_per_10000": " per 10,000",
    "rate_per_1000": " per 1,000",
    "rate_per_100000": " per 100,000",
    "weeks": " weeks",
    "days": " days",
    "months": " months",
    "years": " years",
}
_MINUS = "−"
_FOR_CODERS = re.compile(r" \((?:dimensions?|by|record|say|cumulative)\b[^)]*\)", re.IGNORECASE)
NOTHING = "–"
# "Northmere Local Safeguarding Children Partnership", "Ashcombe Children's Safeguarding Partnership"
_WHAT_IT_IS = re.compile(r"(?: (?:local|and|children(?:['’]s)?|adults?(?:['’]s?)?))* safeguarding\b.*", re.IGNORECASE)
# Ids of themes as short as this are initials: csa, fgm.
_INITIALS = 3


def label_of(state: str, axis: Axis) -> Label:
    """Between partnerships nothing changes, appears or disappears: it differs, or stands in one paper only."""
    return LABELS[state] if axis is Axis.year else _SIDE_BY_SIDE.get(state, LABELS[state])


def heading(document: DocumentInfo, axis: Axis) -> str:
    """What stands above a document's column: its year, its partnership, or both."""
    year = document.reporting_year or document.name
    if axis is Axis.year or document.partnership is None:
        return year
    name = short_name(document.partnership.name)
    return name if axis is Axis.partnership else f"{name}, {year}"


def headings(comparison: Comparison) -> list[str]:
    """One for each document; where two would be the same, the file's name tells them apart."""
    plain = [heading(d, comparison.axis) for d in comparison.documents]
    again = Counter(plain)
    return [f"{h} ({d.name})" if again[h] > 1 else h for h, d in zip(plain, comparison.documents, strict=True)]


def short_name(name: str) -> str:
    """ "Northmere & Saltmarsh Safeguarding Children Partnership" → "Northmere & Saltmarsh" """
    return _WHAT_IT_IS.sub("", name) or name


def differing_labels(row: MetricChange) -> tuple[str, ...]:
    """The papers' own words for one figure, in the order of the papers; one entry where all use the same."""
    labels = [v.label for v in row.values if v.label] or [row.label]
    return tuple({undated(label).lower(): label for label in labels}.values())


def theme(name: str) -> str:
    """ "extra_familial_harm" → "extra familial harm", "csa" → "CSA" """
    return name.upper() if len(name) <= _INITIALS else name.replace("_", " ")


def title(comparison: Comparison) -> str:
    """What is compared, for the top of a view."""
    names = dict.fromkeys(short_name(d.partnership.name) if d.partnership else d.name for d in comparison.documents)
    years = sorted({d.reporting_year for d in comparison.documents if d.reporting_year})
    if comparison.axis is Axis.year:
        return f"{', '.join(names)}: {' to '.join(dict.fromkeys((years[0], years[-1])))}" if years else ", ".join(names)
    return f"{' beside '.join(names)}{', ' + ', '.join(years) if years else ''}"


def headline(comparison: Comparison) -> str:
    """What came out, in one or two sentences."""
    status = Counter(m.status for m in comparison.metrics)
    together = sum(status[s] for s in (MetricStatus.changed, MetricStatus.same, MetricStatus.not_comparable))
    if len(comparison.documents) < 2:
        return f"One paper by itself: {counted(len(comparison.restated), 'earlier value')} stated in it."
    differ = "changed" if comparison.axis is Axis.year else "differ"
    said = (
        f"{counted(together, 'metric')} found in more than one paper: {status[MetricStatus.changed]} {differ}, "
        f"{status[MetricStatus.same]} the same, {status[MetricStatus.not_comparable]} not comparable."
    )
    again = sum(r.status == "restated" for r in comparison.restated)
    return f"{said} {counted(again, 'earlier value')} stated differently later." if again else said


def name_of(row: MetricChange | Restated) -> str:
    """The catalogue's name where there is one, without what it says to coders, else the printed one."""
    name = _FOR_CODERS.sub("", row.catalogue_label) if row.catalogue_label else row.label
    return f"{name}: {row.role}" if isinstance(row, MetricChange) and row.role else name


def amount(value: float | None, unit: str) -> str:
    """A number as papers print it: 1,042; 12.5%; £3,200."""
    if value is None:
        return NOTHING
    number = f"{abs(value):,.6f}".rstrip("0").rstrip(".")
    sign = _MINUS if value < 0 else ""
    return f"{sign}£{number}" if unit == "gbp" else f"{sign}{number}{_UNITS.get(unit, '')}"


def stated(value: StatedValue, unit: str) -> str:
    """What a paper says: its own spelling of numbers such as "£14 million" and "c600", one spelling of all others."""
    said = value.value_text or ""
    own = any(c.isalpha() for c in said) and any(c.isdigit() for c in said) and not value.derived
    return said if own and value.value is not None else amount(value.value, unit)


def change(row: MetricChange) -> str:
    """ "+548 (+8.8%)", "−3 points"; empty where there is none to give."""
    if row.change is None or row.status is not MetricStatus.changed:
        return ""
    sign = "+" if row.change > 0 else _MINUS
    if row.unit == "percent":
        return f"{sign}{amount(abs(row.change), 'count')} {'point' if abs(row.change) == 1 else 'points'}"
    by = f" ({'+' if row.change_pct > 0 else _MINUS}{abs(row.change_pct):g}%)" if row.change_pct is not None else ""
    return f"{sign}{amount(abs(row.change), row.unit)}{by}"


def reason(row: MetricChange) -> str:
    """Why, where it says more of this row than is said once above the table."""
    said_above = row.status in (MetricStatus.appeared, MetricStatus.disappeared) or row.why == ONLY_SHOWN
    return "" if said_above else row.why or ""


def state_of(row: MetricChange) -> str:
    """Better or worse where that can be said, else the status."""
    return row.reading.value if row.reading is not Reading.neutral else row.status.value


def in_groups(rows: Sequence[MetricChange]) -> dict[str, list[MetricChange]]:
    """Rows by status, catalogued before others, the largest relative change first."""
    groups: dict[str, list[MetricChange]] = {s.value: [] for s in MetricStatus}
    for row in rows:
        groups[row.status.value].append(row)
    groups["changed"].sort(key=lambda r: (r.metric is None, is_line(r), -_size(r)))
    return groups


def is_line(row: MetricChange) -> bool:
    """One of the lines of a table or chart: its label is built of row and column, or of a title and a category."""
    return " - " in row.label or "(" in row.label or ": " in row.label


# A metric with more rows than this for one area is a table of its own; its lines are folded away.
_FEW = 3


def is_headline(row: MetricChange, comparison: Comparison) -> bool:
    """Catalogued, and not one of many lines of a table; boroughs side by side have each their own."""
    if row.metric is None:
        return False
    about = (row.metric, row.unit, row.area)
    kin = sum((m.metric, m.unit, m.area) == about and is_line(m) for m in comparison.metrics)
    return not is_line(row) or kin <= _FEW


def _size(row: MetricChange) -> float:
    return abs(row.change_pct if row.change_pct is not None else row.change or 0.0)
