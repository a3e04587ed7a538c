"""The Comparison of two or more documents, in the field names of the JSON contract (compare/1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from report_extract.model.base import Frozen, Number
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

    document: int = Field(description="Index in `documents`, from 0")
    value: Number | None = Field(
        default=None, description="The number, in the metric's unit; null where the document states none"
    )
    value_text: str | None = Field(default=None, description="As printed")
    label: str | None = Field(default=None, description="What is counted, in this document's words")
    area: str | None = Field(default=None, description="Which place it is about")
    period: str | None = Field(default=None, description="Of when it is")
    derived: str | None = Field(default=None, description="How the value was worked out, where it is not printed")
    evidence: Evidences = Field(default=(), description="Where it stands")


class MetricChange(Frozen):
    """One metric over the documents. `change` is last minus first, in the unit (percentage points for shares)."""

    metric: str | None = Field(default=None, description="Id in the catalogue of metrics; null where none fits")
    label: str = Field(description="What is counted")
    catalogue_label: str | None = Field(default=None, description="The catalogue's name of the metric")
    unit: str = Field(description="count, percent, gbp, weeks, ...")
    role: Literal["target", "rank"] | None = Field(default=None, description="Set where these are targets or ranks")
    area: str | None = Field(default=None, description="Which place it is about")
    agency: str | None = Field(default=None, description="Which agency it is about")
    values: tuple[StatedValue, ...] = Field(description="One entry for each document")
    change: Number | None = Field(
        default=None, description="Last minus first, in the unit (percentage points for shares)"
    )
    change_pct: Number | None = Field(default=None, description="The change in per cent of the first value")
    status: MetricStatus = Field(description="What became of it, or that the values cannot be compared")
    reading: Reading = Field(default=Reading.neutral, description="Whether the change is good, by the catalogue")
    why: str | None = Field(default=None, description="Why it is read so, or why the values cannot be compared")
    similarity: float | None = Field(
        default=None, description="How alike the labels are, where words alone joined them"
    )


class Restated(Frozen):
    """A later report's "previous" value beside what the earlier report itself stated for that period."""

    metric: str | None = Field(default=None, description="Id in the catalogue of metrics; null where none fits")
    label: str = Field(description="What is counted")
    catalogue_label: str | None = Field(default=None, description="What the catalogue calls it")
    unit: str = Field(description="count, percent, gbp, weeks, ...")
    area: str | None = Field(default=None, description="Which place it is about")
    period: str | None = Field(default=None, description="The period that both speak of")
    first_stated: Number | None = Field(default=None, description="What the earlier report stated for it")
    later_stated: Number = Field(description="What the later report states for it")
    first_document: int | None = Field(
        default=None, description="Index in `documents`; null where that report is not at hand"
    )
    later_document: int = Field(description="Index in `documents`")
    status: Literal["same", "restated", "first_not_at_hand"] = Field(description="Whether the two agree")
    evidence: Evidences = Field(description="Where both stand")


class PriorityChange(Frozen):
    """A priority through the documents: `titles` has one entry a document, null where it has none like it.

    Between years a priority is kept, renamed, new or dropped; between partnerships it is shared or single.
    """

    theme: str | None = Field(default=None, description="Id in the taxonomy of themes")
    titles: tuple[str | None, ...] = Field(
        description="One for each document as printed; null where it has none like it"
    )
    status: Literal["kept", "renamed", "new", "dropped", "shared", "single"] = Field(description="What became of it")
    similarity: float | None = Field(default=None, description="How alike the titles are")
    why: str | None = Field(default=None, description="What joins the titles")
    evidence: Evidences = Field(default=(), description="Where they stand")
    evidence_documents: tuple[int, ...] = Field(
        default=(), description="For each piece of evidence the index in `documents` of the one that it stands in"
    )


class RecommendationChange(Frozen):
    text: str = Field(description="The words")
    source: str | None = Field(default=None, description="The review, audit or paper, as it is called")
    number: int | None = Field(default=None, description="The printed number")
    first_made: int = Field(description="Index in `documents` of the first that makes it")
    status_before: str | None = Field(default=None, description="Where it stood earlier")
    status_now: str | None = Field(default=None, description="Where it stands in the last document")
    status: Literal["new", "still_open", "completed", "no_longer_mentioned", "made"] = Field(
        description="What became of it"
    )
    similarity: float | None = Field(default=None, description="How alike the wordings are")
    evidence: Evidences = Field(default=(), description="Where they stand")
    evidence_documents: tuple[int, ...] = Field(
        default=(), description="For each piece of evidence the index in `documents` of the one that it stands in"
    )


class ThemeFindings(Frozen):
    theme: str = Field(description="Id in the taxonomy of themes")
    counts: tuple[int, ...] = Field(description="Number of findings, one for each document")
    texts: tuple[tuple[str, ...], ...] = Field(description="The findings, one list for each document")
    evidence: Evidences = Field(default=(), description="Where they stand")


class AgencyRow(Frozen):
    """What each document says of one agency: its funding share in per cent, attendance, and impact or activity only."""

    agency: str = Field(description="As it is called, with the name that is spelled out most")
    group: str | None = Field(default=None, description="What kind of body it is; null where the packs do not say")
    funding_pct: tuple[float | None, ...] = Field(
        description="Its share of the income in per cent, one for each document"
    )
    attendance_pct: tuple[float | None, ...] = Field(description="Its attendance in per cent, one for each document")
    reports_impact: tuple[bool | None, ...] = Field(
        description="Whether it tells of impact and not of activity only, one for each document"
    )
    evidence: Evidences = Field(default=(), description="Where it stands")


class SideBySide(Frozen):
    """One fact about the reports themselves (structure, reviews), as each document has it."""

    topic: Literal["structure", "reviews", "funding"] = Field(description="What of the reports it is about")
    what: str = Field(description="The fact")
    values: tuple[str | None, ...] = Field(description="As each document has it")
    evidence: Evidences = Field(default=(), description="Where it stands")


class Comparison(Frozen):
    schema_id: str = Field(default=COMPARE_SCHEMA, alias="schema", description="Name and version of this contract")
    axis: Axis = Field(description="Whether years, partnerships or both are compared")
    documents: tuple[DocumentInfo, ...] = Field(description="The documents compared, in order")
    metrics: tuple[MetricChange, ...] = Field(default=(), description="Metrics over the documents")
    restated: tuple[Restated, ...] = Field(default=(), description="Earlier values as a later report gives them")
    priorities: tuple[PriorityChange, ...] = Field(default=(), description="Priorities through the documents")
    recommendations: tuple[RecommendationChange, ...] = Field(
        default=(), description="Recommendations through the documents"
    )
    findings: tuple[ThemeFindings, ...] = Field(default=(), description="Findings by theme")
    agencies: tuple[AgencyRow, ...] = Field(default=(), description="What each document says of an agency")
    side_by_side: tuple[SideBySide, ...] = Field(default=(), description="Facts about the reports themselves")
    notes: tuple[str, ...] = Field(default=(), description="What a person should know about this comparison")

    def to_frame(self, kind: str = "metrics", *, library: Literal["pandas", "polars"] | None = None) -> Any:
        """A tidy DataFrame: one row for each thing and document, `document` being the index in `documents`.

        Kinds: documents, metrics, restated, priorities, recommendations, findings, agencies, side_by_side. Made by
        pandas if it is installed, else by polars; ImportError says what to install where there is neither.
        """
        from report_extract.model.comparison_rows import frame_of

        return frame_of(self, kind, library)
