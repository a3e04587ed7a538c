"""Which way a number of the source moved, as far as its own sentence or the next one says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.check.claims.anchors import Direction, NumberAnchor
from report_extract.check.claims.pieces import piece_of
from report_extract.check.claims.units import Unit

# "This is a rise of 12%": a sentence that speaks of the number before it.
_GOES_ON = re.compile(r"(?i)(?:this|that|it|which|an? (?:increase|rise|fall|drop|decrease|reduction))\b")


def way_of(number: NumberAnchor, index: int, units: Sequence[Unit]) -> Direction | None:
    """The direction of a number of the sentence `units[index]`: its own, that of its piece, that of the nearest change
    in the sentence, or what the next sentence says of it."""
    if number.direction is not None:
        return number.direction
    unit = units[index]
    within = piece_of(unit, number)
    ways = {d.direction for d in unit.anchors.directions}
    changed = [n for n in unit.anchors.numbers if n.direction is not None]
    for group in (
        [n for n in changed if within and within.start <= n.quantity.start < within.end],
        [n for n in changed if n.quantity.start > number.quantity.start][:1],
        [n for n in changed if n.quantity.start < number.quantity.start][-1:],
    ):
        if group:
            return group[0].direction
    if len(ways) == 1:
        return next(iter(ways))
    following = units[index + 1] if index + 1 < len(units) else None
    if following is None or not _GOES_ON.match(following.text):
        return None
    said = {n.direction for n in following.anchors.numbers if n.direction}
    said |= {d.direction for d in following.anchors.directions}
    return next(iter(said)) if len(said) == 1 else None


def follows(number: NumberAnchor, before: NumberAnchor, unit: Unit) -> bool:
    """Whether the sentence gives `before` as the earlier value: it says so, or it stands in an earlier column."""
    if unit.is_row:
        return before.quantity.end <= number.quantity.start
    return before is not number and (before.part == "previous" or before.time.differs(number.time))
