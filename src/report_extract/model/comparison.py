"""The Comparison of two or more documents, in the field names of the JSON contract (compare/1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from report_extract.model.base import Frozen
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import DocumentInfo

COMPARE_SCHEMA = "report-extract/compare/1"

Evidences = tuple[Evidence, ...]


class Axis(StrEnum):
    year = "year"
    partnership = "partnership"
    both = "both"


class MetricStatus(StrEnum):
    changed = "changed"
    same = "same"
    appeared = "appeared"
    disappeared = "disappeared"
    not_comparable = "not_comparable"


class Reading(StrEnum):
    better = "better"
    worse = "worse"
    neutral = "neutral"


class StatedValue(Frozen):
    """What one document (by its index in `documents`) states; `value` is None where it states nothing."""

    document: int
    value: float | None = None
    value_text: str | None = None
    label: str | None = None
    area: str | None = None
    period: str | None = None
    derived: str | None = None
    evidence: Evidences = ()


class MetricChange(Frozen):
    """One metric over the documents. `change` is last minus first, in the unit (percentage points for shares)."""

    metric: str | None = None
    label: str
    catalogue_label: str | None = None
    unit: str
    role: Literal["target", "rank"] | None = None
    area: str | None = None
    agency: str | None = None
    values: tuple[StatedValue, ...]
    change: float | None = None
    change_pct: float | None = None
    status: MetricStatus
    reading: Reading = Reading.neutral
    why: str | None = None
    similarity: float | None = None


class Restated(Frozen):
    """A later report's "previous" value beside what the earlier report itself stated for that period."""

    metric: str | None = None
    label: str
    unit: str
    area: str | None = None
    period: str | None = None
    first_stated: float | None = None
    later_stated: float
    first_document: int | None = None
    later_document: int
    status: Literal["same", "restated", "first_not_at_hand"]
    evidence: Evidences


class PriorityChange(Frozen):
    """A priority through the documents: `titles` has one entry a document, null where it has none like it.

    Between years a priority is kept, renamed, new or dropped; between partnerships it is shared or single.
    """

    theme: str | None = None
    titles: tuple[str | None, ...]
    status: Literal["kept", "renamed", "new", "dropped", "shared", "single"]
    similarity: float | None = None
    why: str | None = None
    evidence: Evidences = ()


class RecommendationChange(Frozen):
    text: str
    source: str | None = None
    number: int | None = None
    first_made: int
    status_before: str | None = None
    status_now: str | None = None
    status: Literal["new", "still_open", "completed", "no_longer_mentioned", "made"]
    similarity: float | None = None
    evidence: Evidences = ()


class ThemeFindings(Frozen):
    theme: str
    counts: tuple[int, ...]
    texts: tuple[tuple[str, ...], ...]
    evidence: Evidences = ()


class AgencyRow(Frozen):
    """What each document says of one agency: its funding share in per cent, attendance, and impact or activity only."""

    agency: str
    funding_pct: tuple[float | None, ...]
    attendance_pct: tuple[float | None, ...]
    reports_impact: tuple[bool | None, ...]
    evidence: Evidences = ()


class SideBySide(Frozen):
    """One fact about the reports themselves (structure, reviews), as each document has it."""

    topic: Literal["structure", "reviews"]
    what: str
    values: tuple[str | None, ...]
    evidence: Evidences = ()


class Comparison(Frozen):
    schema_id: str = Field(default=COMPARE_SCHEMA, alias="schema")
    axis: Axis
    documents: tuple[DocumentInfo, ...]
    metrics: tuple[MetricChange, ...] = ()
    restated: tuple[Restated, ...] = ()
    priorities: tuple[PriorityChange, ...] = ()
    recommendations: tuple[RecommendationChange, ...] = ()
    findings: tuple[ThemeFindings, ...] = ()
    agencies: tuple[AgencyRow, ...] = ()
    side_by_side: tuple[SideBySide, ...] = ()
    notes: tuple[str, ...] = ()

    def to_frame(self, kind: str = "metrics", *, library: Literal["pandas", "polars"] | None = None) -> Any:
        """A tidy DataFrame: one row for each thing and document, `document` being the index in `documents`.

        Kinds: documents, metrics, restated, priorities, recommendations, findings, agencies, side_by_side. Made by
        pandas if it is installed, else by polars; ImportError says what to install where there is neither.
        """
        from report_extract.model.comparison_rows import frame_of

        return frame_of(self, kind, library)
