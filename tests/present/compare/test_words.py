"""Numbers and names as they are shown."""

from __future__ import annotations

from typing import Any

import pytest

from report_extract import compare
from report_extract.present import compare_words as words
from tests.compare.making import metric, report


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (1042, "count", "1,042"),
        (12.5, "percent", "12.5%"),
        (3200, "gbp", "£3,200"),
        (-75, "gbp", "−£75"),
        (41.7, "rate_per_10000", "41.7 per 10,000"),
        (0, "count", "0"),
        (None, "count", "–"),
        (19, "weeks", "19 weeks"),
    ],
)
def test_amounts_are_printed_as_papers_print_them(value: float | None, unit: str, shown: str) -> None:
    assert words.amount(value, unit) == shown


@pytest.mark.parametrize(
    ("before", "after", "fields", "shown"),
    [
        (48, 56, {}, "+8 (+16.7%)"),
        (56, 48, {}, "−8 (−14.3%)"),
        (4, 6, {}, "+2"),
        (82, 81, {"unit": "percent"}, "−1 point"),
        (17.5, 19.7, {"unit": "percent"}, "+2.2 points"),
        (61000, 64250, {"unit": "gbp"}, "+£3,250 (+5.3%)"),
        (5, 5, {}, ""),
    ],
)
def test_changes_have_their_sign(before: float, after: float, fields: dict, shown: str) -> None:
    then, now = (
        report(y, metrics=[metric("calls", v, **fields)]) for y, v in (("2023/24", before), ("2024/25", after))
    )
    (row,) = compare(then, now).metrics
    assert words.change(row) == shown


def test_papers_of_one_year_are_told_apart_by_file() -> None:
    result = compare(report(name="report"), report(name="cover", kind="cover_report"))
    assert words.headings(result) == ["2024/25 (report)", "2024/25 (cover)"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Northmere & Saltmarsh Safeguarding Children Partnership", "Northmere & Saltmarsh"),
        ("Ashcombe Local Safeguarding Children Partnership", "Ashcombe"),
        ("Kestrel Vale Children's Safeguarding Partnership", "Kestrel Vale"),
        ("Kestrel Vale Children’s and Adults Safeguarding Partnership", "Kestrel Vale"),
        ("The Harbour Board", "The Harbour Board"),
    ],
)
def test_partnerships_are_called_by_their_place(name: str, short: str) -> None:
    assert words.short_name(name) == short


def test_two_wordings_of_one_figure_are_both_shown() -> None:
    def labels(before: str, after: str) -> tuple[str, ...]:
        papers = (
            report(y, metrics=[metric(s, 31, "nrm_referrals")]) for y, s in (("2023/24", before), ("2024/25", after))
        )
        (row,) = compare(*papers).metrics
        return words.differing_labels(row)

    assert labels("NRM referrals", "children referred to the NRM") == ("NRM referrals", "children referred to the NRM")
    assert labels("NRM referrals 2023/24", "NRM referrals 2024/25") == ("NRM referrals 2024/25",)


def test_initials_of_a_theme_stay_initials() -> None:
    assert (words.theme("csa"), words.theme("extra_familial_harm")) == ("CSA", "extra familial harm")


def test_boroughs_side_by_side_are_no_lines_of_a_breakdown() -> None:
    def row(year: str, area: str, value: int) -> dict[str, Any]:
        return metric(f"Contacts - {area} {year} - Table 1", value, "csc_contacts", area=area, period=year)

    areas = ("Ashcombe", "Kestrel Vale", "Northmere", "Saltmarsh")
    papers = [
        report(y, metrics=[row(y, a, 900 + n + k) for k, a in enumerate(areas)])
        for n, y in ((1, "2023/24"), (40, "2024/25"))
    ]
    comparison = compare(*papers)
    assert len(comparison.metrics) == len(areas)
    assert all(words.is_headline(change, comparison) for change in comparison.metrics)
