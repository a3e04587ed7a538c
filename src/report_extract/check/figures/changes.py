"""Change statements: current, previous, difference and per cent, any of which may be missing.

Each stated number is an interval; a relation fails only if no reading fits: rounding, truncation, per cent of the old
value, percentage points where both are shares, or (named as a hypothesis) per cent of the new value.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from report_extract.check.figures.printed import Printed


@dataclass(frozen=True, slots=True)
class ChangeStatement:
    """`rise` is False for a stated decrease, None where no direction is stated. Shares have `percent` values."""

    current: Printed | None
    previous: Printed | None
    difference: Printed | None = None
    percent: Printed | None = None
    rise: bool | None = None
    of_shares: bool = False


@dataclass(frozen=True, slots=True)
class Misfit:
    code: str
    stated: str
    computed: str
    hypotheses: tuple[str, ...] = ()


def misfits(statement: ChangeStatement) -> tuple[Misfit, ...]:
    """What cannot be true in the statement; empty where every relation that can be tested holds or may hold."""
    checks = (_direction(statement), _difference(statement), _percent(statement), _points(statement))
    return tuple(m for m in checks if m is not None)


def relations(statement: ChangeStatement) -> int:
    """How many relations could be tested: needs both values, or one value with a difference and a per cent."""
    both = statement.current is not None and statement.previous is not None
    solved = _previous(statement) is not None
    return (
        (both and statement.rise is not None)
        + (both and statement.difference is not None)
        + (solved and statement.percent is not None)
    )


def _previous(statement: ChangeStatement) -> Fraction | None:
    """The previous value as stated, else as current less difference."""
    if statement.previous is not None:
        return Fraction(statement.previous.value)
    if statement.current is None or statement.difference is None or statement.rise is None:
        return None
    sign = 1 if statement.rise else -1
    return Fraction(statement.current.value) - sign * Fraction(statement.difference.value)


def _direction(statement: ChangeStatement) -> Misfit | None:
    now, before = statement.current, statement.previous
    if now is None or before is None or statement.rise is None or now.value == before.value:
        return None
    if (now.value > before.value) == statement.rise:
        return None
    word = "increase" if statement.rise else "decrease"
    other = "decrease" if statement.rise else "increase"
    return Misfit("change_direction", stated=word, computed=f"{other}: from {before.text} to {now.text}")


def _difference(statement: ChangeStatement) -> Misfit | None:
    now, before, stated = statement.current, statement.previous, statement.difference
    if now is None or before is None or stated is None:
        return None
    exact = abs(now.value - before.value)
    slack = (now.unit + before.unit + stated.unit) / 2 if now.decimals or before.decimals else 0
    if abs(exact - abs(stated.value)) <= slack:
        return None
    return Misfit("change_difference", stated=stated.text, computed=f"{exact:,f}")


def _percent(statement: ChangeStatement) -> Misfit | None:
    before, stated = _previous(statement), statement.percent
    if statement.of_shares and stated is not None and "point" in stated.text:
        return _percentage_points(statement, stated)
    if before is None or before == 0 or stated is None:
        return None
    after = Fraction(statement.current.value) if statement.current else None
    if after is None:
        return None
    low, high = _spread(statement, before, after)
    unit = Fraction(stated.unit)
    if low - unit <= Fraction(abs(stated.value)) <= high + unit / 2:
        return None
    if statement.of_shares and abs(abs(after - before) - Fraction(abs(stated.value))) <= 1:
        return None
    relative = abs(after - before) / abs(before) * 100
    named = []
    if after and stated.could_be(abs(after - before) / abs(after) * 100):
        named.append(f"{stated.text} is the change divided by the new value")
    return Misfit("change_percent", stated=stated.text, computed=f"{float(relative):.1f}%", hypotheses=tuple(named))


def _percentage_points(statement: ChangeStatement, stated: Printed) -> Misfit | None:
    """A change in points against the two shares, each of them rounded."""
    now, before = statement.current, statement.previous
    if now is None or before is None:
        return None
    points = abs(now.value - before.value)
    if abs(points - abs(stated.value)) <= (now.unit + before.unit) / 2 + stated.unit / 2:
        return None
    return Misfit("change_difference", stated=stated.text, computed=f"{points} percentage points")


def _points(statement: ChangeStatement) -> Misfit | None:
    """Two shares whose difference in points is called per cent: "from 80% to 84%, a rise of 4%"."""
    now, before, stated = statement.current, statement.previous, statement.percent
    if not statement.of_shares or now is None or before is None or stated is None or "%" not in stated.text:
        return None
    points = abs(now.value - before.value)
    if points == 0 or points != abs(stated.value) or before.value == 0:
        return None
    relative = 100 * Fraction(points) / Fraction(before.value)
    if stated.could_be(relative):
        return None
    return Misfit(
        "percent_for_points", stated=stated.text, computed=f"{points} percentage points, or {float(relative):.1f}%"
    )


def _spread(statement: ChangeStatement, before: Fraction, after: Fraction) -> tuple[Fraction, Fraction]:
    """Smallest and largest relative change in per cent that the printed values allow (whole counts are exact)."""
    slack_after = _slack(statement.current)
    slack_before = _slack(statement.previous)
    corners = [
        abs((after + a) - (before + b)) / abs(before + b) * 100
        for a in (-slack_after, slack_after)
        for b in (-slack_before, slack_before)
        if before + b
    ]
    return min(corners), max(corners)


def _slack(number: Printed | None) -> Fraction:
    """Half a unit for decimals and percentages; whole counts are taken as exact."""
    if number is None or (number.decimals == 0 and "%" not in number.text):
        return Fraction(0)
    return Fraction(number.unit) / 2
