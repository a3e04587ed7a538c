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
    text: str
    verdict: Verdict
    reason: str


class Claim(Frozen):
    """A checkable statement and what the source says of it; `evidence` is best first.

    `parts` are the verdicts of the pieces where a sentence states several things. `reasons` are for people.
    """

    id: str
    claim: str
    kind: str
    verdict: Verdict
    confidence: float = Field(ge=0, le=1)
    reasons: tuple[str, ...]
    cover_evidence: Evidences = ()
    evidence: Evidences = ()
    parts: tuple[ClaimPart, ...] = ()


class Unjudged(Frozen):
    """A sentence of the cover that states nothing checkable: procedure, a plan, an opinion. Listed, never judged."""

    text: str
    why: Literal["procedure", "plan", "opinion", "question", "heading"]
    evidence: Evidences = ()


class FigureFlag(Frozen):
    """An arithmetical relation that does not hold. `hypotheses` name possible repairs; none is ever applied."""

    code: str
    severity: Severity
    message: str
    stated: str
    computed: str
    document: Side
    hypotheses: tuple[str, ...] = ()
    evidence: Evidences


class WordingFlag(Frozen):
    code: str
    severity: Severity
    message: str
    document: Side
    evidence: Evidences


class Coverage(Frozen):
    """A priority, headline challenge or large number of the source, and whether the cover mentions it."""

    theme: str
    kind: Literal["priority", "challenge", "number"]
    in_source: str
    in_cover: bool
    evidence: Evidences
    cover_evidence: Evidences = ()


class Requirement(Frozen):
    """A statutory or customary content requirement; found, partly found or not found. Never a verdict on the law."""

    id: str
    title: str
    authority: str
    document: Side
    status: Literal["found", "partly_found", "not_found"]
    evidence: Evidences = ()


class CheckSummary(Frozen):
    claims: int
    supported: int
    contradicted: int
    not_found: int
    unjudged: int
    figures: int
    relations_tested: int
    wording: int
    coverage_missing: int
    requirements: dict[str, int]


class CheckReport(Frozen):
    """Everything that a check found. `source` or `cover` is None where only one paper was given."""

    schema_id: str = Field(default=CHECK_SCHEMA, alias="schema")
    cover: DocumentInfo | None = None
    source: DocumentInfo | None = None
    claims: tuple[Claim, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    figures: tuple[FigureFlag, ...] = ()
    wording: tuple[WordingFlag, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    summary: CheckSummary
