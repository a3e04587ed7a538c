"""What a cover says under one label, and all of a cover: entries in their order."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member

from report_extract.extract.cover.pieces import Piece
from report_extract.rules.kinds.covers import CoverLabel


@dataclass(slots=True)
class Entry:
    """A label and its pieces. `field` is "" for labels that no pack knows; `head` tells where it stands.

    `theme` is that of an implication, `also` are the further ones that the same heading names.
    """

    label: Piece | None
    field: str
    rule: CoverLabel | None = None
    theme: str | None = None
    head: bool = False
    section: bool = False
    values: list[Piece] = member(default_factory=list)
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return " ".join(self.label.text.split()).rstrip(" :") if self.label else ""

    @property
    def text(self) -> str:
        return " ".join(" ".join(v.text.split()) for v in self.values)


@dataclass(slots=True)
class Reading:
    """All entries in order, and the loose pieces of the head (meeting, date and title without labels)."""

    entries: list[Entry] = member(default_factory=list)
    loose: list[Piece] = member(default_factory=list)

    def of(self, name: str) -> list[Entry]:
        return [e for e in self.entries if e.field == name]
