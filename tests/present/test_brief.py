"""The brief: what a person looks for is there with its page, and a document's words cannot become markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.present.brief import brief
from report_extract.present.headlines import MOST, headlines
from report_extract.present.markdown_text import shown
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import load_rules
from tests.present.facts import HOSTILE, evidence, facts, metric

BOOK = load_rules()
CHANGE = "up from 411 (2023/24) | 7 |"


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
        ),
        book=BOOK,
    )  # fmt: skip
    for line in (
        "# Saltmarsh Annual Report",
        " | ".join(["| Contacts to the LADO in year", "contacts to the LADO", "463", "Saltmarsh", "2024/25", CHANGE]),
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
    assert "## " not in brief(facts(), book=BOOK)


def test_hostile_words_are_shown_and_do_nothing() -> None:
    hostile = {"id": "a", "text": HOSTILE, "agency": HOSTILE, "evidence": evidence(1, "x")}
    text = brief(facts(achievements=[hostile]), book=BOOK)
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


def chosen(*metrics: dict) -> list[str]:
    return [m.id for m in headlines(facts(metrics=list(metrics)).metrics, year="2024/25", book=BOOK)]


def test_headlines_are_of_the_year_one_a_metric_and_area_and_few() -> None:
    whole = [rule.id for rule in BOOK.of(MetricRule) if not rule.dimension][: MOST + 5]
    many = [metric(i, metric=name) for i, name in enumerate(whole)]
    old = metric(90, metric=whole[0], period="2019/20", area="Old")
    unknown = metric(91, metric=None)
    twin = metric(92, metric=whole[0], confidence=0.1)
    ids = chosen(old, unknown, twin, *many)
    assert len(ids) == MOST
    assert not {"m90", "m91", "m92"} & set(ids)


def test_a_headline_is_the_total_whatever_the_order_of_a_table() -> None:
    first = metric(1, value=41, value_text="41", label="contacts from schools", source="table")
    second = metric(2, value=22, value_text="22", label="contacts from police", source="figure")
    total = metric(3, value=63, value_text="63", label="Total", source="table")
    assert chosen(first, second, total) == ["m3"]
    assert chosen(total, second, first) == ["m3"]


def test_rows_that_state_one_metric_several_times_are_no_headlines() -> None:
    rows = [
        metric(i, value=n, value_text=str(n), source="figure", label=f"kind {i}") for i, n in enumerate((41, 22, 7))
    ]
    assert chosen(*rows) == []
    assert chosen(*rows, metric(3, value=70, source="figure", label="all")) == ["m3"]
    assert chosen(*rows, metric(4, value=70)) == ["m4"]


def test_rows_of_a_breakdown_are_no_headlines() -> None:
    broken_down = next(rule.id for rule in BOOK.of(MetricRule) if rule.dimension)
    assert chosen(metric(1, metric=broken_down), metric(2)) == ["m2"]


@pytest.mark.parametrize(
    ("period", "is_headline"),
    [
        ("2024/25", True),
        (None, True),
        ("31 March 2025", True),
        ("December 2024", True),
        ("31 March 2024", False),  # the last day of the year before
        ("Q3 2024/25", False),
        ("2023/24", False),
    ],
)
def test_a_headline_is_of_the_whole_year_or_a_day_in_it(period: str | None, is_headline: bool) -> None:
    assert bool(chosen(metric(1, period=period))) is is_headline


def test_a_brief_is_passed_on_and_tells_no_folders() -> None:
    told = brief(facts(), book=BOOK)
    assert "saltmarsh-2024-25.pdf" in told.replace("\\", "")
    assert "papers" not in told
