"""What can be compared, in which order, on which axis; frames."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest

from report_extract import compare
from report_extract.errors import WrongUsage
from report_extract.model.comparison import Axis
from tests.compare.making import ASHCOMBE, metric, priority, report


def test_years_are_put_in_order_and_partnerships_stay_as_given() -> None:
    years = compare(report("2024/25"), report("2023/24"))
    assert (years.axis, [d.reporting_year for d in years.documents]) == (Axis.year, ["2023/24", "2024/25"])
    places = compare(report(), report(partnership=ASHCOMBE))
    assert (places.axis, [d.partnership.id for d in places.documents if d.partnership]) == (
        Axis.partnership,
        ["nsscp", "ascp"],
    )


def test_unknown_partnerships_are_on_both_axes() -> None:
    result = compare(report(partnership=None), report("2023/24"))
    assert result.axis is Axis.both
    assert any("no partnership is named" in note for note in result.notes)


def test_the_axis_can_be_asked_for() -> None:
    result = compare(report(), report("2023/24"), axis="partnership")
    assert result.axis is Axis.partnership
    assert any("by itself it would have been “year”" in note for note in result.notes)
    with pytest.raises(WrongUsage, match="choose one of year, partnership, both"):
        compare(report(), report("2023/24"), axis="sideways")


def test_json_files_and_facts_may_be_mixed(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    both = [report("2022/23"), report("2023/24")]
    file.write_text("[" + ",".join(f.model_dump_json(by_alias=True) for f in both) + "]", encoding="utf-8")
    assert len(compare(file, report("2024/25")).documents) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "cannot be read as JSON"),
        ('{"schema": "report-extract/check/1"}', "its schema is 'report-extract/check/1'"),
        ("[1]", "it has no schema"),
        ('{"schema": "report-extract/extract/1"}', "document: Field required"),
        ("[" * 100_000, "cannot be read as JSON"),
    ],
)
def test_other_json_is_refused_by_name_and_reason(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "odd.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(WrongUsage, match=r"odd\.json") as fault:
        compare(file, report())
    assert said in str(fault.value)


def test_the_result_survives_its_json() -> None:
    result = compare(report("2023/24", metrics=[metric("calls", 30)]), report(metrics=[metric("calls", 40)]))
    loaded = json.loads(result.model_dump_json(by_alias=True))
    assert loaded["schema"] == "report-extract/compare/1"
    assert type(result).model_validate(loaded) == result


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_have_a_row_for_each_metric_and_document(library: str) -> None:
    pytest.importorskip(library)
    result = compare(report("2023/24", metrics=[metric("calls", 30)]), report(metrics=[metric("calls", 40)]))
    frame = result.to_frame(library=library)  # type: ignore[arg-type]
    assert type(frame).__module__.startswith(library)
    assert (len(frame), list(frame["value"]), list(frame["change"])) == (2, [30, 40], [10, 10])


def test_frames_of_every_kind_can_be_made() -> None:
    pytest.importorskip("pandas")
    result = compare(report("2023/24", priorities=[priority("Babies first")]), report())
    assert len(result.to_frame("priorities")) == 2
    with pytest.raises(ValueError, match="no table is called 'odd'"):
        result.to_frame("odd")


def test_without_a_library_the_fault_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    importlib.invalidate_caches()
    with pytest.raises(ImportError, match="pip install pandas"):
        compare(report()).to_frame()


@pytest.mark.parametrize(
    ("one", "other", "axis"),
    [
        ("Northmere Safeguarding Children Partnership", "Northmere Safeguarding Children Board", "year"),
        ("Northmere Safeguarding Children Partnership", "NSCP", "year"),
        ("Northmere Safeguarding Children Partnership", "Northmere and Saltmarsh Safeguarding Partnership", "year"),
        ("Northmere Safeguarding Children Partnership", "Nettlefield Safeguarding Children Partnership", "partnership"),
    ],
)
def test_one_acronym_does_not_make_one_partnership(one: str, other: str, axis: str) -> None:
    papers = [report("2024/25", partnership={"id": "nscp", "name": name}, name=name) for name in (one, other)]
    assert compare(*papers).axis.value == axis
