"""Every family of wording faults: flagged where it stands, silent where the words are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.wording import check_wording
from report_extract.rules.load import load_rules
from tests.check.papers import cover, report

PADDING = "\n\nThe board met four times and looked at audits of practice in each of its meetings.\n\n"


def codes(folder: Path, body: str) -> dict[str, str]:
    """Codes of a report's flags (information left out) with the words that each quotes."""
    paper = report(folder, body + PADDING)
    flags = check_wording(paper, book=load_rules())
    for flag in flags:
        assert all(paper.document.text[e.start : e.end] == e.quote for e in flag.evidence)
    return {f.code: f.evidence[0].quote for f in flags if f.severity.value != "info"}


def cover_codes(folder: Path, body: str, **more: str) -> dict[str, str]:
    flags = check_wording(cover(folder, body, **more), book=load_rules())
    return {f.code: f.evidence[0].quote for f in flags if f.severity.value != "info"}


@pytest.mark.parametrize(
    ("code", "body", "quoted"),
    [
        ("chatbot_residue", "Referrals rose. Would you like me to add a chart of referrals?", "add a chart"),
        ("placeholder", "The budget was £[insert amount] in the year.", "[insert amount]"),
        ("template_guidance", "Delete this section if not needed. Referrals rose.", "Delete this section"),
        ("drafting_mark", "Referrals fell by a tenth [check with data team].", "[check"),
        ("law_year", "Schools follow the Equality Act 2011 in full.", "Equality Act 2011"),
        ("law_title", "Schools follow the Equalities Act 2010 in full.", "Equalities Act 2010"),
        ("unbalanced_bracket", "Training was given to schools (and nurseries across the county.", "(and nurseries"),
        ("link_without_target", "The report is [here](#) for all to read.", "here"),
        ("stale_year", "## Attendance 2021/22\n\nAll partners came.", "Attendance 2021/22"),
    ],
)
def test_a_fault_is_flagged_with_its_words(tmp_path: Path, code: str, body: str, quoted: str) -> None:
    found = codes(tmp_path, body)
    assert code in found
    assert quoted in found[code]


@pytest.mark.parametrize(
    "body",
    [
        "Parents said what they would like to see, and a youth panel met (twice) in the hall.",
        "Duties stem from the Children Act 2004, the Care Act 2014 and Working Together to Safeguard Children 2023.",
        "The Health and Care Act 2022 created the board; working together in 2024 has helped.",
        "The strategy for 2021-2026 runs on. Compared with 2021/22, contacts fell.",
        "Steps are: a) listen, b) record. The report is [on the website](https://www.kestrelvale.gov.uk/report).",
        "## Attendance 2023/24\n\nAll partners came.",
    ],
)
def test_right_wording_is_silent(tmp_path: Path, body: str) -> None:
    assert codes(tmp_path, body) == {}


def test_a_paragraph_that_stands_twice_is_flagged_once_with_both_places(tmp_path: Path) -> None:
    twice = "The conference brought teachers, nurses, police officers and parents together for a whole day on neglect."
    paper = report(tmp_path, f"{twice}\n\nSomething else happened in the spring.\n\n{twice}\n")
    flags = [f for f in check_wording(paper, book=load_rules()) if f.code == "repeated_paragraph"]
    assert len(flags) == 1
    assert [e.quote for e in flags[0].evidence] == [twice, twice]


def test_one_role_under_two_names_and_one_case_under_two(tmp_path: Path) -> None:
    found = codes(
        tmp_path,
        "The Independent Safeguarding Scrutiny Lead spoke. The Independent Safeguarding Scrutiny Lead wrote a "
        "foreword. "
        "The Safeguarding Independent Scrutiny Lead closed the day.",
    )
    assert "Safeguarding Independent Scrutiny Lead" in found["two_names"]
    cases = "The review of Case B was published. The review of Case B made findings. The Case B review is closed. "
    found = codes(tmp_path, cases + "The review of Child B was sent to the panel.")
    assert "Child B" in found["two_names"]


def test_services_listed_in_another_order_are_not_two_names(tmp_path: Path) -> None:
    body = "Early Help and Family Support Services grew. Family Support Services and Early Help were joined."
    assert "two_names" not in codes(tmp_path, body)


def test_a_list_shorter_than_announced(tmp_path: Path) -> None:
    body = "The partnership has three priorities for the year:\n\n- Neglect\n- Online harm\n\nThen the year began."
    assert "list_count" in codes(tmp_path, body)
    assert "list_count" not in codes(tmp_path, body.replace("three", "two"))


def test_a_cover_with_an_old_year_and_an_incomplete_date(tmp_path: Path) -> None:
    found = cover_codes(
        tmp_path, "The report shows the work done over the year 2021/22 by all partners.", date="Tue 4 March"
    )
    assert "2021/22" in found["stale_year"]
    assert "4 March" in found["incomplete_date"]
    assert cover_codes(tmp_path, "The report shows the work done over the year 2023/24 by all partners.") == {}


def test_the_weekday_names_the_only_possible_year(tmp_path: Path) -> None:
    flags = check_wording(cover(tmp_path, "Contacts rose by a tenth.", date="Tue 4 March"), book=load_rules())
    (date,) = [f for f in flags if f.code == "incomplete_date"]
    assert "only 2025" in date.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Board met on Monday 4 March 2025.", "that day is a Tuesday"),
        ("The Board met on Tuesday 4 March 2025.", None),
        ("The Board met on Tues 4 March 2025.", None),
        ("This month 4 March 2025 was a holiday; monthly 4 March 2025 figures follow.", None),
        ("The Board met on Monday 31 February 2025.", None),
    ],
)
def test_a_day_of_the_week_fits_its_date(tmp_path: Path, text: str, said: str | None) -> None:
    found = [f.message for f in check_wording(report(tmp_path, text), book=load_rules()) if f.code == "wrong_weekday"]
    assert [said in message for message in found if said] == ([True] if said else [])
    assert bool(found) is bool(said)


def test_a_sentence_said_again_in_a_chapter_is_no_copied_paragraph(tmp_path: Path) -> None:
    said = "The force was graded adequate for protecting people and requires improvement for its custody suites."
    body = f"## Foreword\n\nMuch was done. {said}\n\n## Police\n\n{said} It has a plan.\n"
    flags = check_wording(report(tmp_path, body), book=load_rules())
    assert not [f for f in flags if f.code == "repeated_paragraph"]
