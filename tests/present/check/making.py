"""Checks made by hand: one of everything, on two sample papers, and one whose every word is hostile."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from report_extract.model.checks import (
    CheckReport,
    CheckSummary,
    Claim,
    ClaimPart,
    Coverage,
    FigureFlag,
    Requirement,
    Unjudged,
    Verdict,
    WordingFlag,
)
from report_extract.model.document import Document
from report_extract.model.evidence import Evidence, Severity
from report_extract.model.extraction import DocumentInfo, DocumentKind
from report_extract.read import read

SAMPLES = Path(__file__).parents[3] / "corpora" / "northmere-saltmarsh" / "2024-25"
HOSTILE = '"><img src=x onerror="boom()"><script>boom()</script></style></title><!-- {{ 7*7 }} \x1b[31m\u202e\''


@lru_cache
def cover() -> Document:
    return read(SAMPLES / "cover-saltmarsh.pdf")


@lru_cache
def source() -> Document:
    """Any second PDF will do; this one has a single page and is read at once."""
    return read(SAMPLES / "cover-northmere.pdf")


def words(document: Document, phrase: str) -> tuple[Evidence, ...]:
    start = document.text.index(phrase)
    return document.evidence(start, start + len(phrase))


def info(document: Document) -> DocumentInfo:
    return DocumentInfo(
        name=document.name,
        file=f"/home/somebody/private/{Path(document.file).name}",
        sha256=document.sha256,
        media_type=document.media_type,
        pages=len(document.pages),
        readers=document.readers,
        kind=DocumentKind.cover_report,
        title="Yearly report of the partnership",
        reporting_year="2024/25",
    )


def claim(number: int, verdict: Verdict, *, said: str = "A statement of the cover") -> Claim:
    here, there = cover().blocks[number], source().blocks[number]
    return Claim(
        id=f"c{number}",
        claim=f"{said} {number}",
        kind="count",
        verdict=verdict,
        confidence=0.9,
        reasons=("the report says 77, the cover 68",),
        cover_evidence=cover().evidence(here.start, here.end),
        evidence=source().evidence(there.start, there.end),
        parts=(
            ClaimPart(text="the first half", verdict=Verdict.supported, reason="the same"),
            ClaimPart(text="the second half", verdict=verdict, reason="another number"),
        ),
    )


def full_report() -> CheckReport:
    """One of everything: claims of each verdict, flags of each severity, topics, requirements."""
    here, there = words(cover(), "Saltmarsh")[:1], words(source(), "Northmere")[:1]
    return CheckReport(
        cover=info(cover()),
        source=info(source()),
        claims=(claim(1, Verdict.supported), claim(2, Verdict.contradicted), claim(3, Verdict.not_found)),
        unjudged=(Unjudged(text="We shall see.", why="opinion", evidence=here),),
        figures=(
            FigureFlag(
                code="total_of_lines",
                severity=Severity.error,
                message="“Total” is printed as 12; the lines sum to 13",
                stated="12",
                computed="13",
                document="source",
                hypotheses=("4 could be 3",),
                evidence=there,
            ),
        ),
        wording=(
            WordingFlag(
                code="stale_year", severity=Severity.warning, message="An old year", document="cover", evidence=here
            ),
            WordingFlag(
                code="acronym", severity=Severity.info, message="Not spelt out", document="source", evidence=there
            ),
        ),
        coverage=(
            Coverage(theme="neglect", kind="priority", in_source="Neglect", in_cover=True, evidence=there),
            Coverage(theme="parks", kind="priority", in_source="Harm in parks", in_cover=False, evidence=there),
        ),
        requirements=(
            Requirement(id="a", title="The wards", authority="Custom", document="cover", status="not_found"),
            Requirement(
                id="b", title="The date", authority="Custom", document="cover", status="partly_found", evidence=here
            ),
            Requirement(
                id="c", title="The body", authority="Custom", document="source", status="found", evidence=there
            ),
        ),
        summary=CheckSummary(
            claims=3,
            supported=1,
            contradicted=1,
            not_found=1,
            unjudged=1,
            figures=1,
            relations_tested=1200,
            wording=2,
            coverage_missing=1,
            requirements={"not_found": 1, "partly_found": 1, "found": 1},
        ),
    )


def hostile_report() -> CheckReport:
    """Every text that can come from a document tries to become markup, script or a template."""
    report = full_report()
    bad = [e.model_copy(update={"quote": HOSTILE, "section": HOSTILE}) for e in words(cover(), "Saltmarsh")]
    evidence = tuple(bad)
    paper = info(cover()).model_copy(update={"title": HOSTILE, "file": f"/tmp/{HOSTILE}", "name": HOSTILE})
    parts = (ClaimPart(text=HOSTILE, verdict=Verdict.supported, reason=HOSTILE),) * 2
    update = {"claim": HOSTILE, "reasons": (HOSTILE,), "cover_evidence": evidence, "evidence": evidence, "parts": parts}
    flag = {"message": HOSTILE, "code": HOSTILE, "evidence": evidence}
    return report.model_copy(
        update={
            "cover": paper,
            "source": paper,
            "claims": tuple(c.model_copy(update=update) for c in report.claims),
            "unjudged": tuple(u.model_copy(update={"text": HOSTILE, "evidence": evidence}) for u in report.unjudged),
            "figures": tuple(f.model_copy(update={**flag, "hypotheses": (HOSTILE,)}) for f in report.figures),
            "wording": tuple(f.model_copy(update=flag) for f in report.wording),
            "coverage": tuple(
                c.model_copy(update={"in_source": HOSTILE, "evidence": evidence}) for c in report.coverage
            ),
            "requirements": tuple(
                r.model_copy(update={"title": HOSTILE, "authority": HOSTILE, "evidence": evidence})
                for r in report.requirements
            ),
        }
    )
