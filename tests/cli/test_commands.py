"""`read`, `inspect`, `schema` and `rules` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from report_extract.rules.load import load_rules
from tests.cli.conftest import Cli

SAMPLE = Path(__file__).parents[2] / "corpora" / "northmere-saltmarsh" / "2024-25" / "annual-report.pdf"


def test_read_prints_the_document_and_nothing_else(cli: Cli, cover: Path) -> None:
    said = cli("read", cover)
    assert said.code == 0
    assert said.out.startswith("<!-- page 1 -->\n\n# Saltmarsh Council: Children's Board\n")
    assert not said.err


def test_read_cannot_steer_the_terminal(cli: Cli, cover: Path) -> None:
    cover.write_text("# Title\n\nText \x1b[2J with \u202eoverrides.\n", encoding="utf-8")
    for form in ("--markdown", "--text"):
        out = cli("read", cover, form).out
        assert "Title" in out
        assert not {"\x1b", "\u202e"} & set(out)


def test_a_page_that_is_not_there(cli: Cli, cover: Path) -> None:
    said = cli("read", cover, "--page", "3-4")
    assert (said.code, said.err) == (2, "error: --page 3-4: the document has pages 1 to 1\n")


def test_inspect_writes_one_picture_a_page(cli: Cli, tmp_path: Path) -> None:
    said = cli("inspect", SAMPLE, "--page", "4-5", "--out", tmp_path / "p.png")
    assert said.code == 0
    assert [Path(line).name for line in said.out.splitlines()] == ["p-4.png", "p-5.png"]
    with Image.open(tmp_path / "p-4.png") as picture:
        assert picture.width > 1000


def test_inspect_draws_pdfs_only(cli: Cli, cover: Path) -> None:
    said = cli("inspect", cover)
    assert said.code == 2
    assert "cover.md: pictures are made of PDFs only" in said.err


def test_the_schema_names_the_contract(cli: Cli) -> None:
    schema = json.loads(cli("schema", "extract").out)
    assert schema["properties"]["schema"]["default"] == "report-extract/extract/1"
    assert schema["$schema"].endswith("2020-12/schema")


def test_rules_list_as_json_lists_every_rule(cli: Cli) -> None:
    rows = json.loads(cli("rules", "list", "--json").out)
    assert {f"{row['kind']}/{row['id']}" for row in rows} == {rule.name for rule in load_rules()}


def test_rules_show_a_kind_and_a_rule(cli: Cli) -> None:
    assert "counterexamples" in cli("rules", "show", "themes").out
    rule = next(rule for rule in load_rules() if rule.kind == "themes")
    out = cli("rules", "show", rule.name).out
    assert f"- id: {rule.id}" in out
    assert rule.description.split()[0] in out


@pytest.mark.parametrize("name", ["theems", "themes/negelct"])
def test_rules_show_names_the_nearest(cli: Cli, name: str) -> None:
    said = cli("rules", "show", name)
    assert said.code == 2
    assert "Did you mean 'themes" in said.err


def test_a_new_rule_fails_its_test_until_it_is_written(cli: Cli, tmp_path: Path) -> None:
    assert cli("rules", "new", "themes", "kites", "--in", tmp_path / "mine").code == 0
    said = cli("rules", "test", "themes", "--rules", tmp_path / "mine")
    assert said.code == 1
    assert "themes/kites" in said.out
    pack = tmp_path / "mine" / "themes" / "own.yaml"
    pack.write_text(
        "- id: kites\n  description: Flying kites safely\n  title: Kites\n  words: [kites]\n"
        "  examples:\n    - text: Children flew kites near the harbour.\n      expect: [{theme: kites}]\n"
        "  counterexamples: [The harbour was calm.]\n",
        encoding="utf-8",
    )
    said = cli("rules", "test", "themes", "--rules", tmp_path / "mine")
    assert said.code == 0, said.out
    assert "all pass" in said.out


def test_every_shipped_rule_passes_its_own_examples(cli: Cli) -> None:
    said = cli("rules", "test")
    assert said.code == 0, said.out[-3000:]
