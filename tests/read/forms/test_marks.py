"""Which words of a row are boxes, and which words are whose label."""

from __future__ import annotations

import pytest

from report_extract.read.forms.marks import choices, pieces


def read_row(text: str) -> tuple[str, list[tuple[str, bool]]]:
    lead, found = choices(pieces(text.split()))
    return " ".join(p.text for p in lead), [(" ".join(p.text for p in c.label), c.checked) for c in found]


@pytest.mark.parametrize(
    ("row", "lead", "labels"),
    [
        ("☒ For noting ☐ For decision", "", [("For noting", True), ("For decision", False)]),
        ("Key decision: ☐ Yes ☒ No", "Key decision:", [("Yes", False), ("No", True)]),
        ("Key decision? Yes ☐ No ☑", "Key decision?", [("Yes", False), ("No", True)]),
        ("Exempt ☒", "", [("Exempt", True)]),
        ("[x] agree [ ] disagree", "", [("agree", True), ("disagree", False)]),
        ("[X]agree []disagree", "", [("agree", True), ("disagree", False)]),
        ("☒Yes ☐No", "", [("Yes", True), ("No", False)]),
        ("no boxes [1] here (x)", "no boxes [1] here (x)", []),
    ],
)
def test_rows(row: str, lead: str, labels: list[tuple[str, bool]]) -> None:
    assert read_row(row) == (lead, labels)


def test_squares_are_bullets_unless_boxes_are_asked_for() -> None:
    assert choices(pieces(["□", "training"]))[1] == ()
    assert len(choices(pieces(["□", "training"], bullets_too=True))[1]) == 1
