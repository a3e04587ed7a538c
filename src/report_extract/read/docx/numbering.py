"""List numbers as Word would print them: "1.", "1.1", "(a)", or a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from report_extract.read.docx.package import Element, Package, W, value_of
from report_extract.read.docx.styles import Numbered

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LEVELS = 9
MAX_ROMAN = 4000


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a list item; a bullet says nothing, a number does."""

    text: str
    is_bullet: bool


@dataclass
class _List:
    """A list's levels and how far each has counted; lists of one abstract definition count together."""

    levels: dict[int, Element]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the items of all lists in the order in which they are asked for."""

    def __init__(self, package: Package) -> None:
        root = package.numbering
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._started: set[str] = set()
        for element in root.iterchildren(f"{W}abstractNum") if root is not None else ():
            levels = {_number(e.get(f"{W}ilvl"), 0): e for e in element.iterchildren(f"{W}lvl")}
            self._abstract[element.get(f"{W}abstractNumId", "")] = _List(levels)
        for element in root.iterchildren(f"{W}num") if root is not None else ():
            self._lists[element.get(f"{W}numId", "")] = (value_of(element, "abstractNumId") or "", _overrides(element))

    def next(self, item: Numbered) -> Marker | None:
        """The marker of the next item of that list, None where the list prints none."""
        abstract, overrides = self._lists.get(item.list_id, ("", {}))
        listed = self._abstract.get(abstract)
        if listed is None or item.level not in listed.levels:
            return None
        if item.list_id not in self._started:
            self._started.add(item.list_id)
            for level, start in overrides.items():
                listed.counts[level] = start - 1
        level = listed.levels[item.level]
        start = _number(value_of(level, "start"), 1)
        listed.counts[item.level] = listed.counts.get(item.level, start - 1) + 1
        for deeper in range(item.level + 1, LEVELS):
            listed.counts.pop(deeper, None)
        return self._marker(listed, level)

    def _marker(self, listed: _List, level: Element) -> Marker | None:
        kind, text = value_of(level, "numFmt") or "decimal", value_of(level, "lvlText") or ""
        if kind == "bullet":
            return Marker("•", True)
        if kind == "none" and not _PLACE.search(text):
            return Marker(text.strip(), False) if text.strip() else None
        legal = level.find(f"{W}isLgl") is not None

        def printed(place: re.Match[str]) -> str:
            index = int(place[1]) - 1
            own = listed.levels.get(index)
            count = listed.counts.get(index, _number(value_of(own, "start"), 1) if own is not None else 1)
            return _formatted(count, "decimal" if legal else value_of(own, "numFmt") or "decimal")

        number = _PLACE.sub(printed, text).strip()
        return Marker(number, False) if number else None


def _overrides(element: Element) -> dict[int, int]:
    return {
        _number(e.get(f"{W}ilvl"), 0): _number(value_of(e, "startOverride"), 1)
        for e in element.iterchildren(f"{W}lvlOverride")
        if e.find(f"{W}startOverride") is not None
    }


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise


def _formatted(count: int, kind: str) -> str:
    match kind:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
            return letter.upper() if kind == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            return roman(count).upper() if kind == "upperRoman" else roman(count)
        case "decimalZero":
            return f"{count:02d}"
    return str(count)


def roman(count: int) -> str:
    """1 → "i", 4 → "iv"; the plain number where there is no Roman one."""
    if not 0 < count < MAX_ROMAN:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text
