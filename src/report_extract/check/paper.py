"""One of the two papers of a check: the document as read, the facts found in it, and its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from report_extract.language.sentences import Sentence, passages, sentences
from report_extract.model.checks import Side
from report_extract.model.document import Block, BlockKind, Document
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import DocumentKind, Extraction

PaperKind = Literal["cover", "report"]
_WORDY = frozenset({BlockKind.paragraph, BlockKind.list_item, BlockKind.caption, BlockKind.footnote, BlockKind.heading})


@dataclass(frozen=True)
class Paper:
    """`side` says which of the two it is in the check; `kind` what sort of paper it is by its content."""

    document: Document
    facts: Extraction
    side: Side

    @property
    def kind(self) -> PaperKind:
        return "cover" if self.facts.document.kind is DocumentKind.cover_report else "report"

    @property
    def year(self) -> str | None:
        """The reporting year as "2024/25"."""
        return self.facts.document.reporting_year

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the running text, over column and page breaks."""
        text = self.document.text
        return tuple(s for p in passages(self.document) for s in sentences(text[p.start : p.end], offset=p.start))

    @cached_property
    def wordy_blocks(self) -> tuple[Block, ...]:
        """Body blocks that hold words rather than tables, figures or form fields."""
        return tuple(b for b in self.document.blocks if b.kind in _WORDY)

    def evidence(self, start: int, end: int, *, rule: str) -> tuple[Evidence, ...]:
        return self.document.evidence(start, end, rule=rule)
