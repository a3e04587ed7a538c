"""What stands beside the claim's words: another sentence's number, another name's grade, a state that excludes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_extract.check.claims.passages import Index
from report_extract.check.paper import Paper
from report_extract.check.prepare import prepared
from report_extract.extract import extract
from report_extract.model.document import BlockKind, Figure
from report_extract.read import read
from report_extract.rules.load import load_rules
from tests.check.papers import TITLE

SOURCE = """## What we saw

Repeat plans fell in every locality. Re-referrals went down to 18 per cent.

Each school paid a little more; the health trust added £3,000 and the Probation Service's payment was unchanged.

## Checks

Inspectors came to Marsh House in May 2024 (judged good) and made a short visit to Elm House in June 2024.

61 per cent of our foster carers are trained. 91 per cent live in the county.

Fewer than a third of plans were reviewed in time.

The school nurse post in Brackley has been filled after three years of vacancy.

A licence for the youth café was turned down in March.

Mothers were seldom asked what they wanted.

2023 Families in our flats 361

The scrutineer makes two recommendations to us.

## Attendance at the board

| Agency | Meetings | Attended |
|---|---|---|
| Probation Service | 6 | 2 |
| Ashcombe Hospital | 6 | 6 |

## Review of Child Finch

| No. | Recommendation | Lead |
|---|---|---|
| 1 | Wards should weigh every baby | Hospital |
| 2 | Schools should keep one chronology | Schools |
| 3 | The council should ring families back | Council |
"""

NEAR_MISSES = (
    "Plans fell in every locality.",
    "Referrals went down to 18 per cent.",
    "The Probation Service increased its payment.",
    "Inspectors judged Elm House good in June 2024.",
    "91 per cent of foster carers are trained.",
    "More than half of plans were reviewed in time.",
    "More than a third of plans were reviewed in time.",
    "The school nurse post in Brackley is still vacant.",
    "A licence for the youth café has been granted.",
    "Mothers were usually asked what they wanted.",
    "The Probation Service attended four of six meetings.",
    "The Probation Service attended every meeting.",
    "The Fire Service attended two meetings.",
    "There were 361 families in our flats in 2024.",
)
TRUE = (
    "The Probation Service missed four meetings.",
    "Ashcombe Hospital attended all six meetings.",
    "Re-referrals went down to 18 per cent.",
    "Inspectors judged Marsh House good in May 2024.",
    "61 per cent of foster carers are trained.",
    "Fewer than a third of plans were reviewed in time.",
    "The school nurse post in Brackley has been filled.",
)
NOT_DENIED = ("The scrutineer made two recommendations.",)


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    path: Path = tmp_path_factory.mktemp("beside") / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    claims = "\n".join((*NEAR_MISSES, *TRUE, *NOT_DENIED))
    known = {c.claim: c.verdict.value for c in prepared(None, path, claims=claims).claims}
    return known.__getitem__


@pytest.mark.parametrize("claim", NEAR_MISSES)
def test_what_is_said_of_something_beside_it_bears_no_claim_out(verdict: Callable[[str], str], claim: str) -> None:
    assert verdict(claim) != "supported"


@pytest.mark.parametrize("claim", TRUE)
def test_a_true_claim_is_borne_out(verdict: Callable[[str], str], claim: str) -> None:
    assert verdict(claim) == "supported"


@pytest.mark.parametrize("claim", NOT_DENIED)
def test_the_list_of_another_denies_nothing(verdict: Callable[[str], str], claim: str) -> None:
    assert verdict(claim) != "contradicted"


def test_a_value_of_a_chart_is_found_by_the_title_of_its_chart(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + "## Our year\n\nQ4 116\n", encoding="utf-8")
    document, rules = read(path), load_rules()
    value = next(b for b in document.blocks if b.text == "Q4 116")
    chart = Figure(
        id="f1",
        kind="chart",
        value_text="116",
        label="Q4",
        page=1,
        bbox=(0, 0, 1, 1),
        start=value.start,
        end=value.end,
        value_start=value.start + 3,
        value_end=value.end,
        title="Night visits by quarter",
    )
    blocks = tuple(b.model_copy(update={"kind": BlockKind.figure_pair}) if b == value else b for b in document.blocks)
    document = document.model_copy(update={"blocks": blocks, "figures": (chart,)})
    index = Index(Paper(document, extract(document, rules=rules), "source"), book=rules)
    found = next(p for p in index.passages if p.kind == "figure")
    assert "Night visits by quarter" in found.context
