"""`corpus`: what is said and where, clean output, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("duckdb")

from report_extract.present.demo import samples
from tests.cli.conftest import COVER, Cli


def test_add_list_and_query(cli: Cli, cover: Path, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "store")
    (cover.parent / "bad.pdf").touch()
    said = cli("corpus", "add", cover.parent, *store)
    assert (said.code, said.out) == (3, "")
    assert "error: bad.pdf: the file is empty" in said.err
    assert "1 cover report" in said.err
    assert "1 added" in said.err
    said = cli("corpus", "add", cover, *store, "--quiet")
    assert said == (0, "", "")
    assert "cover" in cli("corpus", "list", *store).out
    assert "bad.pdf" in cli("corpus", "list", "--failed", *store).out
    rows = json.loads(cli("corpus", "list", *store, "--json", "-").out)
    assert [row["document"] for row in rows] == ["cover"]
    said = cli("corpus", "query", "SELECT document, pages FROM documents", *store, "--csv", "-")
    assert said.out == "document,pages\r\ncover,1\r\n"


def test_the_store_is_never_its_own_input(cli: Cli, cover: Path) -> None:
    store = cover.parent / "corpus"
    assert cli("corpus", "add", cover.parent, "--store", store, "--copy").code == 0
    said = cli("corpus", "add", cover.parent, "--store", store)
    assert "1 known before" in said.err
    assert len(json.loads(cli("corpus", "list", "--store", store, "--json", "-").out)) == 1


def test_faults_are_one_line(cli: Cli, cover: Path, tmp_path: Path) -> None:
    said = cli("corpus", "list", "--store", tmp_path / "none")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "corpus add" in said.err
    store = ("--store", tmp_path / "store")
    cli("corpus", "add", cover, *store)
    for sql in ("SELECT", "DELETE FROM documents", "SELECT * FROM read_text('/etc/hosts')"):
        said = cli("corpus", "query", sql, *store)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), said
    assert cli("corpus", "query", "SELECT 1", *store, "--json", "-", "--csv", "-").code == 2


def test_what_a_document_says_does_not_reach_the_terminal_raw(cli: Cli, cover: Path, tmp_path: Path) -> None:
    cover.write_text(COVER.replace("Public", "Pub\x1b[31mlic"), encoding="utf-8")
    cli("corpus", "add", cover, "--store", tmp_path / "store")
    said = cli("corpus", "query", "SELECT value FROM cover_fields", "--store", tmp_path / "store")
    assert said.code == 0
    assert "\x1b" not in said.out


def test_export_names_what_it_wrote(cli: Cli, cover: Path, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "store")
    cli("corpus", "add", cover, *store)
    said = cli("corpus", "export", tmp_path / "out", "--csv", "--xlsx", *store)
    written = [Path(line) for line in said.out.splitlines()]
    assert {path.suffix for path in written} == {".csv", ".xlsx"}
    assert all(path.is_file() for path in written)
    assert cli("corpus", "export", tmp_path / "pq", *store).out.count(".parquet") > 10


def test_the_command_writes_the_sheet(cli: Cli, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert cli("corpus", "add", samples() / "ashcombe", "--store", store, "--jobs", 1).code == 0
    said = cli("corpus", "coding-sheet", "--store", store)
    assert "LCSPR Orchard" in said.out
    rows = json.loads(cli("corpus", "coding-sheet", "--store", store, "--json", "-").out)
    assert {row["part"] for row in rows} == {"priorities", "training", "reviews"}
    said = cli("corpus", "coding-sheet", "--store", store, "--csv", tmp_path / "s.csv", "--xlsx", tmp_path / "s.xlsx")
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / "s.csv").read_bytes().count(b"\r\n") == len(rows) + 1
    assert (tmp_path / "s.xlsx").stat().st_size > 0


def test_columns_that_do_not_fit_are_named(cli: Cli, cover: Path, tmp_path: Path) -> None:
    """Thirty columns squeezed into 80 characters would be one letter wide."""
    store = ("--store", tmp_path / "store")
    assert cli("corpus", "add", cover, *store, "-q").code == 0
    said = cli("corpus", "query", "SELECT * FROM documents", *store)
    assert cover.stem in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert "more columns (" in said.err
    assert "--csv FILE" in " ".join(said.err.split())
    assert not cli("corpus", "query", "SELECT document, pages FROM documents", *store).err
