"""`check` as a user runs it: two papers, one, or claims written down; JSON, page, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report_extract.model.checks import CHECK_SCHEMA, CheckReport
from report_extract.model.extraction import Extraction
from tests.cli.conftest import Cli

SAMPLES = Path(__file__).parents[2] / "corpora" / "northmere-saltmarsh" / "2024-25"

PAPER = """\
# Saltmarsh Council: Children's Board

Report of: Director of Kestrel Services

Classification: Public

## Summary

The Local Authority Designated Officer dealt with 68 contacts in 2024/25.

There were 119 missing episodes in 2024/25.

As an AI language model, I cannot open files.
"""

REPORT = """\
# Saltmarsh Safeguarding Children Partnership: Annual Report 2024/25

## Allegations

The Local Authority Designated Officer (LADO) dealt with 77 contacts in 2024/25.

## Missing children

There were 119 missing episodes in 2024/25.
"""


@pytest.fixture
def papers(tmp_path: Path) -> tuple[Path, Path]:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("paper.md", PAPER), ("report.md", REPORT)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "paper.md", folder / "report.md"


def test_two_papers_give_a_view_a_json_and_a_page(cli: Cli, papers: tuple[Path, Path], tmp_path: Path) -> None:
    said = cli("check", *papers, "--out", tmp_path / "out", "--html", tmp_path / "page" / "check.html")
    assert said.code == 0
    assert "paper.md against report.md" in said.out
    assert "the report says 77, the cover 68" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    text = (tmp_path / "out" / "paper.check.json").read_text(encoding="utf-8")
    report = CheckReport.model_validate_json(text)
    assert json.loads(text)["schema"] == CHECK_SCHEMA
    verdicts = {claim.claim.split()[0]: claim.verdict.value for claim in report.claims}
    assert verdicts["There"] == "supported"
    assert "contradicted" in verdicts.values()
    page = (tmp_path / "page" / "check.html").read_text(encoding="utf-8")
    assert "The report says 77, the cover 68" in page
    assert "check.html" in said.err


def test_json_on_standard_output_and_nothing_else_and_a_failure_asked_for(cli: Cli, papers: tuple[Path, Path]) -> None:
    said = cli("check", *papers, "--json", "-", "--quiet", "--fail-on", "contradicted,error")
    assert said.code == 1
    assert json.loads(said.out)["schema"] == CHECK_SCHEMA
    assert said.err == ""
    assert cli("check", papers[1], "--json", "-", "--quiet", "--fail-on", "contradicted").code == 0


def test_one_paper_alone_is_taken_for_what_it_is(cli: Cli, papers: tuple[Path, Path], tmp_path: Path) -> None:
    said = cli("check", papers[1], "--out", tmp_path / "out")
    assert said.code == 0
    found = json.loads((tmp_path / "out" / "report.check.json").read_text(encoding="utf-8"))
    assert (found["cover"], found["source"]["name"], found["claims"]) == (None, "report", [])
    assert "One paper by itself" in said.out


def test_claims_written_down(cli: Cli, papers: tuple[Path, Path], tmp_path: Path) -> None:
    claims = tmp_path / "claims.txt"
    claims.write_text(
        "There were 119 missing episodes in 2024/25.\nThere were 276 missing episodes in 2024/25.\n", encoding="utf-8"
    )
    said = cli("check", papers[1], "--claims", claims, "--json", "-", "--html", tmp_path / "c.html", "-q")
    found = json.loads(said.out)
    assert [claim["verdict"] for claim in found["claims"]] == ["supported", "contradicted"]
    assert found["cover"]["name"] == "claims.txt"
    assert "There were 276 missing episodes" in (tmp_path / "c.html").read_text(encoding="utf-8")


def test_facts_of_an_earlier_extract_are_taken_when_nothing_changed(
    cli: Cli, papers: tuple[Path, Path], tmp_path: Path
) -> None:
    """A fact planted into the earlier result shows whether that was used."""
    out, report = tmp_path / "out", papers[1]
    assert cli("extract", report, "--out", out, "-q").code == 0
    path = out / "report.json"
    facts = Extraction.model_validate_json(path.read_bytes())
    assert facts.made_by
    planted = facts.document.model_copy(update={"title": "Planted"})

    def title_after(facts: Extraction) -> str:
        path.write_text(facts.model_dump_json(by_alias=True), encoding="utf-8")
        title: str = json.loads(cli("check", report, "--out", out, "--json", "-", "-q").out)["source"]["title"]
        return title

    assert title_after(facts.model_copy(update={"document": planted})) == "Planted"
    assert title_after(facts.model_copy(update={"document": planted, "made_by": "0.0.0+1"})) != "Planted"
    other = planted.model_copy(update={"sha256": "0"})
    assert title_after(facts.model_copy(update={"document": other})) != "Planted"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["check"], 2, "Missing argument"),
        (["check", "a.pdf", "b.pdf", "--claims", "c.txt"], 2, "--claims stands in for the cover"),
        (["check", "a.pdf", "--claims", "no-such-file.txt"], 2, "no-such-file.txt: cannot be read"),
        (["check", "a.pdf", "b.pdf", "--fail-on", "wrong"], 2, "--fail-on wrong: choose from contradicted"),
        (["check", "no-such-file.pdf"], 3, "no-such-file.pdf: there is no such file"),
    ],
)
def test_wrong_usage_says_what_is_wrong(cli: Cli, arguments: list[str], code: int, words: str) -> None:
    said = cli(*arguments)
    assert said.code == code
    assert words in " ".join(said.err.split())
    assert not said.out


def test_the_paper_that_cannot_be_read_is_named(cli: Cli, papers: tuple[Path, Path], tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4\nnothing")
    said = cli("check", papers[0], bad, "--out", tmp_path / "out")
    assert said.code == 3
    assert said.err.startswith("error: bad.pdf: ")
    assert not (tmp_path / "out").exists()


def test_papers_in_the_wrong_order_are_noticed(cli: Cli, papers: tuple[Path, Path]) -> None:
    cover, report = SAMPLES / "cover-northmere.md", papers[1]
    assert "write the cover first" in " ".join(cli("check", report, cover, "--json", "-", "-q").err.split())
    assert cli("check", cover, report, "--json", "-", "-q").err == ""


def test_the_schema_of_a_check_is_published(cli: Cli) -> None:
    schema = json.loads(cli("schema", "check").out)
    assert schema["properties"]["schema"]["default"] == CHECK_SCHEMA
