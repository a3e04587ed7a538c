"""Vetoes: words of which two labels may not hold different ones and still speak of one thing."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule


class Veto(Rule):
    """Two labels are never one metric when one holds `groups[i]`, the other `groups[j]`, and neither holds both.

    Patterns are regular expressions over lower-cased text. With `or_none` a label that holds no group at all counts as
    a group of its own ("repeat referrals" is not "referrals"). Examples join the two labels with " | ".
    """

    kind: ClassVar[str] = "vetoes"

    groups: tuple[Regex, ...] = Field(min_length=1)
    or_none: bool = False
