"""Named styles, with what they inherit: heading level, numbering, bold, size."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_extract.read.docx.package import Element, Package, W, is_on, value_of

DEFAULT_SIZE = 11.0  # points; Word's own default since 2007 where a file states none
BODY_LEVEL = 9  # w:outlineLvl of text that is no heading
DEEPEST_BASE = 20  # styles based on styles; Word allows 10

_HEADING = re.compile(r"heading (\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Which list a paragraph belongs to and how deep."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says; `level` is the heading level (1 is the highest)."""

    name: str = ""
    level: int | None = None
    numbered: Numbered | None = None
    bold: bool = False
    italic: bool = False
    size: float = DEFAULT_SIZE
    breaks_page: bool = False


class Styles:
    """The style sheet, asked by style id."""

    def __init__(self, package: Package) -> None:
        root = package.styles
        elements = list(root.iterchildren(f"{W}style")) if root is not None else []
        self._elements = {e.get(f"{W}styleId"): e for e in elements}
        self._default = next(
            (
                e.get(f"{W}styleId")
                for e in elements
                if e.get(f"{W}type") == "paragraph" and e.get(f"{W}default") == "1"
            ),
            None,
        )
        self.default_size = _default_size(root)
        self._known: dict[str | None, ParagraphStyle] = {}

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style with that id; None asks for the default paragraph style."""
        key = style_id if style_id in self._elements else self._default
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def is_bold(self, style_id: str | None) -> bool:
        """Whether a character style is bold."""
        return any(is_on(e.find(f"{W}rPr"), "b") for e in self._chain(style_id))

    def _chain(self, style_id: str | None) -> list[Element]:
        """The style and what it is based on, nearest first."""
        chain: list[Element] = []
        while style_id in self._elements and len(chain) < DEEPEST_BASE:
            chain.append(self._elements[style_id])
            style_id = value_of(chain[-1], "basedOn")
        return chain

    def _resolved(self, style_id: str | None) -> ParagraphStyle:
        chain = self._chain(style_id)
        looks = [e.find(f"{W}rPr") for e in chain]
        sizes = [size for look in looks if (size := value_of(look, "sz"))]
        return ParagraphStyle(
            name=value_of(chain[0], "name") or "" if chain else "",
            level=_level(chain),
            numbered=next((n for e in chain if (n := numbered_by(e.find(f"{W}pPr")))), None),
            bold=bool(next((b for look in looks if (b := is_on(look, "b")) is not None), False)),
            italic=bool(next((b for look in looks if (b := is_on(look, "i")) is not None), False)),
            size=half_points(sizes[0]) if sizes else self.default_size,
            breaks_page=any(is_on(e.find(f"{W}pPr"), "pageBreakBefore") for e in chain[:1]),
        )


def _level(chain: list[Element]) -> int | None:
    for element in chain:
        name = value_of(element, "name") or ""
        if heading := _HEADING.match(name):
            return int(heading[1])
        if name.lower() == "title":
            return 1
        if (level := outline_level(element.find(f"{W}pPr"))) is not None:
            return level
    return None


def outline_level(properties: Element | None) -> int | None:
    """Heading level by w:outlineLvl, None for body text."""
    value = value_of(properties, "outlineLvl")
    return int(value) + 1 if value and value.isdigit() and int(value) < BODY_LEVEL else None


def numbered_by(properties: Element | None) -> Numbered | None:
    """The list that w:numPr names; list "0" takes a paragraph out of the list of its style."""
    numbering = properties.find(f"{W}numPr") if properties is not None else None
    list_id, level = value_of(numbering, "numId"), value_of(numbering, "ilvl")
    if list_id is None:
        return None
    return Numbered(list_id, int(level) if level and level.isdigit() else 0)


def half_points(value: str) -> float:
    """Points from w:sz, which counts half points."""
    try:
        return float(value) / 2
    except ValueError:
        return DEFAULT_SIZE


def _default_size(root: Element | None) -> float:
    size = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz") if root is not None else None
    return half_points(size.get(f"{W}val", "")) if size is not None else DEFAULT_SIZE
