"""Places that a partnership's name does not hold, but its tables set side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.extract import extract
from report_extract.language.covered import place_name
from report_extract.language.scope import Scope
from report_extract.read import read
from report_extract.rules.load import load_rules

COUNTY = """# Fenmarch Safeguarding Children Partnership

# Annual Report 2023/24

## Children in need of help

The partnership covers the county of Fenmarch. Families in Old Harbour told us that help came sooner.

| | Children in care, 31 March 2024 |
|---|---|
| Sedgewick | 61 |
| Old Harbour | 84 |
| Fenmarch | 145 |
"""

JOINT = """# Two Downs Safeguarding Children Partnership

# Annual Report 2023/24

## Help and protection

{prose}

| | Brackley Moor 2023/24 | Isle Vean 2023/24 |
|---|---|---|
| Referrals | 1,204 | 866 |
| Children in care | 214 | 167 |

| | Brackley Moor | Isle Vean |
|---|---|---|
| Contacts | 9,870 | 7,112 |
"""

TOPICS = """# Fenmarch Safeguarding Children Partnership

# Annual Report 2023/24

## Training

Staff asked for more training in Signs of Safety, and 40 were trained in Making Every Contact Count.

| Course | Places |
|---|---|
| Signs of Safety | 140 |
| Making Every Contact Count | 212 |
| Total | 352 |
"""


def scope_of(text: str, folder: Path) -> Scope:
    path = folder / "report.md"
    path.write_text(text, encoding="utf-8")
    return Scope(read(path), book=load_rules())


def test_districts_of_a_county_are_rows_with_the_county(tmp_path: Path) -> None:
    assert scope_of(COUNTY, tmp_path).areas == ("Fenmarch", "Sedgewick", "Old Harbour")


@pytest.mark.parametrize(
    "prose",
    [
        "Children in Isle Vean waited longer. In Brackley Moor the front door was rebuilt.",
        "Brackley Moor Council and Isle Vean Council share one front door.",
    ],
)
def test_boroughs_under_a_common_name_are_columns(prose: str, tmp_path: Path) -> None:
    scope = scope_of(JOINT.format(prose=prose), tmp_path)
    assert scope.whole == "Two Downs"
    assert scope.areas == ("Two Downs", "Brackley Moor", "Isle Vean")


def test_each_place_has_the_metric_under_its_own_id(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        JOINT.format(prose="Children in Isle Vean waited, those in Brackley Moor did not."), encoding="utf-8"
    )
    found = {(m.metric, m.area): m.value for m in extract(read(path)).metrics}
    assert found["csc_referrals", "Brackley Moor"] == 1204
    assert found["csc_referrals", "Isle Vean"] == 866
    assert found["cla_total", "Isle Vean"] == 167


def test_courses_are_no_places(tmp_path: Path) -> None:
    assert scope_of(TOPICS, tmp_path).areas == ("Fenmarch",)


def test_a_name_ends_with_its_sentence(tmp_path: Path) -> None:
    text = "# Annual Report\n\nThis paper concerns the London Borough of Brackley. It was written by officers.\n"
    scope = scope_of(text, tmp_path)
    assert {m.agency.place for m in scope.names.find(scope.document.text)} == {"Brackley"}


def test_st_keeps_its_full_stop(tmp_path: Path) -> None:
    scope = scope_of("# Annual Report\n\nThe paper was written by St. Orrin City Council for its members.\n", tmp_path)
    assert {m.agency.place for m in scope.names.find(scope.document.text)} == {"St. Orrin"}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Brackley Moor 2023/24", "Brackley Moor"),
        ("Stoke-on-Vean District", "Stoke-on-Vean"),
        ("King's Orrin (mid-2023)", "King's Orrin"),
        ("South East", None),
        ("England", None),
        ("Total", None),
        ("March 2024", None),
        ("Children in care", None),
        ("Referrals by source", None),
    ],
)
def test_what_may_be_a_place(head: str, name: str | None) -> None:
    assert place_name(head) == name
