"""The CheckReport: a cover held against its source report, in the field names of the JSON contract (check/1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from report_extract.model.base import Frozen
from report_extract.model.evidence import Evidence, Severity
from report_extract.model.extraction import DocumentInfo

CHECK_SCHEMA = "report-extract/check/1"

Evidences = tuple[Evidence, ...]
Side = Literal["cover", "source"]


class Verdict(StrEnum):
    supported = "supported"
    contradicted = "contradicted"
    not_found = "not_found"


class ClaimPart(Frozen):
    text: str = Field(description="The words of this piece")
    verdict: Verdict = Field(description="What the source says of it")
    reason: str = Field(description="Why, for people")


class Claim(Frozen):
    """A checkable statement and what the source says of it; `evidence` is best first.

    `parts` are the verdicts of the pieces where a sentence states several things. `reasons` are for people.
    """

    id: str = Field(description="Within this check")
    claim: str = Field(description="The statement's words")
    kind: str = Field(description="What sort of statement it is")
    verdict: Verdict = Field(description="What the source says of it as a whole")
    confidence: float = Field(ge=0, le=1, description="0 to 1: the share of such verdicts that are right")
    reasons: tuple[str, ...] = Field(description="Why, for people")
    cover_evidence: Evidences = Field(default=(), description="Where the cover states it")
    evidence: Evidences = Field(default=(), description="Passages of the source, best first")
    parts: tuple[ClaimPart, ...] = Field(
        default=(), description="Verdicts of the pieces, where a sentence states several things"
    )


class Unjudged(Frozen):
    """A sentence of the cover that states nothing checkable: procedure, a plan, an opinion. Listed, never judged."""

    text: str = Field(description="The sentence")
    why: Literal["procedure", "plan", "opinion", "question", "heading"] = Field(
        description="What it is instead of a checkable statement"
    )
    evidence: Evidences = Field(default=(), description="Where it stands")


class FigureFlag(Frozen):
    """An arithmetical relation that does not hold. `hypotheses` name possible repairs; none is ever applied."""

    code: str = Field(description="What it is, for programs")
    severity: Severity = Field(description="How serious it is; only what is certain is an error")
    message: str = Field(description="What it is, for people")
    stated: str = Field(description="What is printed")
    computed: str = Field(description="What the other printed figures give")
    document: Side = Field(description="Which of the two papers")
    hypotheses: tuple[str, ...] = Field(default=(), description="Possible repairs; none is ever applied")
    evidence: Evidences = Field(description="All figures of the relation")


class WordingFlag(Frozen):
    code: str = Field(description="What it is, for programs")
    severity: Severity = Field(description="How serious it is")
    message: str = Field(description="What it is, for people")
    document: Side = Field(description="Which of the two papers")
    evidence: Evidences = Field(description="Where it stands")


class Coverage(Frozen):
    """A priority, headline challenge or large number of the source, and whether the cover mentions it."""

    theme: str = Field(description="Id in the taxonomy of themes, or the number's subject")
    kind: Literal["priority", "challenge", "number"] = Field(description="What of the source it is")
    in_source: str = Field(description="The source's words")
    in_cover: bool = Field(description="Whether the cover mentions it")
    evidence: Evidences = Field(description="Where the source says it")
    cover_evidence: Evidences = Field(default=(), description="Where the cover mentions it")


class Requirement(Frozen):
    """A statutory or customary content requirement; found, partly found or not found. Never a verdict on the law."""

    id: str = Field(description="The rule's name")
    title: str = Field(description="What has to be there")
    authority: str = Field(description="Who asks for it, with the paragraph")
    document: Side = Field(description="Which of the two papers has to have it")
    status: Literal["found", "partly_found", "not_found"] = Field(
        description="Whether it is there; never a verdict on the law"
    )
    evidence: Evidences = Field(default=(), description="Where it was found")


class CheckSummary(Frozen):
    claims: int = Field(description="Statements judged")
    supported: int = Field(description="Of these, supported")
    contradicted: int = Field(description="Of these, contradicted")
    not_found: int = Field(description="Of these, not found")
    unjudged: int = Field(description="Sentences that state nothing checkable")
    figures: int = Field(description="Relations that do not hold")
    relations_tested: int = Field(description="Arithmetical relations looked at")
    wording: int = Field(description="Remarks on wording")
    coverage_missing: int = Field(description="Things of the source that the cover leaves out")
    requirements: dict[str, int] = Field(description="Requirements by their status")


class CheckReport(Frozen):
    """Everything that a check found. `source` or `cover` is None where only one paper was given."""

    schema_id: str = Field(default=CHECK_SCHEMA, alias="schema", description="Name and version of this contract")
    cover: DocumentInfo | None = Field(default=None, description="The cover; null where none was given")
    source: DocumentInfo | None = Field(default=None, description="The source report; null where none was given")
    claims: tuple[Claim, ...] = Field(
        default=(), description="Statements of the cover, and what the source says of them"
    )
    unjudged: tuple[Unjudged, ...] = Field(
        default=(), description="Sentences of the cover that state nothing checkable"
    )
    figures: tuple[FigureFlag, ...] = Field(default=(), description="Arithmetical relations that do not hold")
    wording: tuple[WordingFlag, ...] = Field(
        default=(), description="Slips of wording: wrong years, text left in, brackets, links"
    )
    coverage: tuple[Coverage, ...] = Field(
        default=(), description="Priorities, challenges and large numbers, and whether the cover mentions them"
    )
    requirements: tuple[Requirement, ...] = Field(default=(), description="What such papers have to contain")
    summary: CheckSummary = Field(description="Counts")
