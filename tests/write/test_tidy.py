"""CSV that spreadsheets open rightly and cannot be made to run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.write.tidy import csv_bytes, safe_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200b=1",
        "＝1+1", "＋1", "－1-1", "＠x", "-", "=cmd|' /C calc'!A0", "\x00=1", "\x1b@x", "\ufeff=1", "+44 20 7946 0000",
    ],
)  # fmt: skip
def test_what_would_begin_a_formula_is_text(text: str) -> None:
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "+12", "-3.5%", "-1,234", "0", "463", "12%"])
def test_plain_numbers_stay_numbers(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (True, "true"), (False, "false"), (7.0, "7"), (-2.5, "-2.5"), (12, "12"), ("a=b", "a=b"), ("", "")],
)
def test_values_are_written_plainly(value: str | float | bool | None, shown: str) -> None:
    assert safe_cell(value) == shown


def test_the_file_is_utf8_with_a_mark_and_crlf() -> None:
    content = csv_bytes(("a", "b"), [("é", 'say "x", y'), ("two\r\nlines", None)])
    assert content == '\ufeffa,b\r\né,"say ""x"", y"\r\n"two\nlines",\r\n'.encode()


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells under 2 headings"):
        csv_bytes(("a", "b"), [("x",)])


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_any_text_survives_as_one_cell_that_begins_no_formula(rows: list[tuple[str, str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_bytes(("a", "b"), rows).decode("utf-8-sig"), newline="")))
    assert len(read) == len(rows) + 1
    for cells in read[1:]:
        assert len(cells) == 2
        for cell in cells:
            number = cell.lstrip("+-").replace(",", "").replace(".", "").rstrip("%")
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or number.isdigit()
