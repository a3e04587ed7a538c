"""Claims on grades: which of two things a sentence grades, when, and who."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.claims.labels import labels, row_labels
from report_extract.check.prepare import prepared
from tests.check.papers import TITLE

SOURCE = """## Inspections

In May 2023 Ofsted judged children's services to be Good overall, a step up from Requires Improvement in 2020.

HMICFRS reported on Kestrel Vale Police in June 2023. The force was graded adequate for answering calls and requires
improvement for managing offenders.

HM Inspectorate of Probation rated the Ferry Youth Team outstanding.

Our audit of 30 case files rated 18 as good.

| Service | Inspectorate | When | Judgement |
|---|---|---|---|
| Kestrel Vale Youth Team | HMIP | October 2023 | Outstanding |

## What we will do

| Ref | Action | Lead | Rating |
|---|---|---|---|
| A1 | Print the threshold card | Council | Amber |
| A2 | Measure what coaching changes | Trainer | Red |
"""

CASES = [
    ("Ofsted judged children's services to require improvement in May 2023.", "contradicted"),
    (
        "Children's services were judged Good by Ofsted in May 2023, having been Requires Improvement in 2020.",
        "supported",
    ),
    ("Children's services were judged Requires Improvement in 2020.", "supported"),
    ("Ofsted judged fostering Good in May 2023.", "not_found"),
    ("The force was graded adequate for managing offenders.", "contradicted"),
    ("The force was graded adequate for answering calls.", "supported"),
    ("Kestrel Vale Police was graded inadequate for managing offenders.", "contradicted"),
    ("The Ferry Youth Team was rated Good by HMI Probation.", "contradicted"),
    ("18 of the 30 case files were rated as inadequate.", "contradicted"),
    ("Four of the 30 case files were rated as inadequate.", "not_found"),
    ("The Kestrel Vale Youth Team was rated Outstanding by HM Inspectorate of Probation in October 2023.", "supported"),
    ("Action A2 is rated amber.", "not_found"),
]


@pytest.mark.parametrize(("claim", "verdict"), CASES)
def test_a_grade_is_of_its_own_thing(tmp_path: Path, claim: str, verdict: str) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    (judged,) = prepared(None, path, claims=claim).claims
    assert judged.verdict.value == verdict, judged.reasons


def test_a_letter_before_a_number_of_a_label() -> None:
    assert labels("Action A2 and Objective one") == {"action 2", "objective 1"}
    assert row_labels("R3\tPrint it", "Recommendation Owner") == {"recommendation 3"}
