"""Small blocks of text beside big numbers: what may be a caption."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from report_extract.model.base import Box, union
from report_extract.read.figures.markers import BigNumber
from report_extract.read.figures.numbers import MARGIN
from report_extract.read.rawpage import RawPage, Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines

# A caption is a phrase: longer blocks are paragraphs.
LONGEST, MOST_LINES = 40, 7  # words, lines
# Lines of one caption follow each other closer than this and share a margin or their middle.
LINE_PITCH = 1.55  # ems from top to top
SAME_MARGIN = 4.0  # points
NEAR = 90.0  # points around a number in which its caption is looked for
# Captions of neighbours stand closer together than table columns do.
WORD_GAP = 0.9  # ems
# Under the day of a calendar stands its month: that is a date and no figure.
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d{4})?"
_DATE = re.compile(rf"{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


# What is said about a number, not what it counts. Such a line never goes on a caption: "▼ from 436", "90 last year".
_YEAR = (
    r"(?:(?:in|at|on) .{0,14}20\d\d(?:\D\d\d)?|last year|the year before|(?:in |at )?(?:the )?(?:previous|prior) year)"
)
_REMARK = re.compile(
    r"[▲▼△▽↑↓⬆⬇↗↘⇧⇩].*\d.*"
    r"|(?:(?:up|down|rose|fell) from|compared (?:with|to)|target:?) \D{0,20}\d.*"
    rf"|(?:last year|previous(?:ly)?):? \D{{0,20}}\d.*|\d[\d,.]*%? {_YEAR}.*",
    re.IGNORECASE,
)
# "completed | in 45 days" is a caption of two lines, so these part it in an ink of their own only: "65 per 10,000".
_ASIDE = re.compile(
    r"\(.*\)"
    r"|(?:from|was) \D{0,20}\d.*"
    r"|(?:target|rate|england|national(?:ly)?|region(?:al(?:ly)?)?)\b\D{0,20}\d.*"
    r"|\d[\d,.]*%? (?:per|in every|for every) 1[0,]*0\b.*"
    r"|(?:in|involving|including|of (?:whom|which)) \d[\d,.]*%? \D*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """`aside`: a remark about the number ("(4,502 last year)", "from 436"), not what it counts."""

    words: tuple[int, ...]
    box: Box
    size: float
    aside: bool = False


def captions_of(page: RawPage, used: Collection[int], numbers: Sequence[BigNumber]) -> list[Caption]:
    """Blocks of small type near the numbers, each with lines that belong together."""
    reach = [Box(n.box.x0 - 2 * NEAR, n.box.top - NEAR, n.box.x1 + 2 * NEAR, n.box.bottom + NEAR) for n in numbers]
    low, high = MARGIN * page.height, (1 - MARGIN) * page.height
    near = [
        i
        for i, w in enumerate(page.words)
        if i not in used
        and w.upright
        and low < w.box.center[1] < high
        and any(r.contains_point(*w.box.center) for r in reach)
    ]
    obstacles = [n.box for n in numbers]
    blocks: list[list[Chunk]] = []
    for line in printed_lines(page.words, near):
        for piece in _parted(page.words, line, obstacles):
            home = next((b for b in reversed(blocks) if _follows(page.words, b, piece)), None)
            if home is None:
                blocks.append([piece])
            else:
                home.append(piece)
    captions = [c for b in blocks if (c := _caption(b)) is not None]
    seen = {*near, *used}
    beyond = [w for i, w in enumerate(page.words) if i not in seen and w.upright]
    return [c for c in captions if not _goes_on(c, beyond)]


def _goes_on(caption: Caption, beyond: Sequence[Word]) -> bool:
    """Further words right beside the block or on its next line, out of reach of the numbers: a part of a paragraph."""
    em, box = caption.size, caption.box
    wide = Box(box.x0 - WORD_GAP * em, box.top + 0.3 * em, box.x1 + WORD_GAP * em, box.bottom - 0.3 * em)
    high = Box(box.x0, box.top - 0.6 * em, box.x1, box.bottom + 0.6 * em)
    return any(
        abs(w.size - em) <= 0.6 and any(w.box.overlap_x(b) > 0 and w.box.overlap_y(b) > 0 for b in (wide, high))
        for w in beyond
    )


def _parted(words: Sequence[Word], line: Sequence[int], obstacles: Sequence[Box]) -> list[Chunk]:
    """Chunks of a line, parted also where a number stands between two words."""
    parts: list[Chunk] = []
    for piece in chunks(words, line, gap=WORD_GAP):
        cuts = [
            k
            for k in range(1, len(piece.words))
            if any(
                words[piece.words[k - 1]].box.x1 <= o.x0 + 2
                and words[piece.words[k]].box.x0 >= o.x1 - 2
                and o.overlap_y(piece.box) > 0
                for o in obstacles
            )
        ]
        edges = [0, *cuts, len(piece.words)]
        parts += [
            chunk for a, b in itertools.pairwise(edges) for chunk in chunks(words, piece.words[a:b], gap=WORD_GAP)
        ]
    return parts


def _follows(words: Sequence[Word], block: Sequence[Chunk], piece: Chunk) -> bool:
    """The piece is the next line of the block: same type, close beneath, a shared left, right or middle."""
    last = block[-1]
    own_ink = words[last.words[0]].color != words[piece.words[0]].color
    if _REMARK.fullmatch(piece.text) or (own_ink and _ASIDE.fullmatch(piece.text)):
        return False
    if abs(last.size - piece.size) > 0.6 or piece.box.top <= last.box.top + 0.3 * piece.size:
        return False
    if piece.box.top - last.box.top > LINE_PITCH * piece.size:
        return False
    first = block[0].box
    return (
        abs(first.x0 - piece.box.x0) <= SAME_MARGIN
        or abs(first.center[0] - piece.box.center[0]) <= SAME_MARGIN
        or abs(first.x1 - piece.box.x1) <= SAME_MARGIN
    )


def _caption(block: Sequence[Chunk]) -> Caption | None:
    words = tuple(i for piece in block for i in piece.words)
    text = " ".join(piece.text for piece in block)
    if len(words) > LONGEST or len(block) > MOST_LINES or not any(c.isalpha() for c in text) or _DATE.fullmatch(text):
        return None
    return Caption(words, union(p.box for p in block), max(p.size for p in block), _is_aside(text))


def _is_aside(text: str) -> bool:
    return bool(_REMARK.fullmatch(text) or _ASIDE.fullmatch(text))
