"""`compare` as a user runs it: documents and JSON, tables, page, faults."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from report_extract.model.comparison import COMPARE_SCHEMA, Comparison
from tests.cli.conftest import Cli
from tests.compare.making import metric, priority, report

REPORT = """\
# Saltmarsh Safeguarding Children Partnership: Annual Report 2024/25

## Allegations

The Local Authority Designated Officer (LADO) received 77 contacts in 2024/25.
"""


@pytest.fixture
def years(tmp_path: Path) -> tuple[Path, Path]:
    """Two years as `extract` writes them; one label would be a formula in a spreadsheet."""
    paths = []
    for year, value in (("2023/24", 48), ("2024/25", 56)):
        facts = report(
            year, name=f"report-{year[:4]}", metrics=[metric("=cmd()|calls", value, quote="-1+cmd|' /C calc'!A0")]
        )
        path = tmp_path / f"{year[:4]}.json"
        path.write_text(facts.model_dump_json(by_alias=True), encoding="utf-8")
        paths.append(path)
    return paths[0], paths[1]


def test_json_goes_to_standard_output_and_nothing_else(cli: Cli, years: tuple[Path, Path]) -> None:
    said = cli("compare", *years, "--json", "-")
    result = Comparison.model_validate_json(said.out)
    assert (said.code, result.schema_id, result.metrics[0].change) == (0, COMPARE_SCHEMA, 8)
    assert "2023/24 to 2024/25" in said.err


def test_results_are_written_and_shown(cli: Cli, years: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    said = cli("compare", *years, "--out", tmp_path / "out", "--html", page)
    assert said.code == 0
    assert json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))["axis"] == "year"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "+8 (+16.7%)" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert str(page) in said.err.replace("\n", "")


def test_tables_are_tidy_and_harmless(cli: Cli, years: tuple[Path, Path], tmp_path: Path) -> None:
    assert cli("compare", *years, "--csv", tmp_path / "csv", "--out", tmp_path, "-q").code == 0
    with (tmp_path / "csv" / "metrics.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["reporting_year"], r["value"], r["change"]) for r in rows] == [
        ("2023/24", "48", "8"),
        ("2024/25", "56", "8"),
    ]
    assert {r["label"] for r in rows} == {"'=cmd()|calls"}
    assert {r["quote"][0] for r in rows} == {"'"}
    assert len(list((tmp_path / "csv").glob("*.csv"))) == 8


def test_documents_and_json_are_mixed(cli: Cli, years: tuple[Path, Path], tmp_path: Path) -> None:
    document = tmp_path / "annual.md"
    document.write_text(REPORT, encoding="utf-8")
    said = cli("compare", years[0], document, "--json", "-", "-q")
    assert [d["file"] for d in json.loads(said.out)["documents"]] == ["report-2023.pdf", str(document)]
    assert said.err == ""


def test_an_axis_that_is_none_is_wrong_usage(cli: Cli, years: tuple[Path, Path]) -> None:
    said = cli("compare", *years, "--axis", "upwards")
    assert (said.code, said.out) == (2, "")
    assert "choose one of year, partnership, both" in said.err


def test_a_missing_paper_is_named_and_nothing_is_written(cli: Cli, years: tuple[Path, Path], tmp_path: Path) -> None:
    said = cli("compare", years[0], tmp_path / "missing.pdf", "--out", tmp_path / "out")
    assert said.code == 3
    assert "missing.pdf" in said.err
    assert not (tmp_path / "out").exists()


def test_one_paper_is_wrong_usage_even_when_given_twice(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(report(metrics=[metric("calls", 4)]).model_dump_json(by_alias=True), encoding="utf-8")
    for papers in ([path], [path, path]):
        said = cli("compare", *papers, "--out", tmp_path / "out")
        assert said.code == 2
        assert "a.json is the only one given" in said.err
        assert "Add last year's report" in said.err
    assert not (tmp_path / "out").exists()


def test_hostile_names_do_not_steer_the_terminal(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    facts = report(metrics=[metric("calls\x1b[2J", 4)], priorities=[priority("Babies\x1b]0;x\x07 first")])
    path.write_text(facts.model_dump_json(by_alias=True), encoding="utf-8")
    other = tmp_path / "b.json"
    other.write_text(report("2023/24").model_dump_json(by_alias=True), encoding="utf-8")
    said = cli("compare", path, other, "--out", tmp_path)
    assert said.code == 0
    assert "\x1b" not in said.out + said.err


def test_the_schema_is_published(cli: Cli) -> None:
    schema = json.loads(cli("schema", "compare").out)
    assert {"axis", "documents", "metrics", "restated", "priorities", "recommendations", "findings", "agencies"} <= set(
        schema["properties"]
    )


def test_patterns_are_resolved_because_some_shells_do_not(cli: Cli, years: tuple[Path, Path]) -> None:
    """cmd.exe hands `reports\\*.json` over as it is typed."""
    said = cli("compare", years[0].parent / "20*.json", "--json", "-", "-q")
    assert said.code == 0, said.err
    assert len(Comparison.model_validate_json(said.out).documents) == 2
