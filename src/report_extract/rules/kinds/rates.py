"""Rates: counts that depend on how many people live in an area, and what they are divided by."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.rule import Rule


class Rate(Rule):
    """Counts of `metrics` per `per` of the `population` (a metric id, as `people` in words).

    `stated_as` names, by count, the catalogue's own rate metric.
    Examples give values: "cla_total=50 pop_under18=10000".
    """

    kind: ClassVar[str] = "rates"

    population: str
    people: str
    per: int = Field(gt=0)
    unit: str
    metrics: tuple[str, ...] = Field(min_length=1)
    stated_as: dict[str, str] = Field(default_factory=dict)
