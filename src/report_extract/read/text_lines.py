"""What one line of a text or Markdown file is: heading, bullet, table row, check boxes, label, or words that flow."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from report_extract.read.listmarks import BULLET_GLYPHS
from report_extract.read.markdown_inline import PRIVATE_USE


class LineKind(StrEnum):
    blank = "blank"
    heading = "heading"
    rule = "rule"
    chart = "chart"
    comment = "comment"
    pipe = "pipe"
    tabbed = "tabbed"
    boxes = "boxes"
    html_list = "html_list"
    bullet = "bullet"
    numbered = "numbered"
    tag = "tag"
    words = "words"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a page: its row (0-based), and where (column) its words begin after `marker`."""

    kind: LineKind
    row: int
    raw: str
    column: int
    marker: str | None = None
    level: int | None = None

    @property
    def content(self) -> str:
        return self.raw[self.column :]


_Maker = Callable[..., SourceLine]

_ATX = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"\s{0,3}(?:-[\s-]*|=+\s*|(?:\*\s*){3,}|(?:_\s*){3,})$")
_CHART = re.compile(r"\s*<!--\s*chart\b.*-->\s*$", re.I)
_COMMENT = re.compile(r"\s*<!--.*-->\s*$")
_BULLET = re.compile(rf"\s*(?:[-*+–—](?=\s)|[{BULLET_GLYPHS}]|o(?=\s{{2,}}|\t))[\s]*(?=\S)")
_NUMBERED = re.compile(
    r"""\s*(?P<marker>
          \(?[0-9]{1,3}[.)](?![0-9])          # 1.  1)  (1)
        | [0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?  # 4.1  4.1.2
        | [0-9]{1,2}(?=\s+\**[A-Z])           # 1 REASONS
        | \([a-z]{1,4}\)|[a-z]{1,2}\)         # (a)  (iv)  b)
        | [ivx]{1,4}[.)](?=\s)                # iv.
        | [A-Z]\)|[a-zA-Z]\.(?=\s)            # A)  a.
        | \([A-Z]\)
        )\s*(?=\S)(?<=[\s.)0-9])""",
    re.X,
)
_DATE_AFTER_NUMBER = re.compile(r"\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)
_TAG = re.compile(r"\s*\*\*(?P<label>[A-Z][A-Z &,/'’-]{2,60})\*\*\s*$")
_BOX = re.compile(r'<input\b[^<>]*type=["\']?checkbox|^\s*(?:[-*+]\s+)?(?:\[[ xX]\]\s|[☐☑☒])', re.I)


def classify(raw: str, row: int, *, markup: bool) -> SourceLine:
    """The kind of one line by its own looks; what only neighbours can tell is left to the grouping."""

    def line(kind: LineKind, column: int = 0, *, marker: str | None = None, level: int | None = None) -> SourceLine:
        return SourceLine(kind, row, raw, column, marker, level)

    if not raw.strip():
        return line(LineKind.blank)
    if _BOX.search(raw):
        return line(LineKind.boxes)
    if markup:
        special = _markup_line(raw, line)
        if special is not None:
            return special
    cleaned = PRIVATE_USE.sub("•", raw)
    if _RULE.match(cleaned):
        return line(LineKind.rule)
    if _has_cells(cleaned, markup) and not _BULLET.match(cleaned) and not _NUMBERED.match(cleaned):
        return line(LineKind.tabbed)
    return _item(cleaned, line) or line(LineKind.words, len(raw) - len(raw.lstrip()))


def _has_cells(text: str, markup: bool) -> bool:
    """A tab between words; in Markdown also a tab at the end, which converters leave for an empty last cell."""
    return "\t" in (text.strip(" ").lstrip() if markup else text.strip())


def _markup_line(raw: str, line: _Maker) -> SourceLine | None:
    atx = _ATX.match(raw)
    if atx:
        return line(LineKind.heading, atx.end(), level=len(atx[1]))
    if _CHART.match(raw):
        return line(LineKind.chart)
    if _COMMENT.match(raw):
        return line(LineKind.comment)
    if raw.lstrip().startswith("|") and raw.count("|") > 1:
        return line(LineKind.pipe)
    if re.search(r"<li\b", raw, re.I):
        return line(LineKind.html_list)
    if _TAG.match(raw):
        return line(LineKind.tag)
    if raw.lstrip().startswith(">"):
        inner = raw.lstrip()[1:]
        return line(LineKind.words, len(raw) - len(inner.lstrip()))
    return None


def _item(cleaned: str, line: _Maker) -> SourceLine | None:
    """A list item; a bullet before a number ("- 3.1 …") or before another bullet is one marker."""
    at, bullet = 0, None
    while (found := _BULLET.match(cleaned, at)) and found.end() > at:
        bullet, at = cleaned[at : found.end()].strip() or bullet, found.end()
    number = _NUMBERED.match(cleaned, at)
    if (
        number
        and not _DATE_AFTER_NUMBER.match(cleaned[at:].strip())
        and (bullet or number.end() > number.end("marker"))
    ):
        return line(LineKind.numbered, number.start("marker"), marker=number["marker"])
    if bullet:
        return line(LineKind.bullet, at, marker=bullet)
    return None
