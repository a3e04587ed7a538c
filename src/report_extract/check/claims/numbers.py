"""Whether two stated quantities agree: the interval of one, with its hedges and rounding, against the other.

Hedges: about ±5 %; "over N" above N up to one tenth more where the other number is exact; "almost N" from 90 % of N.
"""

from __future__ import annotations

from typing import NamedTuple

from report_extract.language.quantities import Quantity

_DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.4, "years": 365.25, "hours": 1 / 24, "minutes": 1 / 1440}
_ABOUT, _OVER, _ALMOST = 0.05, 0.10, 0.10
# Lengths of time in different units are compared with this tolerance (12 weeks are about 3 months).
_CALENDAR = 0.10
_SCALES = (("million", 1e6), ("billion", 1e9), ("bn", 1e9), ("m", 1e6), ("k", 1e3), ("thousand", 1e3))


class Range(NamedTuple):
    low: float
    high: float


def comparable(a: Quantity, b: Quantity) -> bool:
    """True for one unit, lengths of time of any unit, and shares with percentage points."""
    if a.unit in _DAYS and b.unit in _DAYS:
        return True
    shares = {"percent", "percentage_points"}
    return a.unit == b.unit or {a.unit, b.unit} == shares


def agree(claim: Quantity, source: Quantity) -> bool:
    """True if the claim's quantity can be what the source states; both may be hedged, rounded or ranges."""
    if not comparable(claim, source):
        return False
    alike = claim.unit == source.unit and _half_unit(claim) == _half_unit(source)
    if alike and _is_exact(claim) and _is_exact(source):
        return claim.value == source.value
    if {claim.qualifier, source.qualifier} == {"over", "under"} and claim.value == source.value:
        return False  # more than half is not fewer than half, though both come near it
    a, b = _range(claim), _range(source)
    if claim.unit in _DAYS and claim.unit != source.unit:
        a, b = _in_days(claim, a), _in_days(source, b)
        return a.low * (1 - _CALENDAR) <= b.high and b.low <= a.high * (1 + _CALENDAR)
    return a.low <= b.high and b.low <= a.high


def allows(claim: Quantity, source: Quantity) -> bool:
    """Whether a claim of "more than half" or "fewer than a third" leaves room for the source's number, however far."""
    if claim.form != "fraction" or not comparable(claim, source):
        return False
    lowest, highest = (source.value, source.value_max if source.value_max is not None else source.value)
    if claim.qualifier == "over":
        return source.qualifier != "under" and highest > claim.value
    return claim.qualifier == "under" and source.qualifier != "over" and lowest < claim.value


def _is_exact(quantity: Quantity) -> bool:
    """Printed in digits without a hedge: two such shares of one precision are equal or are not ("18%" is no "19%")."""
    return quantity.qualifier in (None, "exact") and quantity.value_max is None and quantity.form == "digits"


def _in_days(quantity: Quantity, span: Range) -> Range:
    return Range(span.low * _DAYS[quantity.unit], span.high * _DAYS[quantity.unit])


def _range(quantity: Quantity) -> Range:
    value, upper = quantity.value, quantity.value_max if quantity.value_max is not None else quantity.value
    half = _half_unit(quantity)
    match quantity.qualifier:
        case "about":
            return Range(value * (1 - _ABOUT) - half, upper * (1 + _ABOUT) + half)
        case "over":
            return Range(value, upper * (1 + _OVER) + half)
        case "under":
            return Range(value * (1 - _OVER) - half, upper)
        case "almost":
            return Range(value * (1 - _ALMOST), upper + half)
    return Range(value - half, upper + half)


def _half_unit(quantity: Quantity) -> float:
    """Half of the last printed place of shares, rates and scaled sums (a truncated print lies one whole place off);
    whole counts are exact."""
    scale = _scale(quantity.text)
    decimals = quantity.text.partition(".")[2]
    places = sum(c.isdigit() for c in decimals)
    if quantity.form == "fraction":
        return 2.0
    if quantity.unit in ("count", "gbp") and scale == 1 and not places:
        return 0.0
    return scale / 2 / 10.0**places


def _scale(text: str) -> float:
    """What the last word of "£1.2 million" multiplies by."""
    word = text.rstrip().lower()
    return next((factor for ending, factor in _SCALES if word.endswith(ending)), 1.0)
