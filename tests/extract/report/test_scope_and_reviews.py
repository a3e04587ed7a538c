"""Whose section it is, which area it speaks of, what reviews a report names, and its tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from report_extract.extract.reviews import find_reviews
from report_extract.extract.sections import find_sections
from report_extract.extract.story import Story
from report_extract.extract.tables import find_tables
from report_extract.read import read
from report_extract.rules.load import load_rules

Tell = Callable[[str], Story]

TWO_AREAS = """# The Kestrel Vale & Ashcombe Safeguarding Children Partnership (KASCP)

KASCP brings together Kestrel Vale Council, Ashcombe Council and the Northmere Police.

## Partner updates

### 4.1 KESTREL VALE COUNCIL - CHILDREN & FAMILIES

Kestrel Vale Children and Families Service (KVCF) saw more children.

### 4.2 NORTHMERE POLICE UPDATE

Officers were trained.

### RIVERSIDE PROJECT

Sessions were held.

### Probation

Staff were trained.

## Ashcombe snapshot

There are 9,000 children.

## Training

Courses were held for staff of Ashcombe and Kestrel Vale.
"""


def test_agencies_and_areas(tell: Tell) -> None:
    story = tell(TWO_AREAS)
    scope = story.scope

    def at(words: str) -> tuple[str | None, str | None]:
        offset = story.document.text.index(words)
        return scope.agency_at(offset), scope.area_at(offset)

    assert scope.areas == ("Kestrel Vale", "Ashcombe")
    assert at("saw more children") == ("Kestrel Vale Children and Families Service", "Kestrel Vale")
    assert at("Officers were trained") == ("Northmere Police", None)
    assert at("Sessions were held") == ("Riverside Project", None)
    assert at("9,000 children") == (None, "Ashcombe")
    assert at("Courses were held") == (None, "Kestrel Vale & Ashcombe")


def test_acronyms_are_learnt(tell: Tell) -> None:
    story = tell(
        TWO_AREAS + "\n\nThe Ashcombe Valley NHS Foundation Trust (AVFT) closed a ward. AVFT trained its staff.\n"
    )
    mentioned = [m.agency.name for m in story.scope.names.find("AVFT and KVCF met the KASCP.")]
    assert mentioned == [
        "Ashcombe Valley NHS Foundation Trust",
        "Kestrel Vale Children and Families Service",
        "Kestrel Vale & Ashcombe Safeguarding Children Partnership",
    ]


def test_one_council_under_two_names(tell: Tell) -> None:
    story = tell("# Report\n\nAshcombe Council met. Ashcombe Council agreed. The London Borough of Ashcombe paid.\n")
    assert {m.agency.name for m in story.scope.names.find("London Borough of Ashcombe")} == {"Ashcombe Council"}


def test_sections(tell: Tell) -> None:
    story = tell(TWO_AREAS)
    sections = {s.title: (s.agency, s.kind) for s in find_sections(story.document, book=story.book, story=story)}
    assert sections["4.2 NORTHMERE POLICE UPDATE"] == ("Northmere Police", None)
    assert sections["Ashcombe snapshot"] == (None, "context")
    assert sections["Training"] == (None, "training")


def test_reviews(tell: Tell) -> None:
    story = tell(
        """# Reviews of practice

Three serious incident notifications were made to the national panel. Two rapid reviews were held. One LCSPR was
published (Child Oak). Another is ongoing (Child Elm).

## Child Oak

The review was authored by Ada Brookfield OBE and was published in May 2031.

## Audits

The partnership undertook a multi-agency audit of domestic abuse in June.
"""
    )
    reviews = find_reviews(story.document, book=story.book, story=story)
    by_title = {r.title: r for r in reviews}
    assert (by_title["LCSPR Child Oak"].status, by_title["LCSPR Child Elm"].status) == ("published", "ongoing")
    assert by_title["LCSPR Child Oak"].authors == ("Ada Brookfield OBE",)
    counts = {r.kind: r.count for r in reviews if r.kind in ("rapid_review", "notification")}
    assert counts == {"rapid_review": 2, "notification": 3}
    assert "audit" in {r.kind for r in reviews}


def test_tables(tell: Tell) -> None:
    story = tell("# Attendance\n\n| Agency | May | Share |\n|---|---|---|\n| Police | ✓ | 100% |\n| Housing | ✗ | |\n")
    table = find_tables(story.document, book=story.book)[0]
    assert table.title == "Attendance"
    assert table.header == ("Agency", "May", "Share")
    assert table.rows == (
        ("Police", {"value": True, "printed": "✓"}, "100%"),
        ("Housing", {"value": False, "printed": "✗"}, None),
    )


def test_a_header_cell_over_an_empty_one_is_the_columns_too(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(
        "<h1>Plans</h1><table><thead><tr><th rowspan=2>Measure</th><th colspan=2>Northmere</th></tr>"
        "<tr><th>2030/31</th><th>2031/32</th></tr></thead>"
        "<tbody><tr><td>Plans</td><td>402</td><td>389</td></tr></tbody></table>",
        encoding="utf-8",
    )
    table = find_tables(read(file), book=load_rules())[0]
    assert table.header == ("Measure", "2030/31", "2031/32")
    assert table.rows == (("Plans", "402", "389"),)


def test_chapters_whose_headings_look_smaller_than_that_of_the_contents_are_read(tell: Tell) -> None:
    """Small capitals are measured by their small letters: every chapter stood below "Contents" and was left out."""
    story = tell("# Contents\n\nWhat we did\n\n## What went well\n\n- The new rota has ended weekend gaps.\n")
    meanings = {piece.text: piece.meanings for piece in story.pieces}
    assert meanings["The new rota has ended weekend gaps."] == {"achievements"}
    assert "contents" in meanings["What we did"]
