"""The base of every rule: an id, a description, examples of what must come out and of what must not."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from report_extract.model.base import Frozen


class Example(Frozen):
    """A text and what must come out of it: each mapping must agree, key by key, with one thing that comes out."""

    text: str
    expect: tuple[dict[str, Any], ...] = Field(min_length=1)


class Rule(Frozen):
    """One rule of a pack. `kind` is the name of the folder under rules/ that holds its packs.

    `pack`, `file` and `line` say where it was written; the loader sets them. `source` cites the knowledge.
    """

    kind: ClassVar[str]

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    description: str = Field(min_length=8)
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[str, ...] = ()
    source: str | None = None
    pack: str = ""
    file: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """What evidence cites: "metrics/lado_contacts"."""
        return f"{self.kind}/{self.id}"
