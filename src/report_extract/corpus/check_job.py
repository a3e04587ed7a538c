"""What the reading process does for a check: takes the papers one by one, then checks what it took.

The papers stay in that process, so that each has its own time limit and the name of the one that hangs is known, while
nothing large travels twice.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from report_extract.check.checking import check_papers
from report_extract.check.claims.lines import document_of
from report_extract.check.paper import Paper
from report_extract.corpus.fingerprint import fingerprint
from report_extract.errors import InternalError, ReportExtractError
from report_extract.extract.whole import extract_document
from report_extract.model.checks import CheckReport, Side
from report_extract.model.document import Document
from report_extract.model.extraction import DocumentKind, Extraction
from report_extract.read import read
from report_extract.rules.load import RuleBook, load_rules

_taken: dict[Side, Paper] = {}


def take_paper(
    file: Path, *, side: Side, password: str | None, ocr: bool, rules: Sequence[str], known: str | None
) -> Document:
    """Reads one paper and finds its facts, or takes them from `known`, the JSON of an earlier `extract`.

    Raises UnreadableDocument, BadRule, and InternalError for a defect of ours.
    """
    folders = tuple(Path(folder) for folder in rules)
    book = load_rules(folders)
    document = read(file, password=password, ocr=ocr)
    facts = _known_facts(Path(known), document, fingerprint(folders)) if known else None
    _taken[side] = Paper(document, facts or _facts(document, file, book), side)
    return document


def check_taken(
    file: Path, *, sides: Sequence[Side], claims: str | None, claims_name: str, rules: Sequence[str]
) -> CheckReport:
    """The check of the papers taken for `sides`; with `claims` (a text) those are judged on the source, not a cover.

    `file` is only named in faults. A single paper is a cover or a report by what it is.
    """
    book = load_rules(tuple(Path(folder) for folder in rules))
    try:
        return _checked([_taken.pop(side) for side in sides], book, claims=claims, claims_name=claims_name)
    except (ReportExtractError, MemoryError, RecursionError):
        raise
    except Exception as fault:
        raise InternalError(f"{file.name}: {type(fault).__name__}: {fault}", traceback.format_exc()) from fault


def _checked(papers: Sequence[Paper], book: RuleBook, *, claims: str | None, claims_name: str) -> CheckReport:
    if claims is not None:
        written = document_of(claims, name=claims_name)
        statements = Paper(written, extract_document(written, book=book), "cover")
        return check_papers(statements, papers[0], book=book, written_claims=True)
    if len(papers) == 2:
        return check_papers(papers[0], papers[1], book=book)
    (only,) = papers
    if only.facts.document.kind is DocumentKind.cover_report:
        return check_papers(Paper(only.document, only.facts, "cover"), None, book=book)
    return check_papers(None, Paper(only.document, only.facts, "source"), book=book)


def _facts(document: Document, file: Path, book: RuleBook) -> Extraction:
    try:
        return extract_document(document, book=book)
    except (ReportExtractError, MemoryError, RecursionError):
        raise
    except Exception as fault:
        raise InternalError(f"{file.name}: {type(fault).__name__}: {fault}", traceback.format_exc()) from fault


def _known_facts(json: Path, document: Document, made_by: str) -> Extraction | None:
    """Facts of the same bytes, read in the same way, found by the same code and rules; None for anything else."""
    with suppress(OSError, ValueError):
        facts = Extraction.model_validate_json(json.read_bytes())
        about = facts.document
        if (about.sha256, about.readers, facts.made_by) == (document.sha256, document.readers, made_by):
            return facts.model_copy(update={"document": about.model_copy(update={"file": document.file})})
    return None
