"""Which paragraphs are headings: by style, and those that only look like it (short, bold or large or in capitals)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_extract.read.docx.numbering import Marker
from report_extract.read.docx.runs import Paragraph
from report_extract.read.docx.styles import ParagraphStyle
from report_extract.read.flow import is_all

MOST_WORDS = 14  # a heading is a phrase; longer ones in bold are emphasis
LARGER = 1.2  # times the body's size
FEWEST_CAPITALS = 8  # letters; "N/A" or "NONE" is an answer, no heading
ONLY_LEVEL = 2  # of headings that only look like it, where no styled one stands before

_SENTENCE_END = re.compile(r"[.;,!]\s*$")
_LABEL_AND_VALUE = re.compile(r":\s+\S")


@dataclass
class HeadingSense:
    """Levels of headings in the order of the file: one that only looks so ranks below the styled one before it."""

    body_size: float
    styled_level: int | None = None

    def level_of(self, found: Paragraph, style: ParagraphStyle, marker: Marker | None) -> int | None:
        """The paragraph's heading level, None for text."""
        if style.level is not None:
            self.styled_level = style.level
            return style.level
        if (marker and marker.is_bullet) or not self._looks_like_heading(found, style):
            return None
        return self.styled_level + 1 if self.styled_level else ONLY_LEVEL

    def _looks_like_heading(self, found: Paragraph, style: ParagraphStyle) -> bool:
        text = " ".join(found.text.split())
        letters = [c for c in text if c.isalpha()]
        if not letters or len(text.split()) > MOST_WORDS or style.name.lower().startswith(("toc", "caption")):
            return False
        if _SENTENCE_END.search(text) or _LABEL_AND_VALUE.search(text) or "@" in text or "☐" in text or "☒" in text:
            return False
        if is_all(found.spans, "bold"):
            return True
        if len(letters) >= FEWEST_CAPITALS and all(c.isupper() for c in letters):
            return True
        return all(s.size >= LARGER * self.body_size for s in found.spans if s.text.strip())
