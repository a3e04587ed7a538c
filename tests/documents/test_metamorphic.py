"""One content typeset in six ways gives the same facts: the layout may not decide what a document says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("reportlab", reason="the generator of the samples needs reportlab (extra: dev)")

from corpora.generate.six_ways import NAMES, facts_of, short_report, write_six

from tests.documents import extracting

Facts = frozenset[tuple[Any, ...]]
# Share of the facts that two typesettings have in common (of all that either has). Raise; never lower.
FLOORS = {"metrics": 0.8, "findings": 0.9, "recommendations": 0.9, "priorities": 0.9}


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_six(tmp_path_factory.mktemp("six"))


def words(text: str | None) -> str:
    return " ".join((text or "").lower().split()).strip(" .")


def facts(said: dict[str, Any], kind: str) -> Facts:
    items = said[kind]
    match kind:
        case "metrics":
            return frozenset((m["metric"], m["value"], m["unit"], m["role"]) for m in items if m["metric"])
        case "priorities":
            return frozenset((words(p["title"]), words(p["outcome"]), words(p["pledge"])) for p in items)
        case _:
            return frozenset((i["number"], words(i["text"])) for i in items if i.get("number"))


def shared(a: Facts, b: Facts) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("name", NAMES[1:])
def test_same_facts_in_every_typesetting(six: dict[str, Path], name: str, kind: str) -> None:
    first = facts(extracting.extracted(six[NAMES[0]]), kind)
    said = facts(extracting.extracted(six[name]), kind)
    assert shared(said, first) >= FLOORS[kind], (sorted(map(str, first - said))[:5], sorted(map(str, said - first))[:5])


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("name", NAMES)
def test_they_do_not_agree_on_silence(six: dict[str, Path], name: str, kind: str) -> None:
    """Six empty answers are the same, too: more than half of gold must be there."""
    wanted = facts(facts_of(short_report()), kind)
    said = facts(extracting.extracted(six[name]), kind)
    assert len(said & wanted) > len(wanted) / 2, sorted(map(str, wanted - said))[:5]
