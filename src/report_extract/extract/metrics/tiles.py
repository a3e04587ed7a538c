"""Second lines of infographic tiles: "8,655 in 2023/24", "▲ 6% on last year", "Target: 90%", "65 per 10,000".

Such a line says something of the tile's number: what it was before, by how much it changed, what was aimed at, what it
is elsewhere or for so many children. It takes the tile's subject, place and period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from report_extract.extract.metrics.catalogue import Surroundings
from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.links import period_before
from report_extract.extract.metrics.single import Tools
from report_extract.extract.metrics.yardsticks import elsewhere
from report_extract.language.changes import Direction
from report_extract.language.quantities import Quantity, quantities
from report_extract.model.document import Block, BlockKind, Document, Figure
from report_extract.model.extraction import Compared, Role

LONGEST_REMARK = 9  # words of a tile's second line; longer ones are sentences of their own
GAP = 14.0  # points between a tile's lines at most: a line of small print
_SPOKEN = frozenset({BlockKind.paragraph, BlockKind.caption, BlockKind.list_item})
_UP = re.compile(r"[▲△▴↑⬆↗+]|\b(?:up|higher|more|rise|rose|increase[ds]?|increasing)\b", re.IGNORECASE)
_DOWN = re.compile(
    r"[▼▽▾↓⬇↘−]|^[-–]\s?\d|\b(?:down|lower|fewer|less|fall|fell|drop(?:ped)?|decrease[ds]?)\b", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s(?:an?\s|the\s)?$", re.IGNORECASE)
_WAS = re.compile(r"^\W*(?:was|were|previously|before|formerly|last\syear|previous(?:ly)?)\b", re.IGNORECASE)
_AIM = re.compile(r"\b(?:targets?|ambition|goal|aim|standard)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"^\W*(?:(?:of\s(?:whom|which|these|them)|including|involving|in|for|from|with|and|rate|an?|the|of)\s)*", re.I
)
_BRACKET = re.compile(r"\s*\(([^()]*\d[^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Remark:
    """A second line; `start:end` is the span of the document's text in which it stands."""

    text: str
    start: int
    end: int


def remarks(document: Document) -> Mapping[str, Block]:
    """The blocks that are second lines of pairs, by the pair's id: short, with a number, right beneath the pair."""
    by_page: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.kind in _SPOKEN and _is_short(block.text):
            by_page.setdefault(block.page, []).append(block)
    found: dict[str, Block] = {}
    for figure in document.figures:
        if figure.kind == "chart":
            continue
        beneath = (b for b in by_page.get(figure.page, []) if b.start >= figure.end and _is_beneath(b, figure))
        nearest = min(beneath, key=lambda b: b.bbox.top, default=None)
        if nearest is not None:
            found[figure.id] = nearest
    return found


def _is_short(text: str) -> bool:
    words = text.split()
    return any(c.isdigit() for c in text) and len(words) <= LONGEST_REMARK and not text.rstrip().endswith(":")


def _is_beneath(block: Block, figure: Figure) -> bool:
    box, tile = block.bbox, figure.bbox
    beside = box.overlap_x(tile) >= min(box.width, tile.width) / 2
    return beside and -1.0 <= box.top - tile.bottom <= GAP and box.bottom - box.top < tile.bottom - tile.top


def split_label(figure: Figure) -> tuple[str, Remark | None]:
    """A caption and the remark in brackets at its end: "people trained (2023/24: 987)"."""
    bracket = _BRACKET.search(figure.label)
    if bracket is None:
        return figure.label, None
    return figure.label[: bracket.start()], Remark(bracket[1], figure.start, figure.end)


def remarked(tools: Tools, base: Draft, remark: Remark) -> list[Draft]:
    """The tile's figure as its second line completes it, and the figures of that line; only the first without any."""
    found = quantities(remark.text, lexicon=tools.lexicon)
    parts = [d for q in found if (d := _part(tools, base, remark, q, found)) is not None]
    if not found:
        dated = next((p for p in tools.clock.read(remark.text) if not p.earlier), None)
        return [replace(base, period=dated.name, dated=dated) if dated and "period" in base.inferred else base]
    way = next((d.moving for d in parts if d.moving), None)
    before = next((d for d in parts if d.role is Role.previous), None)
    if before is not None:
        base = replace(base, compared_with=Compared(value=before.value, period=before.period))
    return [replace(base, direction=base.direction or way), *parts]


def _part(tools: Tools, base: Draft, remark: Remark, quantity: Quantity, found: tuple[Quantity, ...]) -> Draft | None:
    text, before = remark.text, remark.text[: quantity.start]
    part = replace(
        base, value=quantity.value, value_max=quantity.value_max, value_text=quantity.text, start=remark.start,
        end=remark.end, qualifier=quantity.qualifier, direction=None, moving=None, compared_with=None, spans=(),
    )  # fmt: skip
    unit = base.unit if quantity.unit == "count" and base.unit.startswith("rate_") else quantity.unit
    other = elsewhere(text, quantity, tools.lexicon)
    if other is not None:
        return replace(part, unit=unit, area=other, agency=None) if unit == base.unit else None
    if _AIM.search(text):
        return replace(part, unit=unit, role=Role.target) if unit == base.unit else None
    if unit.startswith("rate_") and unit != base.unit:
        return _rate(tools, part, unit)
    area = _area_before(tools, before, found)
    if area is not None and unit == base.unit:
        return replace(part, area=area, inferred=tuple(w for w in base.inferred if w != "area"))
    earlier = next((p for p in tools.clock.read(text) if p.earlier or tools.clock.is_earlier(p)), None)
    way = _way(text)
    if unit == base.unit and (_FROM.search(before) or (way is None and (earlier is not None or _WAS.match(text)))):
        previous = replace(part, role=Role.previous, dated=earlier, moving=way)
        named = earlier is not None and not earlier.earlier
        return replace(previous, period=earlier.name if earlier and named else period_before(previous, base))
    if way is not None and (unit != base.unit or earlier is not None or text.strip()[:1] in "▲▼▴▾↑↓⬆⬇↗↘+-−–"):
        role = Role.change_pct if unit == "percent" else Role.change_abs
        return replace(part, unit=unit, role=role, direction=way, moving=way)
    return _own(tools, part, unit, text, quantity)


def _way(text: str) -> Direction | None:
    if _UP.search(text):
        return "increase"
    return "decrease" if _DOWN.search(text) else None


def _rate(tools: Tools, part: Draft, unit: str) -> Draft:
    label = f"rate of {part.label}"
    rule = tools.catalogue.match(Surroundings.of(label=label, clause=label), unit=unit)
    return replace(part, unit=unit, label=label, rule=rule, role=Role.current)


def _area_before(tools: Tools, before: str, found: tuple[Quantity, ...]) -> str | None:
    """The place of "Northmere 39, Saltmarsh 19" before its number."""
    ends = [q.end for q in found if q.end <= len(before)]
    return tools.places.area_named(before[max(ends, default=0) :])


def _own(tools: Tools, part: Draft, unit: str, text: str, quantity: Quantity) -> Draft | None:
    """A number of something else than the tile's: "involving 268 children", "including 37 girls"."""
    after = text[quantity.end :].strip(" .,;:()")
    words = after or _LEADING.sub("", text[: quantity.start]).strip(" .,;:()")
    if not any(c.isalpha() for c in words):
        return None
    around = Surroundings.of(label=f"{words} ({part.label})", clause=f"{text} {part.label}", above=part.label)
    rule = tools.catalogue.match(around, unit=unit)
    rule = rule if rule is None or part.rule is None or rule.id != part.rule.id else None
    role = Role.share if unit == "percent" else Role.current
    return replace(part, unit=unit, label=f"{words} ({part.label})", rule=rule, role=role)


def spoken_of(figure: Figure, block: Block) -> Remark:
    """A block as a remark; with its tile where the two stand together in the text."""
    start = figure.start if 0 <= block.start - figure.end <= 2 else block.start
    return Remark(block.text, start, block.end)


def every(tools: Tools, figure: Figure, base: Draft, block: Block | None, bracket: Remark | None) -> Iterator[Draft]:
    """The tile's figure with those of the remark in its caption and of its second line."""
    first, rest = base, list[Draft]()
    for remark in (bracket, spoken_of(figure, block) if block else None):
        if remark is not None:
            first, *more = remarked(tools, first, remark)
            rest += more
    yield first
    yield from rest
