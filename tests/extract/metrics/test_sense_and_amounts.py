"""Shares of what went wrong, amounts of change behind their object, numbers of paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.extract import extract
from report_extract.model.extraction import Metric, Role


def metrics(folder: Path, text: str) -> tuple[Metric, ...]:
    path = folder / "report.md"
    path.write_text(f"# Saltmarsh Safeguarding Children Partnership: annual report 2024/25\n\n{text}", encoding="utf-8")
    return extract(path).metrics


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Initial health assessments were held on time for 71% of children.", "cla_iha_20d_pct"),
        ("Of the initial health assessments 29% were late.", None),
        ("29% of initial health assessments were not completed within 20 working days.", None),
    ],
)
def test_the_share_of_the_late_ones_is_not_that_of_those_in_time(tmp_path: Path, text: str, metric: str | None) -> None:
    assert [m.metric for m in metrics(tmp_path, f"## Health\n\n{text}")] == [metric]


@pytest.mark.parametrize(
    ("text", "role", "direction"),
    [
        ("Each council raised its contribution by 6.4 per cent; no other body did.", Role.change_pct, "increase"),
        ("The board cut its spending by 12% in the year.", Role.change_pct, "decrease"),
        ("The police added £4,400 to the fund.", Role.change_abs, "increase"),
        ("The board must cut its spending by 12%.", Role.target, None),
        ("The guide was used to improve the plans by 40 families.", Role.current, None),
    ],
)
def test_amounts_of_change_behind_their_object(tmp_path: Path, text: str, role: Role, direction: str | None) -> None:
    assert [(m.role, m.direction) for m in metrics(tmp_path, f"## Money\n\n{text}")] == [(role, direction)]


def test_the_number_of_a_paragraph_is_no_word_of_it(tmp_path: Path) -> None:
    found = metrics(tmp_path, "## Care\n\n3.1.2 Children in care numbered 312 on 31 March 2025.\n")
    assert [(m.label, m.evidence[0].quote[:8]) for m in found] == [("Children in care", "Children")]


def test_a_sentence_that_looks_back_deals_its_figures_out_in_order(tmp_path: Path) -> None:
    text = (
        "In the calendar year 2024 there were 1,904 missing episodes, which involved 713 children. In 2023 the numbers "
    )
    found = metrics(
        tmp_path, f"## Missing\n\n{text}were 1,688 and 655. Visits came within 72 hours of 58% of episodes."
    )
    said = {m.value_text: (m.metric, m.period, m.role) for m in found}
    assert said["1,688"] == ("missing_episodes", "2023", Role.previous)
    assert said["655"] == ("missing_children_all", "2023", Role.previous)
    assert said["58%"][1] == "2024"


@pytest.mark.parametrize("bracket", ["(59 the year before)", "(59 in 2022/23)"])
def test_the_latest_figure_is_current_though_its_year_is_not_the_reports(tmp_path: Path, bracket: str) -> None:
    found = metrics(
        tmp_path, f"## Schools\n\nIn the academic year 2023/24 there were 68 permanent exclusions {bracket}."
    )
    assert [(m.value, m.role, m.period) for m in found] == [
        (68, Role.current, "2023/24 academic year"), (59, Role.previous, "2022/23 academic year"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "metric"), [("What worries us most is exploitation.", None), ("Our door is open.", "csc_referrals")]
)
def test_a_bare_noun_is_of_what_the_sentence_before_speaks_of(tmp_path: Path, before: str, metric: str | None) -> None:
    assert [m.metric for m in metrics(tmp_path, f"## Welcome\n\n{before} Referrals rose to 412.")] == [metric]


def test_the_twelve_months_before_are_no_earlier_year(tmp_path: Path) -> None:
    text = "17% of referrals were about children referred within the twelve months before, fewer than last year."
    assert [(m.period, m.role) for m in metrics(tmp_path, f"## Door\n\n{text}")] == [("2024/25", Role.share)]
