"""The Extraction: the facts of one document, in the field names of the published JSON contract (extract/1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from report_extract.model.base import Frozen
from report_extract.model.evidence import Evidence, Notice

EXTRACT_SCHEMA = "report-extract/extract/1"

Evidences = tuple[Evidence, ...]


class DocumentKind(StrEnum):
    cover_report = "cover_report"
    annual_report = "annual_report"
    other = "other"


class Partnership(Frozen):
    id: str
    name: str


class DocumentInfo(Frozen):
    """Which document this is. `published` and the committee dates are ISO dates, or a month ("2025-01")."""

    name: str
    file: str
    sha256: str
    media_type: str
    pages: int
    readers: dict[str, int]
    kind: DocumentKind
    title: str | None = None
    partnership: Partnership | None = None
    reporting_year: str | None = None
    published: str | None = None


class Committee(Frozen):
    name: str
    purpose: tuple[str, ...] = ()
    date: str | None = None
    date_stated: str | None = None
    evidence: Evidences = ()


class Person(Frozen):
    name: str
    role: str | None = None
    email: str | None = None
    evidence: Evidences = ()


class LinkInfo(Frozen):
    text: str
    url: str | None
    evidence: Evidences = ()


class Cover(Frozen):
    """Every field of a cover report. None and empty mean: not stated. `fields` has each label as printed.

    `evidence` gives the provenance of the scalar fields by field name ("classification", "implications.financial").
    """

    council: str | None = None
    subject: str | None = None
    classification: str | None = None
    committees: tuple[Committee, ...] = ()
    report_of: str | None = None
    authors: tuple[Person, ...] = ()
    lead_member: str | None = None
    group_director: str | None = None
    wards: tuple[str, ...] = ()
    key_decision: str | None = None
    forward_plan_notice: str | None = None
    exempt_information: str | None = None
    strategic_plan_priority: str | None = None
    purpose_ticked: tuple[str, ...] = ()
    purpose_unticked: tuple[str, ...] = ()
    summary: str | None = None
    highlights: tuple[str, ...] = ()
    implications: dict[str, str] = Field(default_factory=dict)
    other_meetings: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    linked_reports: tuple[str, ...] = ()
    background_papers: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    links: tuple[LinkInfo, ...] = ()
    fields: dict[str, str] = Field(default_factory=dict)
    template: str | None = None
    evidence: dict[str, Evidences] = Field(default_factory=dict)


class SectionInfo(Frozen):
    id: str
    title: str
    level: int
    page_start: int
    page_end: int
    agency: str | None = None
    kind: str | None = None


class Compared(Frozen):
    value: float | None = None
    period: str | None = None


class Role(StrEnum):
    current = "current"
    previous = "previous"
    change_abs = "change_abs"
    change_pct = "change_pct"
    share = "share"
    target = "target"
    total = "total"
    cumulative = "cumulative"
    rank = "rank"


class Metric(Frozen):
    """One stated figure. `value` is a number in `unit`; `value_text` is as printed; `value_max` closes a range."""

    id: str
    metric: str | None = None
    label: str
    value: float
    value_max: float | None = None
    value_text: str
    unit: str
    qualifier: Literal["exact", "about", "over", "under", "almost"] = "exact"
    area: str | None = None
    agency: str | None = None
    period: str | None = None
    role: Role = Role.current
    direction: Literal["increase", "decrease"] | None = None
    compared_with: Compared | None = None
    source: Literal["text", "table", "figure"]
    confidence: float = Field(ge=0, le=1)
    evidence: Evidences


class Finding(Frozen):
    id: str
    kind: Literal["review", "audit", "inspection"]
    source: str | None = None
    number: int | None = None
    text: str
    agency: str | None = None
    theme: str | None = None
    grade: str | None = None
    evidence: Evidences


class Status(Frozen):
    """Where a recommendation stands: the RAG colour, a state (complete, in_progress, not_started, paused), the words."""

    rag: str | None = None
    state: str | None = None
    text: str | None = None


class Recommendation(Frozen):
    id: str
    kind: Literal["cover", "review", "audit", "other"]
    source: str | None = None
    number: int | None = None
    text: str
    action: str | None = None
    addressees: tuple[str, ...] = ()
    status: Status | None = None
    evidence: Evidences


class Priority(Frozen):
    id: str
    theme: str | None = None
    title: str
    owner: str | None = None
    year: str | None = None
    outcome: str | None = None
    pledge: str | None = None
    is_new: bool | None = None
    evidence: Evidences


class Remark(Frozen):
    """An achievement or a challenge that an agency states."""

    id: str
    text: str
    agency: str | None = None
    theme: str | None = None
    evidence: Evidences


class Review(Frozen):
    id: str
    kind: Literal["lcspr", "rapid_review", "audit", "inspection", "notification"]
    title: str
    status: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    count: int | None = None
    evidence: Evidences


class TableInfo(Frozen):
    """A table as rows of cells: text, true/false for ticks and crosses as {"value": bool, "printed": "✓"}, or None."""

    id: str
    title: str | None = None
    page: int
    page_end: int
    header: tuple[Any, ...]
    rows: tuple[tuple[Any, ...], ...]
    units: tuple[str | None, ...] = ()
    evidence: Evidences


class Extraction(Frozen):
    """Everything that was found in one document; serialised with `by_alias=True` so that `schema` is the first key."""

    schema_id: str = Field(default=EXTRACT_SCHEMA, alias="schema")
    document: DocumentInfo
    cover: Cover | None = None
    sections: tuple[SectionInfo, ...] = ()
    metrics: tuple[Metric, ...] = ()
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    priorities: tuple[Priority, ...] = ()
    achievements: tuple[Remark, ...] = ()
    challenges: tuple[Remark, ...] = ()
    reviews: tuple[Review, ...] = ()
    tables: tuple[TableInfo, ...] = ()
    notices: tuple[Notice, ...] = ()
