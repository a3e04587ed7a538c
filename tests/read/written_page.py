"""Pages written down by hand: words at places, lines and fills, for the tests of layout, tables and figures."""

from __future__ import annotations

from dataclasses import dataclass, field

from report_extract.model.base import Box
from report_extract.read.draft import DraftLine
from report_extract.read.rawpage import RawPage, Shape, Word

GLYPH = 0.5  # ems: breadth of a letter in these pages
BASELINE = 0.8  # ems from the top of the type to the baseline


@dataclass
class WrittenPage:
    """Collects words and shapes; `raw()` is the page."""

    width: float = 595.0
    height: float = 842.0
    words: list[Word] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float = 10.0,
        bold: bool = False,
        color: str = "#000000",
        font: str = "Sans",
        align: str = "left",
    ) -> None:
        """Words of one line; `x` is its left, right or middle, `y` the top of its type."""
        breadth = len(text) * GLYPH * size
        at = x - {"left": 0.0, "right": breadth, "center": breadth / 2}[align]
        for word in text.split(" "):
            end = at + len(word) * GLYPH * size
            if word:
                box = Box(at, y, end, y + size)
                self.words.append(Word(word, box, size, font, bold, False, color, baseline=y + BASELINE * size))
            at = end + GLYPH * size

    def row(self, cells: list[str], xs: list[float], y: float, **style: object) -> None:
        for text, x in zip(cells, xs, strict=True):
            if text:
                self.text(text, x, y, **style)  # type: ignore[arg-type]

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        kind = "hline" if y0 == y1 else "vline" if x0 == x1 else "curve"
        box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self.shapes.append(Shape(kind, box, None, "#000000", 0.5, ((x0, y0), (x1, y1))))

    def fill(self, x0: float, top: float, x1: float, bottom: float, color: str = "#123456") -> None:
        self.shapes.append(Shape("rect", Box(x0, top, x1, bottom), color, None, 0.0))

    def frame(self, x0: float, top: float, x1: float, bottom: float) -> None:
        self.shapes.append(Shape("rect", Box(x0, top, x1, bottom), None, "#000000", 0.5))

    def path(self, points: list[tuple[float, float]], *, fill: str | None = None) -> None:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        self.shapes.append(Shape("curve", box, fill, None if fill else "#000000", 1.0, tuple(points)))

    def grid(self, xs: list[float], ys: list[float]) -> None:
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def raw(self, number: int = 1) -> RawPage:
        return RawPage(number, self.width, self.height, 0, tuple(self.words), tuple(self.shapes))


def said(lines: tuple[DraftLine, ...]) -> str:
    return " ".join(w.text for line in lines for w in line.words)
