"""A whole check: requirements by edition, coverage, one paper alone, and the summary's counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check import check
from report_extract.check.checking import check_papers
from report_extract.check.requirements import check_requirements
from report_extract.errors import WrongUsage
from report_extract.rules.load import load_rules
from tests.check.papers import TITLE, cover, paper, report

BODY = """## Our priorities

- Priority 1: Neglect
- Priority 2: Online harm

## Scrutiny

The independent scrutineer reviewed the front door. You said, we did: the leaflet was rewritten.
Progress on neglect was slow because of vacancies.
"""


def test_requirements_are_chosen_by_year_and_never_judged(tmp_path: Path) -> None:
    book = load_rules()
    new = {r.id: r.status for r in check_requirements(report(tmp_path, BODY), book=book)}
    old = {r.id for r in check_requirements(paper(tmp_path, TITLE.replace("2023/24", "2020/21") + BODY), book=book)}
    assert new["wt23_no_progress"] == "found"
    assert new["wt23_costs"] == "not_found"
    assert not any(i.startswith("wt18") for i in new)
    assert any(i.startswith("wt18") for i in old)
    assert not any(i.startswith("wt23") for i in old)


def test_no_text_of_a_requirement_says_compliant() -> None:
    from report_extract.rules.kinds.requirements import RequirementRule

    for rule in load_rules().of(RequirementRule):
        assert "complian" not in f"{rule.title} {rule.description} {rule.authority}".lower()


def test_coverage_tells_which_priorities_the_cover_leaves_out(tmp_path: Path) -> None:
    source = report(tmp_path, BODY)
    result = check_papers(cover(tmp_path, "The partnership worked on neglect all year."), source, book=load_rules())
    named = {c.in_source.lower(): c.in_cover for c in result.coverage if c.kind == "priority"}
    assert any("neglect" in title and covered for title, covered in named.items())
    assert any("online" in title and not covered for title, covered in named.items())
    assert result.summary.claims == len(result.claims)
    assert result.summary.wording == len(result.wording)


def test_one_paper_alone_has_no_claims(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + BODY, encoding="utf-8")
    result = check(path)
    assert result.cover is None
    assert result.claims == ()
    assert result.requirements


def test_nothing_to_check_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage):
        check(None)
