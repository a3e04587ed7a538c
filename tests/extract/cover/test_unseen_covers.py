"""Covers of councils without a template, in layouts that nobody has seen: every stated field and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from report_extract.extract import extract
from report_extract.model.extraction import Extraction
from tests.extract.cover.typeset import typeset

PARTIAL = {"name", "date", "purpose", "role", "email"}
SAMPLES = sorted((Path(__file__).parent / "covers").glob("*.yaml"))


def facts(extraction: Extraction) -> dict[str, Any]:
    """What came out, in the short form of the expectations."""
    document, cover = extraction.document, extraction.cover
    out: dict[str, Any] = {
        "kind": document.kind.value,
        "reporting_year": document.reporting_year,
        "published": document.published,
        "partnership": document.partnership.name if document.partnership else None,
        "partnership_key": document.partnership.key if document.partnership else None,
        "recommendations": [[r.action, r.text] for r in extraction.recommendations],
        "achievements": [a.text for a in extraction.achievements],
        "challenges": [c.text for c in extraction.challenges],
        "priorities": [p.title for p in extraction.priorities],
        "notices": [n.code for n in extraction.notices],
    }
    if cover is not None:
        out.update(cover.model_dump(exclude={"evidence"}, mode="json"))
    return out


def agrees(expected: Any, got: Any) -> bool:
    """A mapping asks only for the keys it names; all else must be equal."""
    if isinstance(expected, dict) and isinstance(got, dict) and set(expected) <= PARTIAL:
        return all(agrees(value, got.get(key)) for key, value in expected.items())
    if isinstance(expected, list) and isinstance(got, list):
        return len(expected) == len(got) and all(agrees(e, g) for e, g in zip(expected, got, strict=True))
    return bool(expected == got)


def cases() -> list[Any]:
    """Each sample as it is written and, unless it says in which forms it makes sense, as a PDF."""
    loaded = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in SAMPLES}
    forms = {stem: sample.get("forms", [sample["form"], "pdf"]) for stem, sample in loaded.items()}
    return [pytest.param(loaded[stem], form, id=f"{stem}-{form}") for stem in loaded for form in forms[stem]]


@pytest.mark.parametrize(("sample", "form"), cases())
def test_unseen_cover(sample: dict[str, Any], form: str, tmp_path: Path) -> None:
    file = tmp_path / f"paper.{form}"
    if form == "pdf":
        typeset(sample["source"], file)
    else:
        file.write_text(sample["source"], encoding="utf-8")
    got = facts(extract(file))
    wrong = {k: (v, got.get(k)) for k, v in sample["expect"].items() if not agrees(v, got.get(k))}
    assert not wrong, "\n".join(f"{k}:\n   wanted {w!r}\n   got    {g!r}" for k, (w, g) in wrong.items())
