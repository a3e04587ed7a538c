"""What tells a line of a table from its neighbours: its label without what the whole table says anyway.

The label of a table's line is "row - column - title". A report that puts last year's table under another heading, or
heads its only column with another word, still counts the same thing; "Booked" beside "Attended" does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from report_extract.compare.words import fold, undated
from report_extract.model.extraction import Metric, Role

_JOINT = " - "
# Targets stand in a column of their own and are never what a value must be told from.
_APART = frozenset({Role.target, Role.rank})
_Place = tuple[int, str, bool]


class Neighbours:
    """The labels of each section of a document: where must a column be told, since a row has several values?"""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        # The columns of several years are one label: their dates tell them apart, not their words.
        labels = {(_place(m), _parts(m)) for m in metrics}
        rows = Counter((place, parts[0]) for place, parts in labels)
        # What stands beside one row alone may be its column or its title: that cannot be told.
        self._told = {place for (place, _), columns in rows.items() if columns > 1}
        self._told |= {place for place, count in Counter(place for place, _ in rows).items() if count == 1}

    def said(self, metric: Metric) -> str:
        """The label without dates and the section's title; only the row in tables of one column."""
        parts = _parts(metric)
        return _JOINT.join(parts if _place(metric) in self._told else parts[:1])


def _parts(metric: Metric) -> tuple[str, ...]:
    row, *rest = (undated(part) for part in metric.label.split(_JOINT))
    return row, *(part for part in rest if fold(part) not in ("", _section(metric)))


def _place(metric: Metric) -> _Place:
    return (metric.evidence[0].page if metric.evidence else 0), _section(metric), metric.role in _APART


def _section(metric: Metric) -> str:
    return fold(metric.evidence[0].section if metric.evidence else None)
