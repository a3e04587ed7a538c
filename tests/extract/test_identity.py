"""Which document is it: partnership, year, kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.extract import extract
from report_extract.extract.cover.terms import terms
from report_extract.extract.partnerships import find_partnership
from report_extract.extract.years import reporting_year, year_end
from report_extract.model.extraction import DocumentKind
from report_extract.read.assemble import assemble
from report_extract.read.layout.pages import layout_pages
from report_extract.read.markdown import read_markdown
from report_extract.rules.kinds.partnerships import PartnershipRule
from report_extract.rules.load import load_rules
from tests.read.written_page import WrittenPage


def document(tmp_path: Path, text: str):  # type: ignore[no-untyped-def]
    file = tmp_path / "paper.md"
    file.write_text(text, encoding="utf-8")
    return read_markdown(file)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Annual Report 2030/31", "2030/31"),
        ("Annual Report 2030-2031", "2030/31"),
        ("Annual report April 2030 to March 2031, 2030 to 2031", "2030/31"),
        ("Annual Report 30-31", "2030/31"),
        ("Two-year report 2029-31", "2029/31"),
        ("Annual Report 2031", "2031"),
        ("Annual Report 2030/31 and Corporate Plan 2029-2034", "2030/31"),
        ("Report on Working Together 2023", None),
        ("Annual report of 12/11/2031", None),
    ],
)
def test_year_of_a_title(tmp_path: Path, title: str, year: str | None) -> None:
    words = terms(load_rules())
    assert reporting_year(document(tmp_path, "Words."), title=title, terms=words) == year


def test_year_of_headings_outvotes_a_single_mention(tmp_path: Path) -> None:
    paper = document(tmp_path, "# Annual Report 2030/31\n\n# Snapshot 2029/30\n\nThe annual report 2030/31 is new.\n")
    assert reporting_year(paper, title=None, terms=terms(load_rules())) == "2030/31"


def test_a_reporting_year_ends_in_march() -> None:
    assert str(year_end("2030/31")) == "2031-03-31"
    assert str(year_end("2031")) == "2031-12-31"
    assert year_end(None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kestrel Vale Safeguarding Children Partnership (KVP) met.", "kestrel_vale"),
        ("KESTREL VALE SAFEGUARDING CHILDREN PARTNERSHIP", "kestrel_vale"),
        ("Ada Fenn, Chair, Kestrel Vale Safeguarding Children's Partnership", "kestrel_vale"),
        ("The Ashcombe & Kestrel Vale Local Safeguarding Children Partnership met.", "ashcombe_kestrel_vale"),
        (
            "Tom Reave, Partnership Manager, Ashcombe & Kestrel Vale Safeguarding Children Partnership",
            "ashcombe_kestrel_vale",
        ),
        ("The safeguarding partners met.", None),
    ],
)
def test_partnerships_that_no_pack_knows(tmp_path: Path, text: str, expected: str | None) -> None:
    found = find_partnership(document(tmp_path, text), title=None, book=load_rules())
    assert (found.key if found else None) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Ashcombe and Northmere Safeguarding Children Partnership",
        "Ashcombe & Northmere Children's Safeguarding Partnership",
        "Ashcombe and Northmere Local Safeguarding Children Board",
        "Safeguarding Partnership for Ashcombe and Northmere",
        "Ashcombe and Northmere LSCP",
        "KEEPING CHILDREN SAFE IN ASHCOMBE AND NORTHMERE",
        "Keeping Children Safe in Ashcombe & Northmere: Annual Report 2030/31",
        "Annual Report of the Ashcombe and Northmere Safeguarding Children Partnership",
        "Safeguarding Children Partnership for the Borough of Ashcombe and Northmere",
    ],
)
def test_a_partnership_that_changes_its_name_keeps_its_id(tmp_path: Path, name: str) -> None:
    found = find_partnership(document(tmp_path, name), title=None, book=load_rules())
    assert found is not None
    assert found.key == "ashcombe_northmere"


def test_one_acronym_of_two_places_is_two_partnerships(tmp_path: Path) -> None:
    book = load_rules()
    names = [f"{place} Safeguarding Children Partnership (NSCP) met." for place in ("Northmere", "Netherby")]
    found = [find_partnership(document(tmp_path, name), title=None, book=book) for name in names]
    assert [(f.key, f.acronym) for f in found if f] == [("northmere", "NSCP"), ("netherby", "NSCP")]


def test_a_known_partnership_under_another_name_is_the_known_one(tmp_path: Path) -> None:
    book = load_rules()
    known = next(r for r in book.of(PartnershipRule) if len(r.areas) == 1 and r.title.startswith(r.areas[0]))
    found = find_partnership(document(tmp_path, f"{known.areas[0]} LSCB met."), title=None, book=book)
    assert found is not None
    assert found.id == known.id


def test_a_known_name_inside_a_longer_one_is_another_partnership(tmp_path: Path) -> None:
    """A partnership of two places is not the one of its second place."""
    book = load_rules()
    known = book.of(PartnershipRule)[0]
    found = find_partnership(document(tmp_path, f"Kestrel Vale and {known.title} met."), title=None, book=book)
    assert found is None or found.id != known.id


def test_every_value_of_a_cover_can_be_traced(tmp_path: Path) -> None:
    paper = document(
        tmp_path,
        "Committee: Harbour Board\n\nDate: 3 June 2031\n\nSubject: Kestrel Vale Annual Report 2030/31\n\n"
        "Classification: Public\n\n## Summary\n\nCalm seas.\n\n## Recommendations\n\nMembers are asked to note it.\n",
    )
    facts = extract(paper)
    assert facts.cover is not None
    pieces = [e for field in facts.cover.evidence.values() for e in field]
    pieces += [e for thing in (*facts.recommendations, *facts.cover.committees) for e in thing.evidence]
    assert {"subject", "classification", "summary"} <= set(facts.cover.evidence)
    assert len(pieces) >= 5
    assert all(paper.text[e.start : e.end] == e.quote for e in pieces)


def paged(*pages: list[str]):  # type: ignore[no-untyped-def]
    """A PDF-like document; each page's lines stand well apart."""
    raw = []
    for number, lines in enumerate(pages, 1):
        page = WrittenPage()
        for i, line in enumerate(lines):
            page.text(line, 50.0, 60.0 + 30.0 * i, size=24.0 if number == 1 and i == 0 else 10.0)
        raw.append(page.raw(number))
    return assemble(layout_pages(raw), name="made", file="made.pdf", sha256="0", media_type="application/pdf")


PROSE = ["Partners worked together to keep children safe in every ward of the borough and the bay."] * 12
TITLE_PAGE = ["Keeping children safe in Kestrel Vale", "Yearly report of the partnership", "2030-31"]


def test_labels_of_a_cover_on_a_late_page_of_a_report_make_it_no_cover() -> None:
    actions = ["Report of: the joint executive", "Background papers: none", "Recommendations", "1. Note the plan."]
    report = paged(TITLE_PAGE, *([PROSE] * 11), actions, *([PROSE] * 3))
    assert extract(report).document.kind is DocumentKind.annual_report


def test_a_cover_with_its_annexes_is_still_a_cover_and_read_to_its_end() -> None:
    head = ["Report to: Harbour Scrutiny Panel", "Date of meeting: 4 May 2032", "Subject: Yearly report 2030/31"]
    cover = paged(
        [*head, "Recommendations", "1. To note the report."],
        *([PROSE] * 8),
        [*PROSE[:3], "Background papers: The harbour plan 2029"],
    )
    facts = extract(cover)
    assert facts.document.kind is DocumentKind.cover_report
    assert facts.cover is not None
    assert facts.cover.background_papers == ("The harbour plan 2029",)


def test_the_year_that_stands_alone_on_the_title_page() -> None:
    report = paged(TITLE_PAGE, PROSE, ["Annual report 2031/32: what comes next", *PROSE])
    assert extract(report).document.reporting_year == "2030/31"


def test_the_short_name_of_an_unknown_partnership_is_its_acronym(tmp_path: Path) -> None:
    text = "The Kestrel Vale Safeguarding Children Partnership (KVSCP) met."
    found = find_partnership(document(tmp_path, text), title=None, book=load_rules())
    assert found is not None
    assert (found.id, found.place, found.key) == ("kvscp", "kestrel_vale", "kestrel_vale")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Keeping Children Safe in Kestrel Vale", "kvscp"),
        ("Kestrel Vale LSCP", "kvscp"),
        ("Kestrel Vale Safeguarding Partnership", "kvsp"),
        ("Kestrel Vale Children's Safeguarding Partnership", "kvcsp"),
    ],
)
def test_without_a_printed_acronym_the_short_name_is_its_initials(tmp_path: Path, name: str, short: str) -> None:
    found = find_partnership(document(tmp_path, f"{name} met."), title=None, book=load_rules())
    assert found is not None
    assert (found.id, found.acronym, found.key) == (short, None, "kestrel_vale")
