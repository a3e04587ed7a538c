"""A metric in the making: everything but its identity, which only the whole document can give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from report_extract.language.periods import Period
from report_extract.language.quantities import Qualifier
from report_extract.model.extraction import Compared, Role
from report_extract.rules.kinds.metrics import MetricRule


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure as found in one place; `start:end` is the span of the document's text that states it.

    `dated` is the period that is printed for it; `period` may be inferred. `moving` is the way in
    which things went from a previous value (whose own direction is none). `part_of` names the table
    whose rows divide one metric up: there the row's label belongs to what the figure is.
    `borrows` marks a target and another place's figure, whose own words do not say what they
    are of ("against a target of 90%"): that is what the figure beside them counts. `whole`
    marks the total of a table. `at` is the offset of the printed value in its sentence.
    """

    value: float
    value_text: str
    unit: str
    label: str
    start: int
    end: int
    source: Literal["text", "table", "figure"]
    value_max: float | None = None
    qualifier: Qualifier = "exact"
    rule: MetricRule | None = None
    area: str | None = None
    agency: str | None = None
    period: str | None = None
    role: Role = Role.current
    direction: Literal["increase", "decrease"] | None = None
    moving: Literal["increase", "decrease"] | None = None
    compared_with: Compared | None = None
    part_of: str | None = None
    borrows: bool = False
    whole: bool = False
    at: int = 0
    inferred: tuple[Literal["area", "period"], ...] = ()
    dated: Period | None = None
    spans: tuple[tuple[int, int], ...] = field(default=())

    @property
    def metric(self) -> str | None:
        return self.rule.id if self.rule else None


def inferred(*, area: bool, period: bool) -> tuple[Literal["area", "period"], ...]:
    """Which of the two the figure's own words do not state."""
    return (*(() if area else ("area",)), *(() if period else ("period",)))
