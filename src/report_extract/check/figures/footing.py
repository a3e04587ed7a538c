"""Footing: lines against their total, and what a gap between them could mean.

Tolerance: each printed line is within half a unit of its value, so k lines and a total may differ by (k + 1)/2 units
when the unit is a rounded one; money and counts printed to the unit must agree exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from report_extract.check.figures.printed import Printed

# Beyond half of the total the lines were probably never meant to add up to it.
_MEANT_TO_SUM = Decimal("0.5")
MOST_HYPOTHESES = 5  # more would read as guessing


@dataclass(frozen=True, slots=True)
class Gap:
    """`total` as printed, what the lines sum to, and named possibilities; the tool never chooses among them."""

    total: Decimal
    computed: Decimal
    hypotheses: tuple[str, ...]

    @property
    def amount(self) -> Decimal:
        return self.total - self.computed


def foot(lines: Sequence[Printed], *, total: Printed, rounded: bool = False) -> Gap | None:
    """The gap between the lines' sum and the total; None where they agree or were never meant to sum.

    `rounded` says that the lines are printed in a rounded unit (percentages, £000), which allows a small difference.
    """
    computed = sum((line.value for line in lines), Decimal(0))
    gap = total.value - computed
    slack = total.unit * (len(lines) + 1) / 2 if rounded else Decimal(0)
    if abs(gap) <= slack or (total.value and abs(gap) > _MEANT_TO_SUM * abs(total.value)):
        return None
    return Gap(total=total.value, computed=computed, hypotheses=tuple(_hypotheses(lines, total=total, gap=gap)))


def _hypotheses(lines: Sequence[Printed], *, total: Printed, gap: Decimal) -> list[str]:
    named: list[str] = []
    size = abs(gap)
    if gap > 0 and _is_round(size):
        named.append(f"a line of {_money(size)} may be missing")
    for line in lines:
        if line.value == -gap:
            named.append(f"{line.text} may be counted twice")
        elif line.value * 2 == gap:
            named.append(f"{line.text} may have the wrong sign")
        elif abs(line.value) == size:
            named.append(f"a second {line.text} may be missing")
    named.extend(f"{line.text} could be {_money(line.value + gap)}" for line in lines if _one_digit(line.value, gap))
    if _one_digit(total.value, -gap):
        named.append(f"the total could be {_money(total.value - gap)}")
    if size % 9 == 0 and not named:
        named.append("two digits of one number may have changed places")
    return list(dict.fromkeys(named))[:MOST_HYPOTHESES]


def _is_round(value: Decimal) -> bool:
    return value == value.to_integral_value() and value % 100 == 0


def _one_digit(value: Decimal, change: Decimal) -> bool:
    """True where adding `change` alters exactly one printed digit and no other."""
    before, after = f"{abs(value):f}", f"{abs(value + change):f}"
    return len(before) == len(after) and sum(a != b for a, b in zip(before, after, strict=True)) == 1


def _money(value: Decimal) -> str:
    return f"{value:,f}"
