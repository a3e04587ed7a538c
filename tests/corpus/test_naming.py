"""Outputs are told apart, also where inputs share a stem, a name or everything but the case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.corpus.naming import output_names


@pytest.mark.parametrize(
    ("inputs", "names"),
    [
        (["in/report.pdf", "in/cover.docx"], ["report", "cover"]),
        (["in/report.pdf", "in/report.docx", "in/other.pdf"], ["report.pdf", "report.docx", "other"]),
        (["in/Report.pdf", "in/report.docx"], ["Report.pdf", "report.docx"]),
        (["old/report.pdf", "new/report.pdf"], ["old-report", "new-report"]),
        (["a/x.pdf", "b/x.pdf", "b/x.docx"], ["a-x", "b-x", "x.docx"]),
        (["in/con.pdf", "in/what?.pdf", "in/....pdf"], ["_con", "what_", "_"]),
    ],
)
def test_names(inputs: list[str], names: list[str]) -> None:
    assert list(output_names([Path(path) for path in inputs])) == names


def test_the_same_folder_and_file_name_are_told_apart_by_the_folder_above() -> None:
    assert output_names([Path("a/2025/r.pdf"), Path("b/2025/r.pdf")]) == ("a-2025-r", "b-2025-r")


def test_what_three_names_do_not_tell_apart_a_hash_does() -> None:
    names = output_names([Path("x/a/2025/r.pdf"), Path("y/a/2025/r.pdf")])
    assert len(set(names)) == 2
    assert all(name.startswith("r-") for name in names)


@given(st.lists(st.text(st.sampled_from("aAbB.-_ é/?\x00\u202e"), min_size=1, max_size=12), max_size=8, unique=True))
def test_always_different_and_never_a_path(names: list[str]) -> None:
    inputs = list({Path("in") / name.replace("\x00", "\x01").lstrip("/"): None for name in names})
    made = output_names(inputs)
    assert len({name.casefold() for name in made}) == len(inputs)
    assert not any(set(name) & set('/\\<>:"|?*\x01') or name in {"", ".", ".."} for name in made)
