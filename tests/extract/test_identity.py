"""Which document is it: partnership, year, kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.extract import extract
from report_extract.extract.cover.terms import terms
from report_extract.extract.partnerships import find_partnership
from report_extract.extract.years import reporting_year, year_end
from report_extract.read.markdown import read_markdown
from report_extract.rules.kinds.partnerships import PartnershipRule
from report_extract.rules.load import load_rules


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
        ("The Kestrel Vale Safeguarding Children Partnership (KVP) met.", "kvp"),
        ("KESTREL VALE SAFEGUARDING CHILDREN PARTNERSHIP", "kvscp"),
        ("Ada Fenn, Chair, Kestrel Vale Safeguarding Children's Partnership", "kvscp"),
        ("The Ashcombe & Kestrel Vale Local Safeguarding Children Partnership met.", "akvscp"),
        ("The safeguarding partners met.", None),
    ],
)
def test_partnerships_that_no_pack_knows(tmp_path: Path, text: str, expected: str | None) -> None:
    found = find_partnership(document(tmp_path, text), title=None, book=load_rules())
    assert (found.id if found else None) == expected


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
