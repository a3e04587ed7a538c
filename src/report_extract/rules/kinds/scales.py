"""Scales: words that grade something, in their order."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule


class Scale(Rule):
    """Grades by their words, worst first. `cues` are words near which a small-lettered grade is meant as one; a word
    in capitals or quotation marks always is."""

    kind: ClassVar[str] = "scales"

    grades: tuple[str, ...] = Field(min_length=2)
    cues: tuple[Regex, ...] = ()
