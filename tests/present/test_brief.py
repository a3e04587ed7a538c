"""The brief: what a person looks for is there with its page, and a document's words cannot become markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.present.brief import brief
from report_extract.present.headlines import MOST, headlines
from report_extract.present.markdown_text import shown
from tests.present.facts import HOSTILE, evidence, facts, metric


def test_every_kind_is_told_with_its_page() -> None:
    text = brief(
        facts(
            metrics=[metric(1, direction="increase", compared_with={"value": 411, "period": "2023/24"})],
            priorities=[
                {"id": "p", "title": "Neglect", "is_new": True, "pledge": "We will.", "evidence": evidence(3, "x")}
            ],
            recommendations=[
                {
                    "id": "r", "kind": "review", "source": "Review Kite", "number": 2, "text": "Train all.",
                    "addressees": ["Police"], "status": {"rag": "amber"}, "evidence": evidence(4, "x"),
                }
            ],
            findings=[
                {"id": "f", "kind": "inspection", "text": "Good work", "grade": "Good", "evidence": evidence(5, "x")}
            ],
            achievements=[{"id": "a", "text": "More visits.", "agency": "Council", "evidence": evidence(6, "x")}],
            challenges=[{"id": "c", "text": "Fewer staff.", "evidence": evidence(8, "x")}],
            reviews=[{"id": "v", "kind": "lcspr", "title": "Child K", "evidence": evidence(9, "x")}],
            tables=[
                {
                    "id": "t", "title": "Attendance", "page": 10, "page_end": 11, "header": ["Agency", "June"],
                    "rows": [["Police", {"value": True, "printed": "✓"}]], "evidence": evidence(10, "x"),
                }
            ],
            notices=[{"code": "n", "severity": "warning", "message": "A scan.", "evidence": evidence(2, "x")}],
        )
    )  # fmt: skip
    for line in (
        "# Saltmarsh Annual Report",
        "| contacts to the LADO | lado\\_contacts | 463 | Saltmarsh | 2024/25 | up from 411 (2023/24) | 7 |",
        "- **Neglect** (new) (page 3)",
        "  - pledge: We will.",
        "**Review Kite**",
        "- No. 2: Train all. *(to Police)* **[amber]** (page 4)",
        "- Good work **[Good]** (page 5)",
        "- More visits. (page 6)",
        "- Fewer staff. (page 8)",
        "- Child K (page 9)",
        "| Police | ✓ |",
        "- **warning:** A scan. (page 2)",
    ):
        assert line in text.splitlines(), line


def test_what_is_not_stated_gets_no_section() -> None:
    assert "## " not in brief(facts())


def test_hostile_words_are_shown_and_do_nothing() -> None:
    hostile = {"id": "a", "text": HOSTILE, "agency": HOSTILE, "evidence": evidence(1, "x")}
    text = brief(facts(achievements=[hostile]))
    assert "\x1b" not in text
    line = next(line for line in text.splitlines() if line.startswith("- =1+1"))
    assert not set(re.sub(r"\\.", "", line)) & set("*_`[]<>|~")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. First", "1\\. First"), ("2) x", "2\\) x"), ("# x", "\\# x"), ("- x", "\\- x"), ("+ x", "\\+ x"),
        ("2024/25", "2024/25"), ("-5", "-5"), ("a & b", "a & b"), ("&lt;b", "\\&lt;b"), ("---", "\\---"),
        ("two\nlines", "two lines"),
    ],
)  # fmt: skip
def test_beginnings_of_lines_are_harmless(text: str, markdown: str) -> None:
    assert shown(text) == markdown


@given(st.text(alphabet=st.sampled_from("a1 *_`[]<>|~\\#-+=.)&;\n")))
def test_no_mark_is_left_bare(text: str) -> None:
    assert not set(re.sub(r"\\.", "", shown(text))) & set("*_`[]<>|~\\\n")


def test_headlines_are_of_the_year_one_a_metric_and_area_and_few() -> None:
    many = [metric(i, metric=f"kind_{i}") for i in range(MOST + 5)]
    old = metric(90, metric="old", period="2019/20")
    unknown = metric(91, metric=None)
    twin = metric(92, metric="kind_0", confidence=0.1)
    chosen = headlines(facts(metrics=[old, unknown, twin, *many]).metrics, year="2024/25")
    assert len(chosen) == MOST
    assert not {"m90", "m91", "m92"} & {m.id for m in chosen}
