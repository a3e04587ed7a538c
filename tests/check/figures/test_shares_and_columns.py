"""Counts with their shares, shares of one whole, factors, and what the rows of a table show about its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.figures.test_documents import flags

TERMS = """| Term | Booked | Came | Missed |
|---|---|---|---|
| Spring | 120 | 100 | 20 |
| Summer | 140 | 110 | 30 |
| Autumn | 160 | 135 | 25 |
| All year | 420 | 345 | {missed} |
"""
CHANGES = """| Measure | 2022/23 | 2023/24 | Change |
|---|---|---|---|
| Contacts | 1,200 | 1,320 | +10% |
| Referrals | 400 | 440 | +10% |
| Enquiries | 250 | 300 | +20% |
| Conferences | 110 | 121 | {change} |
"""
LETTERS = """| Partner | Q1 | Q2 | Q3 | Q4 | % |
|---|---|---|---|---|---|
| Council | Yes | Yes | Yes | Yes | 100 |
| Police | Y | N | Y | Y | 75 |
| Health | N | {deputy} | Y | Y | {share} |
| Schools | N | Y | Y | Y | 75 |
"""


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "share_of_count",
            "Reviewers read 18 records. Eleven (72%) showed a clear plan.",
            "Reviewers read 18 records. Eleven (61%) showed a clear plan.",
        ),
        (
            "share_of_count",
            "Nine out of 14 schools (81%) sent their audit back.",
            "Nine out of 14 schools (64%) sent their audit back.",
        ),
        (
            "share_of_count",
            "Attendance was 75% (15 of 24) at the forum.",
            "Attendance was 63% (15 of 24) at the forum.",
        ),
        ("part_exceeds_whole", "20 of the 16 schools replied.", "16 of the 20 schools replied."),
        (
            "impossible_percentage",
            "The auditors examined twelve cases; 45% of cases had a chronology.",
            "The auditors examined twelve cases; 42% of cases had a chronology.",
        ),
        (
            "shares_of_whole",
            "Of the answers, 35% were very happy, 42% quite happy, 25% not very happy and 9% not at all happy.",
            "Of the answers, 35% were very happy, 42% quite happy, 15% not very happy and 9% not at all happy.",
        ),
        (
            "shares_of_whole",
            "Contacts came from police (45%), schools (30%) and health (20%); the remaining 15% were anonymous.",
            "Contacts came from police (45%), schools (30%) and health (10%); the remaining 15% were anonymous.",
        ),
        (
            "change_multiple",
            "Discussions at the panel more than doubled from 60 to 104.",
            "Discussions at the panel almost doubled from 60 to 114.",
        ),
        (
            "change_multiple",
            "The wait halved, from 18 weeks in March to 14 weeks in June.",
            "The wait halved, from 18 weeks in March to 9 weeks in June.",
        ),
        (
            "percent_for_points",
            "Timely visits rose from 80% to 84%, an increase of 4%.",
            "Timely visits rose from 80% to 84%, an increase of 5%.",
        ),
        ("row_disagrees", TERMS.format(missed=95), TERMS.format(missed=75)),
        ("row_disagrees", CHANGES.format(change="+16%"), CHANGES.format(change="+10%")),
        ("attendance_of_ticks", LETTERS.format(deputy="N", share="75"), LETTERS.format(deputy="Deputy", share="75")),
        (
            "two_values",
            "The front door received 4,312 contacts.\n\n## Police\n\nThe front door received 4,132 contacts.",
            "The front door received 4,312 contacts.\n\n## Police\n\nThe front door received 4,312 contacts.",
        ),
    ],
)
def test_one_wrong_number_is_flagged(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    assert code in flags(tmp_path, wrong)
    assert flags(tmp_path, right) == {}


@pytest.mark.parametrize(
    "body",
    [
        "Asked where they heard of us, 52% said school, 41% a friend, 33% the web and 20% a poster.",
        "Police sent 62% of contacts; of the remaining 38%, schools sent 20% and health 18%.",
        "Section 20 of the three policies was changed. Week 14 of the 10 programmes began.",
        "The team visited 14 homes. 80% of parents in the survey of March said they were content.",
        "In total 312 people came, 40 (15%) more than in the year before.",
        "We held 12 courses for 300 people. Ninety (30%) came from schools.",
        "Four rapid reviews were held in the year. Two rapid reviews concerned babies.",
    ],
)
def test_numbers_of_other_things_are_silent(tmp_path: Path, body: str) -> None:
    assert flags(tmp_path, body) == {}


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "change_direction",
            "In the year there were 540 referrals, up from 590 in 2022/23.",
            "In the year there were 590 referrals, up from 540 in 2022/23.",
        ),
        ("change_direction", "Long plans rose from eleven to nine.", "Long plans fell from eleven to nine."),
        (
            "change_direction",
            "Referrals were lower than last year: 590 against 540.",
            "Referrals were higher than last year: 590 against 540.",
        ),
        (
            "change_difference",
            "There were 412 enquiries, 38 more than the 384 of the year before.",
            "There were 412 enquiries, 28 more than the 384 of the year before.",
        ),
        (
            "sum_of_parts",
            "We trained 903 people: 512 face to face and 371 online.",
            "We trained 903 people, including 512 teachers and 200 nurses.",
        ),
        (
            "sum_of_parts",
            "The 60 notices were made up of 41 from the hospital and 29 from schools.",
            "The 60 notices were made up of 41 from the hospital and 19 from schools.",
        ),
        (
            "change_difference",
            "Timely visits were 71% (it was 52%), an increase of 12 percentage points.",
            "Timely visits were 71% (it was 52%), an increase of 19 percentage points.",
        ),
        (
            "sum_of_parts",
            "Income was £435,100 and spending £428,000, so that £9,100 was carried forward.",
            "Income was £435,100 and spending £428,000, so that £7,100 was carried forward.",
        ),
        (
            "shares_of_whole",
            "Who is it about?\n\n- Schools 39%\n- Nurseries 18%\n- Taxis 7%\n- Clubs 11%\n- Other 13%\n\nOne job each",
            "Who is it about?\n\n- Schools 39%\n- Nurseries 18%\n- Taxis 7%\n- Clubs 11%\n- Other 13%\n\nSeveral jobs",
        ),
        ("share_of_count", "Two thirds of the 30 families (15) came.", "Two thirds of the 30 families (20) came."),
        ("share_of_count", "Ten of the twelve agencies, 75%, came.", "Nine of the twelve agencies, 75%, came."),
        (
            "share_of_count",
            "| Agency | Came |\n|---|---|\n| Police | 5 of 6 (83%) |\n| Health | 4 of 6 (76%) |\n",
            "| Agency | Came |\n|---|---|\n| Police | 5 of 6 (83%) |\n| Health | 4 of 6 (67%) |\n",
        ),
    ],
)
def test_words_that_compare_or_sum(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    assert code in flags(tmp_path, wrong)
    assert flags(tmp_path, right) == {}


@pytest.mark.parametrize(
    "body",
    [
        "All three hospitals share a screen. Training stands at 91 per cent against a standard of 85 per cent.",
        "What worries us is exploitation. Referrals rose to 412.\n\n## Social care\n\nThere were 2,176 referrals.",
        "Level 2 pupils, up from 5, had 30 lessons. Contacts rose by 15, up from 20 the year before.",
        "We ran 62 courses: 12 on neglect and 9 on harm online.",
    ],
)
def test_numbers_that_only_stand_near_each_other(tmp_path: Path, body: str) -> None:
    assert flags(tmp_path, body) == {}
