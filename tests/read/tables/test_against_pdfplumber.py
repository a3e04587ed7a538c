"""Ruled tables of a sample, cell by cell against pdfplumber's: two readers that share no code must agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.model.document import Cell
from report_extract.read import read

pdfplumber = pytest.importorskip("pdfplumber")

CORPORA = Path(__file__).parents[3] / "corpora"
SAMPLES = [
    CORPORA / name / "2024-25" / "annual-report.pdf" for name in ("ashcombe", "northmere-saltmarsh", "thornleigh")
]


def squeezed(cell: str | None) -> str:
    return "".join((cell or "").split())


def printed(cell: Cell | None) -> str | None:
    """None for a tick or cross: pdfplumber gives the letter behind the glyph, we give the sign."""
    if cell is not None and cell.value is not None:
        return None
    return squeezed(cell.text if cell else "")


def agree(ours: list[list[str | None]], theirs: list[list[str]]) -> bool:
    return all(
        a is None or a == b for mine, other in zip(ours, theirs, strict=True) for a, b in zip(mine, other, strict=True)
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.parts[-3])
def test_every_table_that_both_find_has_the_same_cells(sample: Path) -> None:
    ours = [
        (t.page, [[printed(c) for c in row] for row in t.grid()])
        for t in read(sample).tables
        if t.kind in ("ruled", "form") and t.page == t.page_end
    ]
    compared = 0
    with pdfplumber.open(sample) as pdf:
        for page, rows in ours:
            there = [[[squeezed(c) for c in row] for row in t] for t in pdf.pages[page - 1].extract_tables()]
            same_place = [
                t for t in there if t[-1][0] == rows[-1][0] and len(t) == len(rows) and len(t[0]) == len(rows[0])
            ]
            compared += len(same_place)
            assert not same_place or any(agree(rows, t) for t in same_place)
    assert compared >= 1
