"""The legend of a chart: little squares in the bars' colours with the names of the series beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from report_extract.model.base import Box
from report_extract.read.figures.bars import Plot
from report_extract.read.rawpage import RawPage, Shape, Word

SMALLEST, LARGEST = 3.0, 16.0  # points: sides of a swatch
LONGEST_KEY = 45.0  # points: a piece of its line as the key of a series
NAME_GAP = 2.0  # ems between a swatch and its name, and the most between the words of a name


def legend_of(page: RawPage, plot: Plot, inside: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Colour → words of the series' name; {} for a chart without a legend."""
    colors = {b.fill for b in plot.bars}
    swatches = [
        s for s in page.shapes if s.fill in colors and is_swatch(s) and not any(s.box == b.box for b in plot.bars)
    ]
    boxes = [s.box for s in swatches]
    names: dict[str, tuple[int, ...]] = {}
    for swatch in swatches:
        name = _beside(page.words, swatch.box, inside, boxes)
        if name and swatch.fill is not None:
            names.setdefault(swatch.fill, name)
    return names


def names_of(page: RawPage, colors: Collection[str], near: Box) -> dict[str, tuple[int, ...]]:
    """Colour → words beside its swatch (square, dot or short line in the area `near`); none for two names."""
    swatches = [s for s in page.shapes if _color(s, colors) and _is_key(s) and near.contains(s.box)]
    boxes = [s.box for s in swatches]
    inside = [i for i, w in enumerate(page.words) if w.upright]
    named: dict[str, set[tuple[int, ...]]] = {}
    for swatch in swatches:
        words = _beside(page.words, swatch.box, inside, boxes)
        if any(c.isalpha() for i in words for c in page.words[i].text):
            named.setdefault(_color(swatch, colors) or "", set()).add(words)
    return {color: next(iter(names)) for color, names in named.items() if len(names) == 1}


def _color(shape: Shape, colors: Collection[str]) -> str | None:
    return next((c for c in (shape.fill, shape.stroke) if c is not None and c in colors), None)


def _is_key(shape: Shape) -> bool:
    return is_swatch(shape) or (shape.kind == "hline" and LARGEST / 2 <= shape.box.width <= LONGEST_KEY)


def is_swatch(shape: Shape) -> bool:
    return SMALLEST <= shape.box.width <= LARGEST and SMALLEST <= shape.box.height <= LARGEST


def _beside(words: Sequence[Word], swatch: Box, inside: Sequence[int], swatches: Sequence[Box]) -> tuple[int, ...]:
    """The words to the right on the swatch's line, up to a wide gap or the next swatch."""
    middle = swatch.center[1]
    line = sorted(
        (i for i in inside if words[i].box.top <= middle <= words[i].box.bottom and words[i].box.x0 >= swatch.x1 - 1),
        key=lambda i: words[i].box.x0,
    )
    stop = min((b.x0 for b in swatches if b.x0 > swatch.x1 and b.top <= middle <= b.bottom), default=float("inf"))
    name: list[int] = []
    end = swatch.x1
    for i in line:
        limit = NAME_GAP * words[i].size if not name else 0.9 * words[i].size
        if words[i].box.x0 - end > limit or words[i].box.x0 >= stop:
            break
        name.append(i)
        end = words[i].box.x1
    return tuple(name)
