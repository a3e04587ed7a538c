"""Stacked bars: segments that go on where the one before ends, each with its number inside.

The length of a segment says its value, so the numbers of a chart must all be of one scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from report_extract.read.figures.bars import Bar, Plot, to_frame
from report_extract.read.rawpage import RawPage, Word

SAME_SIDE = 1.0  # points by which the sides of the segments of one bar may differ
EDGE = 1.5  # points between the segments of a bar: white edges
STACKED = 0.5  # share of the bars that must have a second segment
OFF_SCALE = 0.04  # share by which a number may miss its length, and half a unit for rounding
MOST_SEGMENTS = 30  # of a bar


def segments(page: RawPage, plot: Plot) -> list[Bar]:
    """All segments of all bars, [] where the bars are single."""
    fills = [
        Bar(to_frame(s.box, upright=plot.upright), s.fill, s.box)
        for s in page.shapes
        if s.kind == "rect" and s.fill and s.fill != "#ffffff"
    ]
    stacks = [_stack(bar, fills) for bar in plot.bars]
    if sum(len(stack) > 1 for stack in stacks) < max(2, STACKED * len(stacks)):
        return []
    return [bar for stack in stacks for bar in stack]


def _stack(first: Bar, fills: Sequence[Bar]) -> list[Bar]:
    stack = [first]
    beside = [f for f in fills if _same_sides(f, first)]
    while len(stack) < MOST_SEGMENTS:
        end = stack[-1].span.v1
        following = next((f for f in beside if abs(f.span.v0 - end) <= EDGE and f.span.v1 > end + EDGE), None)
        if following is None:
            break
        stack.append(following)
    return stack


def _same_sides(a: Bar, b: Bar) -> bool:
    return abs(a.span.c0 - b.span.c0) <= SAME_SIDE and abs(a.span.c1 - b.span.c1) <= SAME_SIDE


def segment_labels(words: Sequence[Word], parts: Sequence[Bar], numbers: Sequence[int]) -> list[tuple[Bar, int]]:
    """Each segment with the one number inside it; [] where the numbers do not fit the lengths."""
    labels = []
    for part in parts:
        inside = [i for i in numbers if part.box.contains_point(*words[i].box.center)]
        if len(inside) == 1:
            labels.append((part, inside[0]))
    amounts = [_amount(words[i].text) for _, i in labels]
    lengths = [part.span.v1 - part.span.v0 for part, _ in labels]
    if not labels or min(lengths) <= 0:
        return []
    scale = median(a / length for a, length in zip(amounts, lengths, strict=True))
    fits = all(
        abs(a - scale * length) <= OFF_SCALE * a + max(0.5, 0.5 * scale)
        for a, length in zip(amounts, lengths, strict=True)
    )
    return labels if fits else []


def _amount(text: str) -> float:
    digits = "".join(c for c in text if c.isdigit() or c == ".").strip(".")
    return float(digits) if digits and digits.count(".") <= 1 else 0.0
