"""One document, every kind of fact: covers and reports go their own ways after they are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.extract.coding import find_coding
from report_extract.extract.cover.find import CoverFindings, find_cover
from report_extract.extract.findings import find_findings
from report_extract.extract.identity import Identity, identify
from report_extract.extract.metrics.find import find_metrics
from report_extract.extract.priorities import find_priorities
from report_extract.extract.recommendations import find_recommendations
from report_extract.extract.remarks import find_achievements, find_challenges
from report_extract.extract.reviews import find_reviews
from report_extract.extract.sections import find_sections
from report_extract.extract.story import Story
from report_extract.extract.tables import find_tables
from report_extract.model.document import Document
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import DocumentInfo, Extraction, Metric
from report_extract.rules.load import RuleBook

# Fields of a cover whose sentences state figures of the report behind it; its head and its formulas do not.
_STATING = ("summary", "highlights")


def extract_document(document: Document, *, book: RuleBook) -> Extraction:
    """All facts of a document under the rules of a book."""
    identity = identify(document, book=book)
    if identity.cover is not None:
        return _cover(document, identity, find_cover(identity.cover, year_end=identity.year_end), book)
    return _report(document, identity, book)


def _info(document: Document, identity: Identity) -> DocumentInfo:
    return DocumentInfo(
        name=document.name,
        file=document.file,
        sha256=document.sha256,
        media_type=document.media_type,
        pages=len(document.pages),
        readers=document.readers,
        kind=identity.kind,
        title=identity.title,
        partnership=identity.partnership,
        reporting_year=identity.reporting_year,
        published=identity.published,
    )


def _cover(document: Document, identity: Identity, found: CoverFindings, book: RuleBook) -> Extraction:
    """A cover's facts; of its figures those of the parts that speak about the report."""
    metrics = find_metrics(document, book=book, reporting_year=identity.reporting_year)
    spans = [e for name in _STATING for e in found.cover.evidence.get(name, ())]
    spans += [e for remark in (*found.achievements, *found.challenges) for e in remark.evidence]
    return Extraction(
        document=_info(document, identity),
        cover=found.cover,
        sections=find_sections(document, book=book),
        metrics=tuple(m for m in metrics if _within(m, spans)),
        recommendations=found.recommendations,
        priorities=found.priorities,
        achievements=found.achievements,
        challenges=found.challenges,
        tables=find_tables(document, book=book),
        notices=(*document.notices, *found.notices),
    )


def _within(metric: Metric, spans: Sequence[Evidence]) -> bool:
    return any(s.start <= e.start and e.end <= s.end for e in metric.evidence for s in spans)


def _report(document: Document, identity: Identity, book: RuleBook) -> Extraction:
    story = Story(document, book=book)
    year = identity.reporting_year
    return Extraction(
        document=_info(document, identity),
        sections=find_sections(document, book=book, story=story),
        metrics=find_metrics(document, book=book, reporting_year=year, scope=story.scope),
        findings=find_findings(document, book=book, story=story),
        recommendations=find_recommendations(document, book=book, story=story),
        priorities=find_priorities(document, book=book, story=story),
        achievements=find_achievements(document, book=book, story=story),
        challenges=find_challenges(document, book=book, story=story),
        reviews=find_reviews(document, book=book, story=story),
        coding=find_coding(document, book=book, story=story),
        tables=find_tables(document, book=book),
        notices=document.notices,
    )
