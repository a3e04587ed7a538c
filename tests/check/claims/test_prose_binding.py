"""Values bound in prose: near misses about a made-up report are never borne out, true claims in other words are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_extract.check.claims.pieces import clause_of, pieces
from report_extract.check.prepare import prepared
from report_extract.language.lexicon import lexicon
from report_extract.language.quantities import quantities
from report_extract.rules.load import load_rules
from tests.check.papers import TITLE

SOURCE = """## Staff and demand

Turnover among family support workers was 9% in Ashcombe and 16% in Saltmarsh. In Ashcombe 27% of pupils receive free
meals; in Saltmarsh the share is 12%.

Visits by the night team rose by 4.2% in Ashcombe, from 1,510 to 1,573. In Saltmarsh they went down to 988.

Drug use was the main concern for 54 of the families (45%), debt for 33 (28%) and poor housing for 18 (15%).

Of the 60 complaints closed, 21 were upheld, 30 rejected and nine withdrawn. Asked whom they trust, 72% named a
grandparent, 41% a coach and 25% a neighbour.

The mentoring service accepted 310 of 480 requests. The share of visits within five days reached 83%, up from 77%. Home
checks took a median of 13 days, four days shorter than the year before.

Safe sleep talks were given before the birth in 66% of cases; 19% of the families seen were repeat cases. Youth clubs
ran 58% of the summer sessions. Only 71% of plans were shared within two days against a target of 90%.

## Learning

One practice review was begun (Child Wren, in progress) and one was published: Child Finch, in May 2023. Two further
reviews are still being drafted: Robin and Family T. Inspectors judged the fostering service to be Good, up from
Requires improvement in 2020.

The knife crime audit looked at eleven files and the auditors were satisfied.

The third audit, on bruising in babies, sampled fifteen files.

### Child Finch

| No. | Recommendation | Lead | Update |
|---|---|---|---|
| 1 | Wards should weigh every baby | Hospital | Complete. All wards do so. |
| 2 | Schools should keep one chronology | Schools | In progress. |

Two infant death review boards will be joined in the coming year.
"""

NEAR_MISSES = (
    "Turnover among family support workers was 16% in Ashcombe.",
    "Turnover among family support workers was 9% in Saltmarsh.",
    "In Saltmarsh 27% of pupils receive free meals.",
    "In Ashcombe 12% of pupils receive free meals.",
    "Visits by the night team in Saltmarsh rose by 4.2%.",
    "Debt was the main concern for 45% of families.",
    "Drug use was the main concern for 28% of families.",
    "Twenty-one complaints were rejected.",
    "72% of children named a neighbour.",
    "The mentoring service accepted 480 requests.",
    "The share of visits within five days was 77% in 2023/24.",
    "The share of visits within five days fell to 83%.",
    "Home checks took four days longer than the year before.",
    "The median time of home checks rose to 13 days.",
    "Safe sleep talks were given after the birth in 66% of cases.",
    "19% of the families seen were new cases.",
    "58% of the summer sessions were run by sports coaches.",
    "The target of 90% for sharing plans within two days was met.",
    "The Child Wren review was published in May 2023.",
    "The reviews of Robin and Family T have been published.",
    "The fostering service was judged to require improvement.",
    "The knife crime audit sampled fifteen files.",
    "All recommendations of the Child Finch review are complete.",
    "Visits by the night team in Ashcombe fell from 1,573 to 1,510.",
)
TRUE = (
    "Turnover among family support workers was 16% in Saltmarsh.",
    "In Ashcombe 27% of pupils receive free meals.",
    "Visits by the night team rose by 4.2% in Ashcombe.",
    "Debt was the main concern for 28% of families.",
    "Of the 60 complaints closed, 30 were rejected.",
    "41% named a coach as somebody they trust.",
    "The mentoring service accepted 310 of 480 requests.",
    "The share of visits within five days rose from 77% to 83%.",
    "Safe sleep talks were given before the birth in 66% of cases.",
    "58% of the summer sessions were run by youth clubs.",
    "The audit on bruising in babies sampled fifteen files.",
)
# Numbers of other things are no denial.
NO_DENIAL = ("Fourteen infant deaths were reviewed.",)


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    path: Path = tmp_path_factory.mktemp("bound") / "report.md"
    path.write_text(TITLE.replace("Kestrel Vale", "Ashcombe and Saltmarsh") + SOURCE, encoding="utf-8")
    claims = "\n".join((*NEAR_MISSES, *TRUE, *NO_DENIAL))
    known = {c.claim: c.verdict.value for c in prepared(None, path, claims=claims).claims}
    return known.__getitem__


@pytest.mark.parametrize("claim", NEAR_MISSES)
def test_a_near_miss_is_not_borne_out(verdict: Callable[[str], str], claim: str) -> None:
    assert verdict(claim) != "supported"


@pytest.mark.parametrize("claim", TRUE)
def test_a_true_claim_is_borne_out(verdict: Callable[[str], str], claim: str) -> None:
    assert verdict(claim) == "supported"


@pytest.mark.parametrize("claim", NO_DENIAL)
def test_what_is_of_other_things_denies_nothing(verdict: Callable[[str], str], claim: str) -> None:
    assert verdict(claim) == "not_found"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Turnover was 9% in Ashcombe and 16% in Saltmarsh.", ["9% in Ashcombe", "16% in Saltmarsh."]),
        ("Drug use 54 (45%), debt 33 (28%)", ["Drug use 54 (45%)", "debt 33 (28%)"]),
        ("First visits took 3 weeks, second visits 8 weeks.", ["First visits took 3 weeks", "second visits 8 weeks."]),
        ("Of all, 72% named a coach, a teacher or a friend", ["72% named a coach, a teacher or a friend"]),
        ("No numbers here, and none there", []),
    ],
)
def test_pieces_hold_a_value_and_its_label(text: str, cut: list[str]) -> None:
    found = quantities(text, lexicon=lexicon(load_rules()))
    spans = [(q.start, q.end) for q in found]
    assert [text[p.start : p.end] for p in pieces(text, spans)] == cut


def test_a_bracket_is_of_the_name_in_it() -> None:
    text = "One review was begun (Child Wren, in progress) and one was published: Child Finch."
    assert clause_of(text, ["Child Wren"]) == "(Child Wren, in progress)"
    assert clause_of(text, ["Child Finch"]) == text
