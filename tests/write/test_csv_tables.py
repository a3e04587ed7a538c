"""Tidy tables: every kind has a file, every row its document's keys and its evidence."""

from __future__ import annotations

from typing import Any

import pytest

from report_extract.write.csv_tables import EVIDENCE, KEYS, KINDS, header_of, rows_of
from tests.present.facts import evidence, facts, metric


def rows(kind: str, **parts: Any) -> list[dict[str, Any]]:
    return [dict(zip(header_of(kind), row, strict=True)) for row in rows_of(kind, facts(**parts))]


@pytest.mark.parametrize("kind", KINDS)
def test_headers_are_unique_and_begin_with_the_keys(kind: str) -> None:
    header = header_of(kind)
    assert len(set(header)) == len(header)
    assert header[: len(KEYS)] == KEYS


def test_a_metric_is_one_row_with_its_comparison_and_first_evidence() -> None:
    twice = evidence(7, "463 contacts") + evidence(9, "463 in all")
    (row,) = rows(
        "metrics",
        metrics=[metric(1, compared_with={"value": 411, "period": "2023/24"}, evidence=twice, inferred=["area"])],
    )
    assert (row["document"], row["partnership"], row["reporting_year"]) == ("saltmarsh-2024-25", "sscp", "2024/25")
    assert (row["id"], row["value"], row["compared_with_value"], row["compared_with_period"]) == (
        "m1",
        463,
        411,
        "2023/24",
    )
    assert (row["evidence_count"], row["page"], row["x0"], row["bottom"], row["quote"]) == (
        2,
        7,
        10,
        34,
        "463 contacts",
    )
    assert row["inferred"] == "area"


def test_statuses_and_lists_have_their_columns() -> None:
    (row,) = rows(
        "recommendations",
        recommendations=[
            {
                "id": "recommendation-1",
                "kind": "review",
                "text": "Do it.",
                "addressees": ["Police", "Schools"],
                "status": {"rag": "amber", "state": "in_progress"},
                "evidence": evidence(3, "Do it."),
            }
        ],
    )
    assert (row["addressees"], row["status_rag"], row["status_state"], row["status_text"]) == (
        "Police; Schools", "amber", "in_progress", None,
    )  # fmt: skip


def test_tables_are_long_and_ticks_are_truth_values() -> None:
    table = {
        "id": "t1",
        "title": "Attendance",
        "page": 4,
        "page_end": 4,
        "header": ["Agency", "June"],
        "rows": [["Police", {"value": True, "printed": "✓"}], ["Schools", {"value": False, "printed": "✗"}]],
        "units": [None, None],
        "evidence": evidence(4, "Agency June"),
    }
    found = rows("tables", tables=[table])
    assert [(r["row"], r["column"], r["row_label"], r["header"], r["value"]) for r in found] == [
        (1, 1, "Police", "Agency", "Police"),
        (1, 2, "Police", "June", True),
        (2, 1, "Schools", "Agency", "Schools"),
        (2, 2, "Schools", "June", False),
    ]


def test_cover_fields_carry_their_paths_and_own_evidence() -> None:
    cover = {
        "classification": "Public",
        "committees": [{"name": "Health Board", "date": "2026-01-14", "evidence": evidence(2, "Health Board")}],
        "implications": {"financial": "None"},
        "fields": {"Ward(s)": "All"},
        "evidence": {"classification": evidence(1, "Public"), "implications.financial": evidence(3, "None")},
    }
    found = {row["field"]: row for row in rows("cover_fields", cover=cover)}
    assert {name: (row["value"], row["page"]) for name, row in found.items()} == {
        "classification": ("Public", 1),
        "committees.0.name": ("Health Board", 2),
        "committees.0.date": ("2026-01-14", 2),
        "implications.financial": ("None", 3),
        "fields.Ward(s)": ("All", None),
    }


def test_a_document_row_counts_its_things() -> None:
    (row,) = rows("documents", metrics=[metric(1), metric(2)])
    assert (row["metrics"], row["findings"], row["readers"], row["kind"]) == (2, 0, "pdfium 12", "annual_report")


def test_a_notice_without_a_place_has_empty_evidence() -> None:
    (row,) = rows("notices", notices=[{"code": "scan", "severity": "warning", "message": "A scan."}])
    assert [row[name] for name in EVIDENCE] == [0, *[None] * (len(EVIDENCE) - 1)]
