"""The coding sheet says what a person would code, and never more than the report says."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.coding import answers

from report_extract.corpus.coding_sheet import COLUMNS, NOT_FOUND, YES, SheetRow, coding_sheet
from report_extract.extract import extract
from report_extract.extract.coding import find_coding
from report_extract.model.extraction import Coded
from report_extract.read import read
from report_extract.rules.load import load_rules
from tests.compare.making import priority, report

CORPORA = Path(__file__).parents[2] / "corpora"

REPORT = """\
# Marlhaven Safeguarding Children Partnership Annual Report 2024/25

## Progress on our priorities

### Neglect

We launched a toolkit on neglect with every nursery in May. An audit found that plans name the child's own wishes.
Because wardens now send photographs, homes are visited sooner and children are helped earlier.

### Domestic abuse

We will open a new refuge next year.

## Training

{training}

## Glossary

Neglect means that we launched nothing and that the audit found nothing of what a child needs.
"""


def coded(tmp_path: Path, training: str = "Nothing is said here.") -> list[Coded]:
    path = tmp_path / "report.md"
    path.write_text(REPORT.format(training=training), encoding="utf-8")
    return list(find_coding(read(path), book=load_rules()))


def test_activity_evidence_and_impact_are_told_apart(tmp_path: Path) -> None:
    found = {(code.code, code.text.split(" ")[0]) for code in coded(tmp_path) if code.theme == "neglect"}
    assert {("activity", "We"), ("evidence", "An"), ("impact", "Because")} <= found
    assert not {("impact", "We"), ("impact", "An"), ("evidence", "We"), ("evidence", "Because")} & found


def test_plans_and_definitions_are_no_activity(tmp_path: Path) -> None:
    assert not [code for code in coded(tmp_path) if "refuge" in code.text or "Neglect means" in code.text]


@pytest.mark.parametrize(
    ("training", "levels"),
    [
        ("Nine in ten delegates rated the course as excellent.", {"reaction"}),
        ("After the course 80% of those who attended felt more confident to speak with fathers.", {"learning"}),
        ("Three months after the workshop, half had changed the way they work with fathers.", {"behaviour"}),
        ("Since the course babies were referred sooner, because midwives ask the question.", {"outcome"}),
        ("Thirty sessions were held and 400 people attended.", set()),
        ("We do not know whether the training has changed practice.", set()),
        ("The courses aim to increase knowledge and to improve outcomes for children.", set()),
    ],
)
def test_levels_of_evaluation(tmp_path: Path, training: str, levels: set[str]) -> None:
    assert {code.level for code in coded(tmp_path, training) if code.code == "evaluation"} == levels


def test_every_code_is_words_of_the_report(tmp_path: Path) -> None:
    for code in coded(tmp_path, "Nine in ten delegates rated the course as excellent."):
        assert " ".join(piece.quote for piece in code.evidence) == code.text


@pytest.fixture(scope="module")
def sheet() -> list[SheetRow]:
    reports = [extract(CORPORA / name / "2024-25" / "annual-report.pdf") for name in ("ashcombe", "thornleigh")]
    return list(coding_sheet(reports, book=load_rules()))


def test_training_on_the_samples(sheet: list[SheetRow]) -> None:
    """One report says that it stops at a form on the day, the other asked again after three months."""
    levels = {row["partnership"]: row["evaluation_level"] for row in sheet if row["part"] == "training"}
    assert levels == {"ashcombe": "reaction", "thornleigh": "behaviour"}


def test_reviews_on_the_samples(sheet: list[SheetRow]) -> None:
    orchard = next(row for row in sheet if row["part"] == "reviews" and "Orchard" in row["item"])
    assert orchard["actions_stated"] == YES
    assert orchard["actions"].count("|") == 3
    assert orchard["actions_page"] == 4


def test_each_report_has_every_part_and_answers_with_their_sentences(sheet: list[SheetRow]) -> None:
    for partnership in ("ashcombe", "thornleigh"):
        parts = {row["part"] for row in sheet if row["partnership"] == partnership}
        assert parts == {"priorities", "training", "reviews"}
    for row in sheet:
        assert tuple(row) == COLUMNS
        for question in ("activity", "evidence", "impact", "actions"):
            answer = row[f"{question}_stated"]
            assert answer in {YES, NOT_FOUND, None}
            assert (row[question] is not None) == (answer == YES)
            assert (row[f"{question}_page"] is not None) == (answer == YES)


def test_a_person_who_filled_the_sheet_by_hand_agrees() -> None:
    """Nothing is found that the person did not find; 7 of 10 answers agree, 8 of 10 of them on the person's page."""
    found = answers()
    pages = [answer.on_its_page for answer in found if answer.on_its_page is not None]
    assert not [answer for answer in found if answer.invented]
    assert sum(answer.agrees for answer in found) >= 0.7 * len(found)
    assert sum(pages) >= 0.8 * len(pages)


def test_a_priority_without_a_known_theme_has_its_row() -> None:
    rows = list(coding_sheet([report(priorities=[priority("Kites over Marlhaven")])], book=load_rules()))
    assert [row["item"] for row in rows if row["part"] == "priorities"] == ["Kites over Marlhaven"]


def test_what_a_report_labels_as_impact_is_coded_so() -> None:
    facts = extract(CORPORA / "northmere-saltmarsh" / "2024-25" / "annual-report.pdf")
    impact = {code.text.split(",")[0] for code in facts.coding if code.code == "impact"}
    assert "A travelling health visitor now parks in each village once a fortnight" in impact
