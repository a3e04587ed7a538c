"""Relations between catalogued metrics: a share of a whole, a sum of parts."""

from __future__ import annotations

from typing import ClassVar

from pydantic import model_validator

from report_extract.rules.rule import Rule


class Relation(Rule):
    """Either `share` = `part` / `whole` in per cent, or `whole` = the sum of `parts`; all are metric ids.

    `caution` is said with every flag: why the relation may fail although each figure is right.
    """

    kind: ClassVar[str] = "relations"

    whole: str
    share: str | None = None
    part: str | None = None
    parts: tuple[str, ...] = ()
    caution: str | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Relation:
        if bool(self.share and self.part) == bool(self.parts):
            raise ValueError("give either share and part, or parts")
        return self
