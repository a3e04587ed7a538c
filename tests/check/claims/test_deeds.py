"""Who did a thing, what exactly was done, in which column: true words about somebody or something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.claims.agents import Agent, agents
from report_extract.check.prepare import prepared
from tests.check.papers import TITLE

SOURCE = """## Reviews

Two local reviews were published this year. The review of Child Wren was written by Dr Ada Pike, an independent
reviewer. A decision was made to commission a review of Child Teal.

Though it is not yet published, the report on Young Person Q has been shared with its family.

1,040 family plans were completed. Schools led 58% of them.

Letters from the night desk reached nurseries before the first session in 91% of cases.

We spent £310,500 and carried £9,200 forward.

## Audit grades

| Grade | Births | Disability | All |
|---|---|---|---|
| Good | 9 | 4 | 13 |
| Inadequate | 1 | 3 | 4 |

## Partners' contributions

| Partner | £ |
|---|---|
| Kestrel Vale Council | 91,200 |
| Schools | 28,700 |

| Pledge | Where it stands |
|---|---|
| One dataset for all partners | In progress |
"""

CASES = [
    ("The review of Child Wren was written by Dr Bruno Marsh.", "contradicted"),
    ("The review of Child Wren was written by Dr Ada Pike.", "supported"),
    ("The review of Child Teal was written by Dr Ada Pike.", "not_found"),
    ("The review of Child Teal has been published.", "not_found"),
    ("The report on Young Person Q has been published.", "not_found"),
    ("58% of family plans were led by health visitors.", "contradicted"),
    ("Letters from the night desk reached nurseries after the first session in 91% of cases.", "contradicted"),
    ("The partnership overspent by £9,200.", "not_found"),
    ("Nine disability cases were good.", "not_found"),
    ("Housing contributed £28,700.", "not_found"),
    ("Schools contributed £28,700.", "supported"),
    ("One dataset for all partners is done.", "contradicted"),
]


@pytest.mark.parametrize(("claim", "verdict"), CASES)
def test_a_deed_is_of_its_doer_and_its_thing(tmp_path: Path, claim: str, verdict: str) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    (judged,) = prepared(None, path, claims=claim).claims
    assert judged.verdict.value == verdict, judged.reasons


def test_who_did_it_in_both_voices() -> None:
    assert list(agents("It was led by independent author Ines Marl and published in May.")) == [
        Agent("lead", "Ines Marl")
    ]
    assert list(agents("Schools led 58% of them.")) == [Agent("lead", "Schools")]
    assert list(agents("A leading school.")) == []
