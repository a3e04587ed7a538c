"""Requirements that a table, a figure or a heading meets, though no sentence says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.requirements import check_requirements
from report_extract.errors import BadRule
from report_extract.model.checks import Requirement
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.kinds.requirements import RequirementRule
from report_extract.rules.kinds.sections import SectionMeaning
from report_extract.rules.load import load_folder, load_rules
from tests.check.papers import cover, report

INCOME = (
    "## Finance\n\n| Income | 2023/24 |\n|---|---|\n| Kestrel Vale Council | £80,000 |\n| Estuary Police | £20,000 |\n"
)
INCOME += "| Total income | £100,000 |\n\n"
SPENDING = "| Expenditure | 2023/24 |\n|---|---|\n| Staffing | £70,000 |\n| Training | £30,000 |\n"
SPENDING += "| Total expenditure | £100,000 |\n"
REVIEW = """## Child Heron

The review of Child Heron was published in May.

Recommendation 1: The council should share plans. GREEN - Complete.

Recommendation 2: The police should record names. AMBER - In progress.
"""


def requirement(folder: Path, name: str, body: str) -> Requirement:
    found = check_requirements(report(folder, body), book=load_rules())
    return next(r for r in found if r.id == name)


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("wt23_costs", INCOME + SPENDING, "found"),
        ("wt23_costs", INCOME, "partly_found"),
        ("wt23_costs", "## Visits\n\nTickets cost £5 each.\n", "not_found"),
        ("wt23_review_decisions", REVIEW, "found"),
        ("wt23_training", "## Training\n\n48 training sessions were held.\n", "partly_found"),
        ("wt23_training", "## Training\n\n97% of delegates rated their course good or excellent.\n", "found"),
        ("wt23_feedback", "## Survey\n\n638 pupils answered our survey.\n", "partly_found"),
    ],
)
def test_facts_count_as_passages_do(tmp_path: Path, name: str, body: str, status: str) -> None:
    assert requirement(tmp_path, name, body).status == status


def test_the_table_is_the_evidence(tmp_path: Path) -> None:
    found = requirement(tmp_path, "wt23_costs", INCOME + SPENDING)
    assert len(found.evidence) == 2
    assert all("£" in piece.quote for piece in found.evidence)


def test_every_fact_that_a_shipped_rule_asks_for_can_be_found() -> None:
    """A misspelt metric or heading would make a requirement "not found" for ever, without a word."""
    book = load_rules()
    known = {f"metrics/{r.id}" for r in book.of(MetricRule)} | {f"sections/{r.id}" for r in book.of(SectionMeaning)}
    asked = {
        f for r in book.of(RequirementRule) for facts in (*r.strong_facts, *r.weak_facts) for f in facts.split("|")
    }
    assert {f for f in asked if f.startswith(("metrics/", "sections/"))} <= known


def test_a_row_of_a_covers_implications_meets_a_requirement(tmp_path: Path) -> None:
    rows = "## Implications\n\n| | |\n|---|---|\n| **Financial** | None arise. |\n| **Legal** | None arise. |\n"
    paper = cover(tmp_path, "The partnership met six times.\n\n" + rows + "| **Risk** | Staffing. |\n")
    found = {r.id: r.status for r in check_requirements(paper, book=load_rules())}
    assert (found["cov_finance"], found["cov_legal"], found["cov_risk"]) == ("found", "found", "found")
    assert found["cov_equalities"] == "not_found"


def test_a_fact_that_nothing_finds_is_refused(tmp_path: Path) -> None:
    pack = tmp_path / "requirements" / "own.yaml"
    pack.parent.mkdir()
    text = "- id: own\n  description: What we ask for\n  title: Ours\n  authority: Us\n  paper: report\n"
    pack.write_text(text + "  weak_facts: [figures/visits]\n", encoding="utf-8")
    with pytest.raises(BadRule, match=r"weak_facts\.1: string should match"):
        load_folder(tmp_path)
