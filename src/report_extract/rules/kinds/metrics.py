"""The catalogue of metrics: what a figure is called, counted in, and how reports speak of it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule


class MetricRule(Rule):
    """One metric of the catalogue. Patterns are regular expressions over lower-cased text.

    A figure is this metric when its unit is one of `units`, one of `phrases` stands in its label or clause, one of
    `requires` (if any) stands in its sentence, table or headings, none of `excludes` in its label or clause, and none
    of `not_under` there, in its headings or in the sentence before.
    The unit "grade" is a word of `scale` (worst first), whose place is the value: 1 is the worst.
    `better` says which way is good. `measure` tells a count at a date (snapshot) from one over a year (flow).
    """

    kind: ClassVar[str] = "metrics"

    label: str
    units: tuple[str, ...] = Field(min_length=1)
    better: Literal["higher", "lower", "neutral"] = "neutral"
    measure: Literal["snapshot", "flow"] = "flow"
    dimension: str | None = None
    phrases: tuple[Regex, ...] = Field(min_length=1)
    requires: tuple[Regex, ...] = ()
    excludes: tuple[Regex, ...] = ()
    not_under: tuple[Regex, ...] = ()
    scale: tuple[str, ...] = ()
