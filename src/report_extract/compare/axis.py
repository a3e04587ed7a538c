"""What differs between the documents: the year, the partnership, or both."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.errors import WrongUsage
from report_extract.language.periods import year_of
from report_extract.model.comparison import Axis
from report_extract.model.extraction import DocumentInfo, Extraction


def axis_of(documents: Sequence[DocumentInfo]) -> Axis:
    """Same partnership: year. Same year: partnership. Otherwise, and where either is not known, both."""
    partnerships = {d.partnership.id if d.partnership else None for d in documents}
    years = {d.reporting_year for d in documents}
    if len(partnerships) == 1 and None not in partnerships:
        return Axis.year
    if len(years) == 1 and None not in years and None not in partnerships:
        return Axis.partnership
    return Axis.both


def wanted_axis(axis: Axis | str | None, documents: Sequence[DocumentInfo]) -> Axis:
    """The axis that was asked for, or the one worked out. Raises WrongUsage for a word that is no axis."""
    if axis is None:
        return axis_of(documents)
    try:
        return Axis(axis)
    except ValueError as fault:
        raise WrongUsage(f"--axis {axis}: choose one of {', '.join(a.value for a in Axis)}") from fault


def in_order(facts: Sequence[Extraction], axis: Axis) -> list[Extraction]:
    """Years go from the earliest to the latest, whatever the order of the command; partnerships stay as given."""
    if axis is not Axis.year:
        return list(facts)
    return sorted(facts, key=lambda f: year_of(f.document.reporting_year) or 0)
