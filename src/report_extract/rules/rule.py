"""The base of every rule: an id, a description, examples of what must come out and of what must not."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from report_extract.model.base import Frozen


class Example(Frozen):
    """A text and what must come out of it: each mapping must agree, key by key, with one thing that comes out."""

    text: str = Field(min_length=1, description="Words such as a document would print, in your own wording")
    expect: tuple[dict[str, Any], ...] = Field(
        min_length=1, description="One mapping for each thing that must come out; only the fields named are compared"
    )


class Rule(Frozen):
    """One rule of a pack. `kind` is the name of the folder under rules/ that holds its packs.

    `pack`, `file` and `line` say where it was written; the loader sets them. `source` cites the knowledge.
    """

    kind: ClassVar[str]
    SET_BY_LOADER: ClassVar[frozenset[str]] = frozenset({"pack", "file", "line"})

    id: str = Field(pattern=r"^[a-z0-9_]+$", description="Name of the rule, unique within its kind")
    description: str = Field(min_length=8, description="What the rule recognises, in one sentence for a person")
    examples: tuple[Example, ...] = Field(default=(), description="Texts, each with what must come out of it")
    counterexamples: tuple[str, ...] = Field(default=(), description="Texts out of which nothing may come")
    source: str | None = Field(default=None, description="Where the knowledge is from: statute, guidance, paper")
    pack: str = ""
    file: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """What evidence cites: "metrics/lado_contacts"."""
        return f"{self.kind}/{self.id}"
