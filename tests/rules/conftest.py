"""A kind of rule that exists in tests only, and folders of packs that use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Literal

import pytest
from pydantic import Field

from report_extract.model.base import Frozen
from report_extract.rules.kinds import KINDS
from report_extract.rules.patterns import Phrase, Regex
from report_extract.rules.rule import Rule


class Colour(Frozen):
    name: str
    shade: int | None = None


class Kite(Rule):
    """A rule about kites."""

    kind: ClassVar[str] = "kites"

    label: str = Field(description="What the kite is called")
    patterns: tuple[Regex, ...] = Field(default=(), description="How the text speaks of it")
    phrases: tuple[Phrase, ...] = ()
    colours: tuple[Colour, ...] = ()
    size: Literal["small", "large"] | None = None


@pytest.fixture
def kite_kind(monkeypatch: pytest.MonkeyPatch) -> type[Kite]:
    monkeypatch.setitem(KINDS, "kites", Kite)
    return Kite


@pytest.fixture
def pack(tmp_path: Path, kite_kind: type[Kite]) -> Callable[..., Path]:
    """Writes a pack and returns the folder to load."""

    def write(text: str, *, name: str = "sky", folder: str = "mine", kind: str = "kites") -> Path:
        path = tmp_path / folder / kind / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / folder

    return write
