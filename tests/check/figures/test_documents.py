"""Figures of whole papers: what does not hold is flagged with its operands, what holds is counted and silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.checking import check_figures
from report_extract.rules.load import load_rules
from tests.check.papers import report

TABLE = """## Money

| Income | |
|---|---|
| Council | £120,000 |
| Police | £5,000 |
| Health | £25,000 |
| Total income | £{total} |
"""

TICKS = """## Attendance

| Partner | May | July | October | January | Attendance |
|---|---|---|---|---|---|
| Council | ✓ | ✓ | ✓ | ✓ | 100% |
| Police | ✓ | ✗ | ✓ | ✓ | 75% |
| Health | ✗ | ✗ | ✓ | ✓ | {share} |
| Schools |  | ✓ | ✗ | ✓ | 66.6% |
"""


def flags(folder: Path, body: str) -> dict[str, list[str]]:
    paper = report(folder, body)
    outcome = check_figures(paper, book=load_rules())
    for flag in outcome.flags:
        assert all(paper.document.text[e.start : e.end] == e.quote for e in flag.evidence)
    assert outcome.tested >= len(outcome.flags)
    return {f.code: [e.quote for e in f.evidence] for f in outcome.flags}


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("total_of_lines", TABLE.format(total="180,000"), TABLE.format(total="150,000")),
        ("attendance_of_ticks", TICKS.format(share="80%"), TICKS.format(share="50%")),
        (
            "impossible_percentage",
            "Leaders audited 11 case files in May. Practice had become good in 58% of the audited files.",
            "Leaders audited 12 case files in May. Practice had become good in 58% of the audited files.",
        ),
        (
            "change_percent",
            "The service had 463 contacts, an increase of 52 (32%) on the previous year (411).",
            "The service had 463 contacts, an increase of 52 (12%) on the previous year (411).",
        ),
        (
            "change_direction",
            "The service had 380 contacts, an increase on the previous year (411), up by 31.",
            "The service had 442 contacts, an increase on the previous year (411), up by 31.",
        ),
    ],
)
def test_what_does_not_hold_is_flagged_and_what_holds_is_silent(
    tmp_path: Path, code: str, wrong: str, right: str
) -> None:
    assert code in flags(tmp_path, wrong)
    assert flags(tmp_path, right) == {}


def test_shares_of_a_sum_name_the_odd_one(tmp_path: Path) -> None:
    sentence = "Visitors came by search 9,000 (70%), directly 6,000 (37%), by mail 900 (6%) and otherwise 100 (1%)."
    found = flags(tmp_path, sentence)
    assert "9,000 (70%)" in found["share_of_total"][0]
    assert flags(tmp_path, sentence.replace("70%", "56%")) == {}


def test_a_first_figure_of_another_measure_is_no_change_statement(tmp_path: Path) -> None:
    body = "There were 1,945 bookings (1,834 in 2022/23): 1,042 people attended (+4%), 422 cancelled (-9.1%)."
    assert flags(tmp_path, body) == {}


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Persistent absence rose from 24% to 19%.", True),
        ("Referrals were down from 2,301 to 2,480.", True),
        ("Persistent absence rose from 19% to 24%.", False),
        ("Referrals fell from 2,480 to 2,301, and contacts rose from 510 to 602.", False),
        ("Referrals moved from 2,301 to 2,480.", False),
    ],
)
def test_a_direction_that_its_own_numbers_deny(tmp_path: Path, sentence: str, wrong: bool) -> None:
    assert ("change_direction" in flags(tmp_path, sentence)) is wrong
