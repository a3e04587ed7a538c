"""Ticks and crosses: printed glyphs of several fonts and little drawings, as true and false.

Symbol fonts reach us either under their private-use code points (U+F0FC) or as the Latin letters that share the code
("ü" in Wingdings), so the font's name decides. Sources: the Unicode mappings of Wingdings, Wingdings 2, Webdings and
ZapfDingbats (ISO/IEC 10646 WG2 N4115; Adobe's zdingbat.txt).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

TICKS = frozenset("✓✔☑🗸🗹✅√")
CROSSES = frozenset("✗✘🗴🗶❌✕✖❎🗵")
OPEN_BOXES = frozenset("☐□❏❑❒🗆")
CROSSED_BOXES = frozenset("☒🗷")
# Letters and signs that mean a tick or a cross only among others that do.
DOUBTFUL_CROSSES = frozenset("×xXхХ")
DOUBTFUL_TICKS = frozenset(">✓")

_TICK_CODES = {"wingdings": {0xFC, 0xFE}, "wingdings2": {0x50, 0x52}, "webdings": {0x61}, "dingbats": {0x33, 0x34}}
_CROSS_CODES = {
    "wingdings": {0xFB},
    "wingdings2": {0x4F},
    "webdings": {0x72},
    "dingbats": {0x35, 0x36, 0x37, 0x38},
}
_BOX_CODES = {
    "wingdings": {0xA8, 0x6F, 0x71, 0x72},
    "wingdings2": {0xA3, 0x2A},
    "webdings": {0x63},
    "dingbats": {0x6F, 0x71},
}
_CROSSED_BOX_CODES = {
    "wingdings": {0xFD, 0x78},
    "wingdings2": {0x51, 0x53, 0x54},
    "webdings": {0x67},
    "dingbats": set(),
}


class Mark(Enum):
    """What a glyph says for itself."""

    tick = "tick"
    cross = "cross"
    crossed_box = "crossed_box"
    open_box = "open_box"
    doubtful_tick = "doubtful_tick"
    doubtful_cross = "doubtful_cross"


def mark_of(text: str, font: str = "") -> Mark | None:
    """The mark that a cell's whole text is, None for anything else. `font` is the name of the font in the PDF."""
    text = text.strip().strip("\ufe0e\ufe0f")
    if len(text) != 1:
        return None
    plain = _plain_mark(text)
    if plain in (None, Mark.doubtful_cross, Mark.doubtful_tick):
        return _symbol_mark(text, font) or plain
    return plain


def looks_like_tick(text: str, font: str = "") -> bool:
    return mark_of(text, font) is not None


def _plain_mark(text: str) -> Mark | None:
    for glyphs, mark in (
        (TICKS, Mark.tick),
        (CROSSES, Mark.cross),
        (OPEN_BOXES, Mark.open_box),
        (CROSSED_BOXES, Mark.crossed_box),
        (DOUBTFUL_CROSSES, Mark.doubtful_cross),
        (DOUBTFUL_TICKS, Mark.doubtful_tick),
    ):
        if text in glyphs:
            return mark
    return None


def _symbol_mark(text: str, font: str) -> Mark | None:
    code = ord(text)
    private = 0xF000 <= code <= 0xF0FF
    family = _family(font) or ("wingdings" if private else None)
    if family is None:
        return None
    code = code & 0xFF if private else code
    for codes, mark in (
        (_TICK_CODES, Mark.tick),
        (_CROSS_CODES, Mark.cross),
        (_BOX_CODES, Mark.open_box),
        (_CROSSED_BOX_CODES, Mark.crossed_box),
    ):
        if code in codes[family]:
            return mark
    return None


def _family(font: str) -> str | None:
    name = font.lower().replace(" ", "").replace("-", "")
    if "wingdings2" in name:
        return "wingdings2"
    return next((family for family in ("wingdings", "webdings", "dingbats") if family in name), None)


def judge(marks: Sequence[Mark | None]) -> tuple[bool | None, ...]:
    """True, false or None for each mark of one table, read together.

    A cross among ticks means no; crosses alone may mean "yes, here" just as well, so a lone × stays undecided. A
    crossed box beside open boxes is a chosen one, beside ticked boxes a refused one. ">" is a tick only among crosses.
    """
    seen = {m for m in marks if m is not None}
    crosses = bool(seen & {Mark.cross, Mark.doubtful_cross})
    ticks = Mark.tick in seen or (Mark.doubtful_tick in seen and crosses)
    boxes = Mark.open_box in seen
    meaning: dict[Mark, bool | None] = {
        Mark.tick: True,
        Mark.cross: False,
        Mark.doubtful_tick: True if crosses else None,
        Mark.doubtful_cross: False if ticks else None,
        Mark.crossed_box: True if boxes and not ticks else False if ticks and not boxes else None,
        Mark.open_box: False,
    }
    return tuple(meaning[m] if m is not None else None for m in marks)


# Vector ticks: sizes in points. A mark fills a line of 5 to 24 point type and is about as wide as high.
SMALLEST_MARK, LARGEST_MARK = 3.0, 26.0
Point = tuple[float, float]


def drawn_mark(paths: Sequence[Sequence[Point]]) -> bool | None:
    """Tick (true), cross (false) or neither for the small paths drawn in one place; points in page coordinates."""
    points = [p for path in paths for p in path]
    if len(points) < 3:
        return None
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    width, height = right - left, bottom - top
    if not (SMALLEST_MARK <= width <= LARGEST_MARK and SMALLEST_MARK <= height <= LARGEST_MARK):
        return None
    unit = [[((x - left) / width, (y - top) / height) for x, y in path] for path in paths]
    if _is_tick([p for path in unit for p in path]):
        return True
    return False if _is_cross(unit) else None


def _is_tick(points: Sequence[Point]) -> bool:
    """A short stroke down to the right, then a long one up to the right: two corners of the box stay empty."""
    lowest = max(points, key=lambda p: p[1])
    upper_left = any(x < 0.35 and y < 0.25 for x, y in points)
    lower_right = any(x > 0.75 and y > 0.6 for x, y in points)
    starts_left = any(x < 0.2 and 0.3 <= y < 0.95 for x, y in points)
    ends_high = any(x > 0.7 and y < 0.3 for x, y in points)
    return 0.1 <= lowest[0] <= 0.65 and starts_left and ends_high and not upper_left and not lower_right


def _is_cross(paths: Sequence[Sequence[Point]]) -> bool:
    """Two strokes from corner to corner, or an outline with four arms and a waist at the centre."""
    points = [p for path in paths for p in path]
    corners = all(any(abs(x - cx) <= 0.3 and abs(y - cy) <= 0.3 for x, y in points) for cx in (0, 1) for cy in (0, 1))
    if not corners:
        return False
    if len(points) <= 4:
        strokes = [points[:2], points[2:4]] if len(points) == 4 else []
        slopes = {(b[0] - a[0]) * (b[1] - a[1]) > 0 for a, b in strokes if a[0] != b[0] and a[1] != b[1]}
        return slopes == {True, False}
    waist = [p for p in points if abs(p[0] - 0.5) <= 0.25 and abs(p[1] - 0.5) <= 0.25]
    middles = [p for p in points if min(p) < 0.1 or max(p) > 0.9 if 0.35 < p[0] < 0.65 or 0.35 < p[1] < 0.65]
    return len(waist) >= 2 and not middles
