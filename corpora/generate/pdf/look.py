"""How a report looks: page size, faces, colours, margins. Two of them: designed landscape and plain portrait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from corpora.generate.pdf.lines import Face, Style
from corpora.generate.pdf.sheet import Sheet

A4 = (595.28, 841.89)
A4_LANDSCAPE = (841.89, 595.28)

TAG_COLORS = {
    "IMPACT": "#7A3E8E",
    "EVIDENCE": "#1B7F6B",
    "CHALLENGE": "#B3261E",
    "LEARNING": "#A65A00",
    "IMPROVEMENT": "#1F5FA8",
    "PRIORITY": "#12324A",
}


@dataclass(frozen=True)
class Look:
    size: tuple[float, float]
    margins: tuple[float, float, float, float]  # left, top, right, bottom, in points
    furniture: Callable[[Sheet, Look], None]
    face: Face = field(default_factory=Face)
    gap: float = 24.0
    body: Style = field(default_factory=Style)
    headings: tuple[Style, ...] = (
        Style(size=19, leading=24, bold=True, color="#12324A"),
        Style(size=12, leading=15.5, bold=True, color="#1B7F6B"),
        Style(size=10, leading=13.5, bold=True, color="#12324A"),
    )
    accent: str = "#12324A"
    tint: str = "#EEF4F7"
    tables: Style = field(default_factory=lambda: Style(size=8.2, leading=10.4))
    box_style: str = "card"  # card | rule (a coloured rule at the left, the tag a line of its own)
    hyphenate: bool = False
    justify: bool = False
    side_headings: float = 0.0  # width of a margin column in which second-level headings stand, in points

    def frames(
        self, columns: int, top: float | None = None, *, whole: bool = False
    ) -> list[tuple[float, float, float, float]]:
        """(x, top, width, bottom) of each column, y growing upwards; `whole`: the margin column included."""
        left, head, right, foot = self.margins
        if columns == 1 and not whole:
            left += self.side_headings
        width = (self.size[0] - left - right - self.gap * (columns - 1)) / columns
        ceiling = self.size[1] - head if top is None else top
        return [(left + i * (width + self.gap), ceiling, width, foot) for i in range(columns)]
