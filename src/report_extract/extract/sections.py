"""The outline with what each section means and whose it is."""

from __future__ import annotations

from report_extract.extract.story import Story
from report_extract.language.headings import meanings_of
from report_extract.model.document import Document
from report_extract.model.extraction import SectionInfo
from report_extract.rules.kinds.sections import SectionMeaning
from report_extract.rules.load import RuleBook


def find_sections(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[SectionInfo, ...]:
    """Every section of the outline; `kind` is the first meaning of its heading in the order of the vocabulary."""
    story = story or Story(document, book=book)
    order = [rule.id for rule in book.of(SectionMeaning)]
    return tuple(
        SectionInfo(
            id=section.id,
            title=section.title,
            level=section.level,
            page_start=section.page_start,
            page_end=section.page_end,
            agency=story.scope.section_agency(section),
            kind=next((m for m in order if m in meanings_of(section.title, book)), None),
        )
        for section in document.outline
    )
