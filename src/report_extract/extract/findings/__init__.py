"""Findings: numbered ones of reviews, judgements of audits, what inspectors found, with grade and body."""

from __future__ import annotations

from collections.abc import Iterator

from report_extract.extract.findings.inspections import inspection_findings, inspections_in_tables
from report_extract.extract.findings.judgements import REVIEWED, audit_findings
from report_extract.extract.findings.spans import Found, same_finding
from report_extract.extract.numbered import Numbered, number_of, numbered_things
from report_extract.extract.rows import cells_with, rows_with
from report_extract.extract.sources import source_at
from report_extract.extract.story import Story
from report_extract.extract.themes import theme_of
from report_extract.language.headings import meanings_of
from report_extract.model.document import Document
from report_extract.model.extraction import Finding
from report_extract.rules.kinds.statements import Says
from report_extract.rules.load import RuleBook

AUDITED = frozenset({"audits"})
SHORTEST_CELL = 2  # words; a cell of no more is a mark or a name


def find_findings(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Finding, ...]:
    """All findings in the order of the text; a finding stated twice keeps both places as evidence."""
    story = story or Story(document, book=book)
    numbered = numbered_things(story, Says.finding_number)
    recommended = numbered_things(story, Says.recommendation_number)
    found = [
        *(_numbered(thing, story) for thing in numbered),
        *_in_tables(story),
        *_strengths_in_tables(story),
        *inspections_in_tables(story),
        *audit_findings(story, taken=(*numbered, *recommended)),
        *inspection_findings(story, taken=(*numbered, *recommended)),
    ]
    merged = same_finding(sorted(found, key=lambda f: f.spans[0]))
    return tuple(_finding(f, story, i) for i, f in enumerate(merged, start=1))


def _numbered(thing: Numbered, story: Story) -> Found:
    audited = AUDITED & story.meanings_at(thing.start) and not _of_review(story, thing.start)
    return Found(
        kind="audit" if audited else "review",
        spans=thing.spans,
        rule=thing.rule,
        number=thing.number,
        source=source_at(story, thing.start),
        agency=story.speaker(thing.start),
    )


def _of_review(story: Story, offset: int) -> bool:
    path = story.document.section_path(offset)
    return any("practice_reviews" in meanings_of(s.title, story.book) for s in path)


def _in_tables(story: Story) -> Iterator[Found]:
    for row in rows_with(story.document, "finding", book=story.book):
        cell = row.cells["finding"]
        printed = row.cells["number"].text.strip(" .)FRfr") if "number" in row.cells else None
        if len(cell.text.split()) > SHORTEST_CELL:
            yield Found(
                kind="audit" if AUDITED & story.meanings_at(row.start) else "review",
                spans=((cell.start, cell.end),),
                rule="statements/column_finding",
                number=number_of(printed),
                source=source_at(story, row.start),
                agency=story.speaker(row.start),
            )


def _strengths_in_tables(story: Story) -> Iterator[Found]:
    """What stands below "Strengths" and "Areas for improvement" in the table of an audit or a review."""
    for table, cell in cells_with(story.document, "strength", book=story.book):
        about = story.meanings_at(table.start) | meanings_of(table.title or "", story.book)
        if about & REVIEWED and len(cell.text.split()) > SHORTEST_CELL:
            yield Found(
                kind="audit" if AUDITED & about else "review",
                spans=((cell.start, cell.end),),
                rule="statements/column_strength",
                source=source_at(story, cell.start),
                agency=story.speaker(cell.start),
            )


def _finding(found: Found, story: Story, index: int) -> Finding:
    text = found.text(story)
    evidence = tuple(e for a, b in found.spans + found.also for e in story.document.evidence(a, b, rule=found.rule))
    return Finding(
        id=f"finding-{index}",
        kind=found.kind,
        source=found.source,
        number=found.number,
        text=text,
        agency=found.agency,
        theme=theme_of(text, book=story.book),
        grade=found.grade,
        evidence=evidence,
    )
