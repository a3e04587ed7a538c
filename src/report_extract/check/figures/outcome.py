"""What a check of figures returns: how many relations it tested, and those that do not hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from report_extract.model.checks import FigureFlag


@dataclass(frozen=True, slots=True)
class Outcome:
    """`tested` counts relations that could have failed, so that silence is informative."""

    tested: int = 0
    flags: tuple[FigureFlag, ...] = ()


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """The sum of several outcomes, in their order."""
    every = tuple(outcomes)
    return Outcome(tested=sum(o.tested for o in every), flags=tuple(f for o in every for f in o.flags))
