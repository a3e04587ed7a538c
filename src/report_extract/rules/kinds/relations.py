"""Relations between catalogued metrics: a share of a whole, a sum of parts."""

from __future__ import annotations

from typing import ClassVar

from pydantic import model_validator

from report_extract.rules.rule import Rule


class Relation(Rule):
    """`share` = `part` / `whole` in per cent, or `whole` = the sum of `parts`, or each of `single` has one value for an
    area and a period; all are metric ids.

    `caution` is said with every flag: why the relation may fail although each figure is right.
    """

    kind: ClassVar[str] = "relations"

    whole: str | None = None
    share: str | None = None
    part: str | None = None
    parts: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    caution: str | None = None

    @model_validator(mode="after")
    def _one_of_three(self) -> Relation:
        forms = (bool(self.whole and self.share and self.part), bool(self.whole and self.parts), bool(self.single))
        if sum(forms) != 1:
            raise ValueError("give whole with share and part, or whole with parts, or single")
        return self
