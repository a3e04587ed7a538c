"""GRIM for percentages: which whole numbers out of n can print as p (Brown and Heathers 2017, made exact).

Every whole number k of n is tried with exact fractions; half-up, half-even and truncated prints all count. With a wrong
n almost any percentage of a small n looks impossible, so callers must bind n to the percentage by the sentence.
"""

from __future__ import annotations

from fractions import Fraction

from report_extract.check.figures.printed import Printed


def possible_counts(share: Printed, *, of: int) -> tuple[int, ...]:
    """All k in 0..of whose share 100·k/of could be printed as `share`; empty where the print is impossible."""
    if of <= 0:
        raise ValueError(f"a share of {of} cases means nothing")
    middle = Fraction(share.value) * of / 100
    reach = Fraction(share.unit) * of / 100 + 1
    low, high = max(0, int(middle - reach)), min(of, int(middle + reach) + 1)
    return tuple(k for k in range(low, high + 1) if share.could_be(Fraction(100 * k, of)))


def is_telling(share: Printed, *, of: int) -> bool:
    """False where so many counts fit that the test says nothing: n of 50 or more for whole per cent, 500 for one
    decimal (truncation allowed, the chance that a random print fails is about 1 - 2n/10^(d+2))."""
    return 2 * of < int(10 ** (share.decimals + 2))


def fitting_bases(share: Printed, *, below: int = 60, first: int = 6) -> tuple[int, ...]:
    """The smallest n for which some whole number prints as `share`: what the author may have meant."""
    return tuple(n for n in range(2, below) if possible_counts(share, of=n))[:first]
