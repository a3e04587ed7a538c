"""From paths or documents to the papers of a check."""

from __future__ import annotations

from pathlib import Path

from report_extract.check.checking import check_papers
from report_extract.check.claims.lines import document_of
from report_extract.check.paper import Paper
from report_extract.errors import WrongUsage
from report_extract.extract.whole import extract_document
from report_extract.model.checks import CheckReport, Side
from report_extract.model.document import Document
from report_extract.model.extraction import DocumentKind
from report_extract.read import read
from report_extract.rules.load import RuleBook, load_rules


def prepared(
    cover: Document | str | Path | None,
    source: Document | str | Path | None,
    *,
    claims: str | None = None,
    book: RuleBook | None = None,
) -> CheckReport:
    """Reads and extracts what is given and checks it."""
    book = book or load_rules()
    if claims is not None:
        report = source if source is not None else cover
        if report is None:
            raise WrongUsage("claims need a report to be held against")
        paper = _paper(report, side="source", book=book)
        written = document_of(claims)
        facts = extract_document(written, book=book)
        return check_papers(Paper(written, facts, "cover"), paper, book=book, written_claims=True)
    papers = [_paper(d, side=side, book=book) for d, side in _sided(cover, source)]
    if len(papers) == 1:
        only = papers[0]
        is_cover = only.facts.document.kind is DocumentKind.cover_report
        side: Side = "cover" if is_cover else "source"
        only = Paper(only.document, only.facts, side)
        return check_papers(only if is_cover else None, None if is_cover else only, book=book)
    if not papers:
        raise WrongUsage("nothing to check: give a cover, a report, or both")
    return check_papers(papers[0], papers[1], book=book)


def _sided(
    cover: Document | str | Path | None, source: Document | str | Path | None
) -> list[tuple[Document | str | Path, Side]]:
    sides: list[tuple[Document | str | Path | None, Side]] = [(cover, "cover"), (source, "source")]
    return [(d, side) for d, side in sides if d is not None]


def _paper(given: Document | str | Path, *, side: Side, book: RuleBook) -> Paper:
    document = given if isinstance(given, Document) else read(given)
    return Paper(document, extract_document(document, book=book), side)
