"""Numbers that number things: steps, priorities, chapters. They say no quantity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.model.base import Box

# Chapters, priorities and steps are counted to a dozen or two; one such number alone on a page is a marker.
LARGEST_MARKER = 24
LONE_MARKER = 12


@dataclass(frozen=True, slots=True)
class BigNumber:
    """`box` is the filled shape around the number where there is one, else the words' own box."""

    words: tuple[int, ...]
    text: str
    box: Box
    size: float
    on_shape: bool


def without_markers(numbers: Sequence[BigNumber]) -> list[BigNumber]:
    """Leaves out numbers of one look that count on by one in reading order, and a small one that is alone."""
    looks: dict[tuple[int, int, bool], list[BigNumber]] = defaultdict(list)
    for number in numbers:
        breadth = round(number.box.width / 4) if number.on_shape else 0
        looks[round(number.size), breadth, number.on_shape].append(number)
    markers = {id(n) for alike in looks.values() if _count_on(alike) for n in alike}
    if len(numbers) == 1 and _small(numbers[0].text, LONE_MARKER):
        return []
    return [n for n in numbers if id(n) not in markers]


def _count_on(numbers: Sequence[BigNumber]) -> bool:
    """1, 2, 3 … or 4, 5, 6 …, in the order in which they stand down the page or along the line."""
    if len(numbers) < 2 or not all(_small(n.text, LARGEST_MARKER) for n in numbers):
        return False
    down = [int(n.text) for n in sorted(numbers, key=lambda n: (round(n.box.top / 12), n.box.x0))]
    across = [int(n.text) for n in sorted(numbers, key=lambda n: (round(n.box.x0 / 12), n.box.top))]
    return any(values == list(range(values[0], values[0] + len(values))) for values in (down, across))


def _small(text: str, limit: int) -> bool:
    return text.isdigit() and int(text) <= limit
