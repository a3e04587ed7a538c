"""The Extraction: the facts of one document, in the field names of the published JSON contract (extract/1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from report_extract.model.base import Frozen, Number
from report_extract.model.evidence import Evidence, Notice

EXTRACT_SCHEMA = "report-extract/extract/1"

Evidences = tuple[Evidence, ...]


class DocumentKind(StrEnum):
    cover_report = "cover_report"
    annual_report = "annual_report"
    other = "other"


class Partnership(Frozen):
    id: str = Field(
        description="Short name: that of the pack that knows the partnership, else its acronym in small letters"
    )
    name: str = Field(description="Full name")
    place: str | None = Field(
        default=None,
        description="Where no pack knows the partnership: its place, which tells two of one acronym apart and stays "
        "when the name changes",
    )
    acronym: str | None = Field(default=None, description="As the document prints it; several may share it")

    @property
    def key(self) -> str:
        """What tables and stores know it by, over the years: its place, or the short name where a pack knows it."""
        return self.place or self.id


class DocumentInfo(Frozen):
    """Which document this is. `published` and the committee dates are ISO dates, or a month ("2025-01")."""

    name: str = Field(description="The file's name without its suffix")
    file: str = Field(description="The path as it was given")
    sha256: str = Field(description="Of the file's bytes, in hexadecimal")
    media_type: str = Field(description="What the content is, whatever the file is called")
    pages: int = Field(description="Number of pages")
    readers: dict[str, int] = Field(description="How many pages each reader read, e.g. {'pdfium': 150, 'ocr': 2}")
    kind: DocumentKind = Field(description="What sort of paper it is")
    title: str | None = Field(default=None, description="As printed")
    partnership: Partnership | None = Field(
        default=None, description="Whose report it is, or whose report it introduces"
    )
    reporting_year: str | None = Field(default=None, description="The year reported on, as 2024/25")
    published: str | None = Field(default=None, description="ISO date, or a month (2025-01)")


class Committee(Frozen):
    name: str = Field(description="As printed")
    purpose: tuple[str, ...] = Field(
        default=(), description="What the committee is asked to do: for decision, for information"
    )
    date: str | None = Field(default=None, description="Of the meeting, ISO")
    date_stated: str | None = Field(default=None, description="The date as printed")
    evidence: Evidences = ()


class Person(Frozen):
    name: str = Field(description="As printed, without the role")
    role: str | None = Field(default=None, description="Job title")
    email: str | None = Field(default=None, description="Address")
    evidence: Evidences = ()


class LinkInfo(Frozen):
    text: str = Field(description="The linked words")
    url: str | None = Field(description="Where it leads; null or # leads nowhere")
    evidence: Evidences = ()


class Cover(Frozen):
    """Every field of a cover report. None and empty mean: not stated. `fields` has each label as printed.

    `evidence` gives the provenance of the scalar fields by field name ("classification", "implications.financial").
    """

    council: str | None = Field(default=None, description="Whose paper it is")
    subject: str | None = Field(default=None, description="What the paper is about")
    classification: str | None = Field(default=None, description="Public, unrestricted, exempt: as printed")
    committees: tuple[Committee, ...] = Field(default=(), description="The meetings that it goes to")
    report_of: str | None = Field(default=None, description="Who submits it")
    authors: tuple[Person, ...] = Field(default=(), description="Who wrote it")
    lead_member: str | None = Field(default=None, description="The responsible councillor")
    group_director: str | None = Field(default=None, description="The responsible director")
    wards: tuple[str, ...] = Field(default=(), description="Wards affected")
    key_decision: str | None = Field(default=None, description="As printed")
    forward_plan_notice: str | None = Field(default=None, description="Date or words of the notice")
    exempt_information: str | None = Field(default=None, description="As printed")
    strategic_plan_priority: str | None = Field(default=None, description="As printed")
    purpose_ticked: tuple[str, ...] = Field(default=(), description="Labels of the purposes whose box is ticked")
    purpose_unticked: tuple[str, ...] = Field(default=(), description="Labels of the purposes whose box is empty")
    summary: str | None = Field(default=None, description="The summary's words")
    highlights: tuple[str, ...] = Field(default=(), description="The points of a list of highlights")
    implications: dict[str, str] = Field(
        default_factory=dict,
        description="What is said under each heading of implications: financial, legal, equalities, ...",
    )
    other_meetings: tuple[str, ...] = Field(default=(), description="Other committees named, with their dates")
    appendices: tuple[str, ...] = Field(default=(), description="As listed")
    linked_reports: tuple[str, ...] = Field(default=(), description="As listed")
    background_papers: tuple[str, ...] = Field(default=(), description="As listed")
    contacts: tuple[str, ...] = Field(default=(), description="Lines of contact details")
    links: tuple[LinkInfo, ...] = Field(default=(), description="Hyperlinks")
    fields: dict[str, str] = Field(default_factory=dict, description="Every label as printed, and its value")
    template: str | None = Field(default=None, description="The rule that recognised the form of the paper")
    evidence: dict[str, Evidences] = Field(
        default_factory=dict,
        description="Where each scalar field stands, by its name ('classification', 'implications.financial')",
    )


class SectionInfo(Frozen):
    id: str = Field(description="Within this document")
    title: str = Field(description="The heading as printed")
    level: int = Field(description="1 is the highest")
    page_start: int = Field(description="First page")
    page_end: int = Field(description="Last page")
    agency: str | None = Field(default=None, description="Whose section it is")
    kind: str | None = Field(default=None, description="What the section is about (attendance, audits, finance, ...)")


class Compared(Frozen):
    value: Number | None = Field(default=None, description="The other value, in the same unit")
    period: str | None = Field(default=None, description="Of when it is")


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

    id: str = Field(description="Within this document")
    metric: str | None = Field(
        default=None,
        description="Id in the catalogue of metrics (`report-extract rules list metrics`); null where none fits",
    )
    label: str = Field(description="What is counted")
    value: Number = Field(description="The number, in `unit`")
    value_max: Number | None = Field(default=None, description="The upper end, where a range is stated")
    value_text: str = Field(description="As printed")
    unit: str = Field(description="count, percent, gbp, weeks, ...")
    qualifier: Literal["exact", "about", "over", "under", "almost"] = Field(
        default="exact", description="How exact the words are: about, over, under, almost"
    )
    area: str | None = Field(default=None, description="Which place it is about")
    agency: str | None = Field(default=None, description="Which agency it is about")
    period: str | None = Field(default=None, description="Of when it is: 2024/25, or a date")
    role: Role = Field(
        default=Role.current,
        description="What the number is to its metric: the current value, the previous one, a change, a share, ...",
    )
    direction: Literal["increase", "decrease"] | None = Field(
        default=None, description="Which way it changed, where that is stated"
    )
    compared_with: Compared | None = Field(default=None, description="The value that it is compared with")
    source: Literal["text", "table", "figure"] = Field(
        description="Where it was found: a sentence, a table cell, a figure"
    )
    confidence: float = Field(
        ge=0,
        le=1,
        description="0 to 1: the share of metrics found in this way that are right, as measured (confidence.md)",
    )
    inferred: tuple[Literal["area", "period"], ...] = Field(
        default=(),
        description="Which of area and period the figure's own words do not state: they come from headings, the "
        "sentences before, or the report as a whole",
    )
    caution: str | None = Field(
        default=None, description="Words beside the figure that say that the way of counting changed"
    )
    evidence: Evidences


class Finding(Frozen):
    id: str = Field(description="Within this document")
    kind: Literal["review", "audit", "inspection"] = Field(description="Of what it is a finding")
    source: str | None = Field(default=None, description="The review, audit or inspection, as it is called")
    number: int | None = Field(default=None, description="The printed number")
    text: str = Field(description="The words")
    agency: str | None = Field(default=None, description="Whom it concerns")
    theme: str | None = Field(default=None, description="Id in the taxonomy of themes")
    grade: str | None = Field(default=None, description="The judgement of an inspection")
    evidence: Evidences


class Status(Frozen):
    """Where a recommendation stands: the RAG colour, the state, the words."""

    rag: str | None = Field(default=None, description="red, amber, green, blue, ...")
    state: str | None = Field(default=None, description="complete, in_progress, not_started, paused, delayed")
    text: str | None = Field(default=None, description="The words that say where it stands")


class Recommendation(Frozen):
    id: str = Field(description="Within this document")
    kind: Literal["cover", "review", "audit", "other"] = Field(
        description="Who recommends: the cover's author, a review, an audit"
    )
    source: str | None = Field(default=None, description="The review, audit or paper, as it is called")
    number: int | None = Field(default=None, description="The printed number")
    text: str = Field(description="The words")
    action: str | None = Field(default=None, description="What is asked for in one verb: note, approve, agree, ...")
    addressees: tuple[str, ...] = Field(default=(), description="Who shall act")
    status: Status | None = Field(default=None, description="Where it stands")
    evidence: Evidences


class Priority(Frozen):
    """A priority of the partnership or of an agency; heading, outcome and pledge joined."""

    id: str = Field(description="Within this document")
    kind: Literal["partnership", "local", "agency"] | None = Field(
        default=None, description="The partnership's own, one of its local strategic themes, or an agency's"
    )
    stage: Literal["reported", "ahead"] | None = Field(
        default=None, description="Reported on as the year's work, or set out for the time ahead"
    )
    number: int | None = Field(default=None, description="The number printed with it")
    theme: str | None = Field(default=None, description="Id in the taxonomy of themes")
    title: str = Field(description="As printed")
    owner: str | None = Field(default=None, description="Whose priority it is")
    year: str | None = Field(default=None, description="Of when it is")
    outcome: str | None = Field(default=None, description="What shall be reached")
    pledge: str | None = Field(default=None, description="What is promised")
    is_new: bool | None = Field(default=None, description="Whether the report calls it new; null where it does not say")
    evidence: Evidences


class Remark(Frozen):
    """An achievement or a challenge that an agency states."""

    id: str = Field(description="Within this document")
    text: str = Field(description="The words")
    agency: str | None = Field(default=None, description="Who states it")
    theme: str | None = Field(default=None, description="Id in the taxonomy of themes")
    evidence: Evidences


class Review(Frozen):
    id: str = Field(description="Within this document")
    kind: Literal["lcspr", "rapid_review", "audit", "inspection", "notification"] = Field(
        description="What sort of review"
    )
    title: str = Field(description="As it is called")
    status: str | None = Field(default=None, description="published, in progress, ...")
    authors: tuple[str, ...] = Field(default=(), description="As printed")
    published: str | None = Field(default=None, description="ISO date or month")
    count: int | None = Field(default=None, description="How many, where only a number is stated")
    evidence: Evidences


class Coded(Frozen):
    """A sentence as a researcher codes it: work done, what it is known from, an effect, how training was evaluated."""

    id: str = Field(description="Within this document")
    code: Literal["activity", "evidence", "impact", "training", "evaluation", "review_action"] = Field(
        description="Work done; what something is known from; an effect on children or practice; training described; "
        "training evaluated; what was done after a review"
    )
    level: Literal["reaction", "learning", "behaviour", "outcome"] | None = Field(
        default=None, description="Of an evaluation of training, after Kirkpatrick"
    )
    text: str = Field(description="The words")
    agency: str | None = Field(default=None, description="Whose section it stands in")
    theme: str | None = Field(default=None, description="Id in the taxonomy of themes, by its words or its headings")
    evidence: Evidences


class TableInfo(Frozen):
    """A table as rows of cells: text, true/false for ticks and crosses as {"value": bool, "printed": "✓"}, or None."""

    id: str = Field(description="Within this document")
    title: str | None = Field(default=None, description="As printed")
    page: int = Field(description="First page")
    page_end: int = Field(description="Last page")
    header: tuple[Any, ...] = Field(description="Words above each column")
    rows: tuple[tuple[Any, ...], ...] = Field(
        description="Cells: text, {'value': true or false, 'printed': '✓'} for ticks and crosses, or null"
    )
    units: tuple[str | None, ...] = Field(default=(), description="The unit that each column's header states")
    evidence: Evidences


class Extraction(Frozen):
    """Everything that was found in one document; serialised with `by_alias=True` so that `schema` is the first key."""

    schema_id: str = Field(default=EXTRACT_SCHEMA, alias="schema", description="Name and version of this contract")
    document: DocumentInfo = Field(description="Which document this is")
    cover: Cover | None = Field(default=None, description="The fields of a cover report; null for other documents")
    sections: tuple[SectionInfo, ...] = Field(default=(), description="The outline")
    metrics: tuple[Metric, ...] = Field(default=(), description="Stated figures")
    findings: tuple[Finding, ...] = Field(default=(), description="Of reviews, audits and inspections")
    recommendations: tuple[Recommendation, ...] = Field(default=(), description="With where they stand")
    priorities: tuple[Priority, ...] = Field(default=(), description="Priorities, their outcomes and pledges")
    achievements: tuple[Remark, ...] = Field(default=(), description="What agencies say that they achieved")
    challenges: tuple[Remark, ...] = Field(default=(), description="What agencies say is hard")
    reviews: tuple[Review, ...] = Field(default=(), description="Reviews, audits and inspections")
    coding: tuple[Coded, ...] = Field(default=(), description="Sentences for the coding sheet of researchers")
    tables: tuple[TableInfo, ...] = Field(default=(), description="Every table, cell by cell")
    notices: tuple[Notice, ...] = Field(default=(), description="What a person should know about this document")
    made_by: str | None = Field(
        default=None, description="Version and hash of the code and rules that found this: the same hash finds the same"
    )
