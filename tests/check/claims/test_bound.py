"""What a number, a grade or a state is of: the day, the direction, the area, the question, the numbered thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.claims.labels import labels, row_labels
from report_extract.check.claims.times import time_of
from report_extract.check.prepare import prepared
from report_extract.language.lexicon import lexicon
from report_extract.language.quantities import quantities
from report_extract.rules.load import load_rules
from tests.check.papers import TITLE

SOURCE = """## Learning at home

As of January 2024, 412 children were known to be taught at home (367 in January 2023).

## Health visiting

| Vacancies | 2021/22 | 2022/23 | 2023/24 |
|---|---|---|---|
| School nurse vacancies | 11% | 14% | 19% |

## Inspections

| Body | Inspectorate | Of what | Grade |
|---|---|---|---|
| Kestrel Vale Police | HMICFRS | Protecting vulnerable people | Adequate |

## Child Heron

Of the 21 recommendations of older reviews, 18 are closed. Three are still open.

| Recommendation | What was asked | Position |
|---|---|---|
| 1 | Share birth plans between midwives and social workers | Completed. |
| 2 | Sign a protocol on moves between areas | Behind. The protocol is not yet signed. |

## The front door

| Requests | Ashcombe 2022/23 | Ashcombe 2023/24 | Kestrel Vale 2022/23 | Kestrel Vale 2023/24 |
|---|---|---|---|---|
| Requests for support | 3,105 | 3,340 | 5,685 | 5,912 |

Referrals of unborn children came to 214 in the year.
"""

CASES = [
    ("As of January 2024, 412 children were known to be taught at home.", {"supported"}),
    ("In January 2023, 412 children were known to be taught at home.", {"not_found", "contradicted"}),
    ("School nurse vacancies fell to 19%.", {"not_found", "contradicted"}),
    ("Kestrel Vale Police was graded inadequate for managing offenders.", {"not_found"}),
    ("Recommendation 2 of the Child Heron review has been completed.", {"not_found", "contradicted"}),
    ("Requests for support rose to 9,252, from 8,790 in 2022/23.", {"not_found"}),
    ("Referrals of unborn children rose to 214 in the year.", {"not_found"}),
]


@pytest.mark.parametrize(("claim", "verdicts"), CASES)
def test_what_is_said_of_another_thing_bears_nothing_out(tmp_path: Path, claim: str, verdicts: set[str]) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    (judged,) = prepared(None, path, claims=claim).claims
    assert judged.verdict.value in verdicts, judged.reasons


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("As of January 2024, 412 children (367 in January 2023).", ["January 2024", "January 2023"]),
        ("In 2023/24, 77 sessions were held, compared with 60 in 2022/23.", ["2023/24", "2022/23"]),
        ("Of 60 sessions in 2022/23, 12 were full.", ["2022/23", None]),
        ("412 children were taught at home.", [None]),
    ],
)
def test_a_number_has_the_date_of_its_own_words(text: str, times: list[str | None]) -> None:
    found = quantities(text, lexicon=lexicon(load_rules()))
    said = [time_of(text, quantity, found) for quantity in found]
    assert [t.date.text if t.date else t.year for t in said] == times


def test_numbered_things() -> None:
    assert labels("Recommendation three and Priority 2 were met") == {"recommendation 3", "priority 2"}
    assert labels("Three recommendations were made") == frozenset()
    assert row_labels("4\tSign a protocol", "Child Heron Recommendations Position") == {"recommendation 4"}
    assert row_labels("Sign a protocol\t4", "Recommendations") == frozenset()
