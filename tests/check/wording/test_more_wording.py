"""Dates, periods, editions, names, references and repeats: each fault beside a sentence that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.checking import check_papers
from report_extract.check.wording import check_wording
from report_extract.check.wording.priorities import renamed_priorities
from report_extract.rules.load import load_rules
from tests.check.papers import cover, report
from tests.check.wording.test_wording import cover_codes

NUMBERED = "\n\n".join(f"## {i}. {t}\n\nText about it." for i, t in enumerate("Home Work Play Sleep Money".split(), 1))
TABLES = "Table 1: Training\n\n| A | B |\n|---|---|\n| x | y |\n\nTable 2: Money\n\n| A | B |\n|---|---|\n| x | y |\n"


def said(folder: Path, body: str) -> dict[str, str]:
    """Codes of all flags of a report, information included, with what each quotes first."""
    paper = report(folder, body)
    flags = check_wording(paper, book=load_rules())
    for flag in flags:
        assert all(paper.document.text[e.start : e.end] == e.quote for e in flag.evidence)
    return {f.code: f.evidence[0].quote for f in flags}


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("impossible_date", "The board met on 31 November 2023.", "The board met on 30 November 2023."),
        ("impossible_date", "A day was held on 29 February 2023.", "A day was held on 29 February 2024."),
        ("impossible_date", "The plan runs until 31 June.", "Visits were Apr 28 May 31 Jun 33 Jul 40."),
        (
            "two_dates",
            (
                "The review of Child Maple was published on 3 June 2023.\n\nThe Maple review, "
                "with six recommendations, was "
                "published on 13 June 2023."
            ),
            "The review of Child Maple was published on 3 June 2023.\n\nThe Maple review was accepted on 13 May 2023.",
        ),
        (
            "two_dates",
            (
                "The Kestrel Neglect Strategy was launched on 4 June 2023.\n\nOur Kestrel "
                "Neglect Strategy, written with "
                "parents, was launched on 14 June 2023."
            ),
            (
                "The Kestrel neglect strategy was launched on 4 June 2023.\n\nThe Kestrel "
                "exploitation strategy was launched "
                "on 14 June 2023."
            ),
        ),
        (
            "stale_year",
            "This annual report covers the period 1 April 2022 to 31 March 2023.",
            "This annual report covers the period 1 April 2023 to 31 March 2024.",
        ),
        (
            "stale_year",
            "This report describes the work of the partnership in 2021/22.",
            "This report sets out progress since 2021/22 against the plan.",
        ),
        (
            "old_edition",
            "Arrangements comply with Working Together to Safeguard Children 2015.",
            "Arrangements were written under Working Together 2015 and have since been replaced.",
        ),
        (
            "old_edition",
            "Schools were told of Keeping Children Safe in Education 2020, which they must follow.",
            "All schools follow Keeping Children Safe in Education 2023.",
        ),
        ("broken_reference", TABLES + "\nThe full list is in Table 9.", TABLES + "\nThe full list is in Table 2."),
        (
            "broken_reference",
            NUMBERED + "\n\nFor the money see section 9.",
            NUMBERED + "\n\nFor the money see section 5. See section 11 of the Children Act 2004 on duties.",
        ),
        (
            "two_names",
            (
                "The Maple review was shared. Child Maple was four. Child Maple slept. Learning "
                "from Child Mapel was shared."
            ),
            (
                "The Maple review was shared. Child Maple was four. Child Maple slept. The "
                "second review is of Child Hazel."
            ),
        ),
        ("doubled_word", "Leaders of the the hospital agreed.", "Leaders said that that was right."),
        ("link_without_target", "To book, click here.", "To book, click here: www.kestrelvale.gov.uk/training."),
        (
            "repeated_paragraph",
            (
                "Two buses took fourteen young carers to the coast to sail for a day.\n\nTwo "
                "buses took fourteen young carers to the "
                "coast to sail for a day."
            ),
            (
                "There are no actions for partners to take under this heading in the year "
                "ahead.\n\nThere are no actions for "
                "partners to take under this heading in the year ahead."
            ),
        ),
    ],
)
def test_a_fault_is_flagged_and_its_look_alike_is_silent(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    assert code in said(tmp_path, wrong)
    assert said(tmp_path, right) == {}


def test_a_case_named_once_beside_the_chapters_of_others(tmp_path: Path) -> None:
    chapters = "## Child Hazel\n\nHazel was eight.\n\n## Themes\n\n"
    wrong = chapters + "Learning from Child Amber was heard at four lunches."
    flags = check_wording(report(tmp_path, wrong), book=load_rules())
    assert [(f.code, f.severity.value) for f in flags] == [("two_names", "warning")]
    assert said(tmp_path, chapters + "Learning from Child Hazel was heard at four lunches.") == {}
    assert said(tmp_path, chapters + "A second review, of Child Amber, was commissioned in May.") == {}


def test_the_opening_of_an_assistants_answer_behind_a_number(tmp_path: Path) -> None:
    found = cover_codes(tmp_path, "Sure! Here is a short summary of the annual report. Contacts rose.")
    assert found["chatbot_residue"] == "Sure! Here is a short summary of the annual report."


OWN = "## Our priorities\n\nOur priorities are:\n\n- Safe at home\n- Safe online\n- Safe outside\n- Safe at school\n"


@pytest.mark.parametrize(
    ("listed", "odd"),
    [
        ("safe at home; digital safety; safe outside; and safe at school", "digital safety"),
        ("safe at home; safe online; safe outside; and safe at school", None),
        ("safe at school; digital safety; safe at home; and safe outside", None),
        ("healthy food; digital safety; safe outside; and safe at school", None),
    ],
)
def test_a_priority_that_the_cover_renames(tmp_path: Path, listed: str, odd: str | None) -> None:
    source = report(tmp_path, OWN)
    front = cover(tmp_path, f"The partnership's priorities are: {listed}.")
    found = [f.evidence[0].quote for f in renamed_priorities(front, source)]
    assert found == ([odd] if odd else [])
    whole = check_papers(front, source, book=load_rules())
    assert [f.evidence[0].quote for f in whole.wording if f.code == "renamed_priority"] == found


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "two_names",
            "Northmarsh grew. In Northmarsh all is well. Northmarsh and Ravelow met in Northmarsh. Northmarch fell.",
            "Northmarsh grew. In Northmarsh all is well. Northmarsh and Ravelow met in Northmarsh. Southmarsh fell.",
        ),
        (
            "two_names",
            "Ms Helen Marchbank spoke. We thank Helen Marchbank. Ms Helen Marchbanks wrote the foreword.",
            "The Advisor spoke. The Advisor met the Advisor and an Advisor. The Adviser wrote the foreword.",
        ),
        (
            "number_twice",
            (
                "Recommendation 1: Write a plan.\n\nRecommendation 2: Read it.\n\nRecommendation 3: Tell parents.\n\n"
                "Recommendation 3: Tell schools."
            ),
            (
                "Recommendation 1: Write a plan.\n\nRecommendation 2: Read it.\n\nRecommendation 3: Tell parents.\n\n"
                "Recommendation 4: Tell schools."
            ),
        ),
        (
            "stale_year",
            "Table 3: Plans as at 31 March 2021\n\n| | 2023 | 2024 |\n|---|---|---|\n| Plans | 40 | 41 |\n",
            "Table 3: Plans as at 31 March 2024\n\n| | 2023 | 2024 |\n|---|---|---|\n| Plans | 40 | 41 |\n",
        ),
        (
            "status_denied",
            "| Action | RAG | Update |\n|---|---|---|\n| Open a hub | Complete | Building has not started |\n",
            (
                "| Action | RAG | Update |\n|---|---|---|\n| Open a hub | Amber | Building has not started |\n"
                "| Write a plan | Complete | The second stage has not started |\n"
            ),
        ),
        (
            "placeholder",
            "We helped [figure for the county awaited from the trust] families.",
            "We helped families [and their neighbours] whose place was awaited.",
        ),
        (
            "abolished_body",
            "The Kestrel Vale Clinical Commissioning Group funds two nurses.",
            "The integrated care board, formerly the Clinical Commissioning Group, funds two nurses.",
        ),
    ],
)
def test_names_numbers_and_tables_that_contradict_themselves(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    assert code in said(tmp_path, wrong)
    assert said(tmp_path, right) == {}


def test_last_years_report_among_the_background_papers_is_no_stale_year(tmp_path: Path) -> None:
    body = (
        "Contacts rose.\n\n## Background papers\n\nKestrel Vale Safeguarding Children Partnership Annual Report 2022/23"
    )
    assert "stale_year" not in cover_codes(tmp_path, body)
