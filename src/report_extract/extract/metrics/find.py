"""Document → metrics, each with label, catalogue id, area, agency, period, role, direction and evidence."""

from __future__ import annotations

from report_extract.extract.metrics.announced import Announced
from report_extract.extract.metrics.catalogue import catalogue
from report_extract.extract.metrics.cautions import with_cautions
from report_extract.extract.metrics.confidence import confidence_of
from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.figures import from_figures
from report_extract.extract.metrics.merge import merged
from report_extract.extract.metrics.places import Places
from report_extract.extract.metrics.prose import from_prose
from report_extract.extract.metrics.single import Tools
from report_extract.extract.metrics.tables import from_tables
from report_extract.extract.metrics.when import Clock
from report_extract.language.lexicon import lexicon
from report_extract.language.masks import numbered_names
from report_extract.language.scope import Scope
from report_extract.model.document import Document
from report_extract.model.extraction import Metric
from report_extract.rules.load import RuleBook


def find_metrics(
    document: Document, *, book: RuleBook, reporting_year: str | None = None, scope: Scope | None = None
) -> tuple[Metric, ...]:
    """All metrics in the order of their first mention.

    `reporting_year` ("2024/25") gives "the previous year" a name and is the period of past statements that name none;
    without it those have none. `scope` may be handed in where it was built already.
    """
    words = lexicon(book)
    clock = Clock(reporting_year, words)
    tools = Tools(
        document=document,
        lexicon=words,
        catalogue=catalogue(book),
        places=Places(scope or Scope(document, book=book)),
        clock=clock,
        announced=Announced(document, clock),
        names=numbered_names(document.text),
    )
    drafts = sorted((*from_prose(tools), *from_tables(tools), *from_figures(tools)), key=lambda d: d.start)
    found = (_metric(document, draft, i) for i, draft in enumerate(merged(drafts), start=1))
    return with_cautions(found, document, book=book)


def _metric(document: Document, draft: Draft, index: int) -> Metric:
    rule = draft.rule.name if draft.rule else f"metrics/{draft.source}"
    evidence = tuple(e for start, end in draft.spans for e in document.evidence(start, end, rule=rule))
    return Metric(
        id=f"m{index}",
        metric=draft.metric,
        label=draft.label,
        value=draft.value,
        value_max=draft.value_max,
        value_text=draft.value_text,
        unit=draft.unit,
        qualifier=draft.qualifier,
        area=draft.area,
        agency=draft.agency,
        period=draft.period,
        role=draft.role,
        direction=draft.direction,
        compared_with=draft.compared_with,
        source=draft.source,
        confidence=confidence_of(draft),
        inferred=draft.inferred,
        evidence=evidence,
    )
