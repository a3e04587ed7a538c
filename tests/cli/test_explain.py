"""`explain`, and what `extract` writes beside its JSON."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Cli

SAMPLE = Path(__file__).parents[2] / "corpora" / "thornleigh" / "2024-25" / "annual-report.pdf"


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The JSON, tables and brief of a sample that lies in a folder of its own."""
    from report_extract.cli.leave import run

    folder = tmp_path_factory.mktemp("explain")
    shutil.copy(SAMPLE, folder / "report.pdf")
    assert run(["extract", str(folder / "report.pdf"), "--out", str(folder / "out"), "--csv", "--markdown", "-q"]) == 0
    return folder / "out" / "report.json"


def known(result: Path) -> dict:
    """The first metric that a rule of the catalogue found in a sentence."""
    facts = json.loads(result.read_text(encoding="utf-8"))
    return next(m for m in facts["metrics"] if m["metric"] and m["source"] == "text" and m["inferred"])


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_an_item_is_explained_with_rule_words_place_and_picture(cli: Cli, result: Path, tmp_path: Path) -> None:
    metric = known(result)
    said = cli("explain", result, metric["id"], "--picture", tmp_path / "p.png")
    assert (said.code, said.err) == (0, "")
    text = squeezed(said.out)
    assert f"metrics/{metric['metric']}:" in text
    assert "phrases" in text
    assert "matched “" in text
    assert f"page {metric['evidence'][0]['page']}, characters {metric['evidence'][0]['start']}-" in text
    assert f"{metric['confidence']:.2f}: so many of such are right" in text
    assert f"inferred {' and '.join(metric['inferred'])}" in text
    blue = Image.open(tmp_path / "p.png").convert("RGB").getchannel("B")
    assert blue.histogram()[140], "nothing is marked: 45% of yellow over white leaves 140 of blue"


def test_the_picture_stands_beside_the_result(cli: Cli, result: Path) -> None:
    said = cli("explain", result, "m1")
    assert said.code == 0
    assert (result.parent / "report-m1.png").read_bytes().startswith(b"\x89PNG")


def test_without_an_item_all_are_listed(cli: Cli, result: Path) -> None:
    facts = json.loads(result.read_text(encoding="utf-8"))
    said = cli("explain", result)
    ids = {line.split()[0] for line in said.out.splitlines() if line.strip()}
    assert {m["id"] for m in facts["metrics"]} | {f["id"] for f in facts["findings"]} <= ids


def test_short_forms_of_ids(cli: Cli, result: Path) -> None:
    assert cli("explain", result, "f1").out.startswith("finding-1 ")
    assert cli("explain", result, "r1").out.startswith("recommendation-1 ")
    assert cli("explain", result, "REV1").out.startswith("review-1 ")
    assert cli("explain", result, "Metric 1").out.startswith("m1 ")
    assert cli("explain", result, "table1").out.startswith("t1 ")


def counted(result: Path, kind: str) -> int:
    return len(json.loads(result.read_text(encoding="utf-8"))[kind])


def test_an_id_that_is_not_there_names_the_range_and_the_nearest(cli: Cli, result: Path) -> None:
    count, findings = counted(result, "metrics"), counted(result, "findings")
    said = cli("explain", result, "m999")
    assert said.code == 2
    assert said.err == (
        f"error: there is no 'm999' in this result. metrics: m1 to m{count}. Nearest: m{count}, m{count - 1}\n"
    )
    assert cli("explain", result, "m0").err.endswith("Nearest: m1, m2\n")
    assert (
        f"findings: finding-1 to finding-{findings}. Nearest: finding-{findings}" in cli("explain", result, "f99").err
    )


@pytest.mark.parametrize("name", ["x1", "12", "LADO", ""])
def test_what_is_no_id_is_told_what_there_is_of_every_kind(cli: Cli, result: Path, name: str) -> None:
    said = cli("explain", result, name)
    assert said.code == 2
    assert f"metrics: m1 to m{counted(result, 'metrics')}; findings: finding-1 to " in said.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{}", "this is other JSON. Give the OUT.json"),
        ("[]", "this holds several documents"),
        ("%PDF-1.7", "this is no JSON. Give the OUT.json"),
        ('{"schema": "report-extract/check/1"}', "this is a check result"),
        ('{"schema": "report-extract/extract/9"}', "another version of report-extract wrote this"),
        ('{"schema": "report-extract/extract/1"}', "this is damaged"),
    ],
)
def test_a_file_that_is_no_result_is_told_what_it_is(cli: Cli, tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    said = cli("explain", tmp_path / "x.json", "m1")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert f"x.json: {words}" in said.err


def test_a_moved_or_changed_document_is_told_and_can_be_given(cli: Cli, result: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "facts.json"
    copy.parent.mkdir()
    facts = json.loads(result.read_text(encoding="utf-8"))
    facts["document"]["file"] = "gone/moved.pdf"
    copy.write_text(json.dumps(facts), encoding="utf-8")
    said = cli("explain", copy, "m1")
    assert said.code == 0
    assert "is not there any more" in said.err
    assert cli("explain", copy, "m1", "--picture", tmp_path / "p.png").code == 2
    assert cli("explain", copy, "m1", "--picture", tmp_path / "p.png", "--document", SAMPLE).code == 0
    (copy.parent / "moved.pdf").write_bytes(SAMPLE.read_bytes() + b"\n")
    assert "has changed since it was read" in cli("explain", copy, "m1").err


def test_tables_and_brief_stand_beside_the_json(result: Path) -> None:
    facts = json.loads(result.read_text(encoding="utf-8"))
    with (result.parent / "csv" / "metrics.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["id"], r["label"], r["page"]) for r in rows] == [
        (m["id"], m["label"], str(m["evidence"][0]["page"])) for m in facts["metrics"]
    ]
    cells = sum(len(row) for table in facts["tables"] for row in table["rows"])
    with (result.parent / "csv" / "tables.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == cells
    assert f"# {facts['document']['title']}" in (result.parent / "report.brief.md").read_text(encoding="utf-8")
