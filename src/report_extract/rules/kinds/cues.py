"""Cues: ways in which a sentence says something about itself: that a definition changed, that it is impact."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule


class Cue(Rule):
    """A sentence `says` something when one of `phrases` stands in it and none of `excludes` (lower-cased text)."""

    kind: ClassVar[str] = "cues"

    says: str = Field(description="What it means: definition_changed, impact, activity, evidence, ...")
    phrases: tuple[Regex, ...] = Field(min_length=1)
    excludes: tuple[Regex, ...] = ()
