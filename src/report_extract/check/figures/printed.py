"""A number as printed, and the values that could have been printed so.

Decimal throughout: binary floats would make 66.6 and 2/3 differ in ways that no author meant. A printed number stands
for an interval. Authors round (66.67 → 66.7) and truncate (66.67 → 66.6); both are accepted everywhere, because of all
the relations of a real report that seemed broken, most were truncated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

_NUMBER = re.compile(r"(?P<sign>[-−–(]?)\s*[£$€]?\s*(?P<digits>\d[\d,\u00a0\u202f ]*(?:\.\d+)?|\.\d+)")


@dataclass(frozen=True, slots=True)
class Printed:
    """`value` with the number of printed decimals; `text` is what stands on the page."""

    text: str
    value: Decimal
    decimals: int

    @property
    def unit(self) -> Decimal:
        """The worth of one in the last printed place: 0.1 for "66.6", 1 for "58"."""
        return Decimal(1).scaleb(-self.decimals)

    @property
    def rounded(self) -> tuple[Fraction, Fraction]:
        """Closed interval of the values that round to this print."""
        half = Fraction(self.unit) / 2
        return Fraction(self.value) - half, Fraction(self.value) + half

    def could_be(self, value: Fraction) -> bool:
        """True where rounding or truncating `value` (towards zero) gives this print."""
        low, high = self.rounded
        return low <= value <= high or self.is_truncation_of(value)

    def is_truncation_of(self, value: Fraction) -> bool:
        stated, unit = Fraction(self.value), Fraction(self.unit)
        return stated <= value < stated + unit if value >= 0 else stated - unit < value <= stated


def printed(text: str) -> Printed | None:
    """The one number of a cell or phrase ("£419,325", "66.6%", "(1,200)" is negative); None for none or several."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    digits = re.sub(r"[,\u00a0\u202f ]", "", match["digits"])
    value = Decimal(digits)
    negative = (match["sign"] in "-−–" and match["sign"] != "") or (match["sign"] == "(" and ")" in text[match.end() :])
    decimals = len(digits.partition(".")[2])
    return Printed(text=text.strip(), value=-value if negative else value, decimals=decimals)
