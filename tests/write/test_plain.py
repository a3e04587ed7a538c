"""Text of documents cannot steer the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.write.plain import one_line, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x9b31m", "�31m"),
        ("\x1b]8;;http://x\x07y", "�]8;;http://x�y"),
        ("safe\u202etxt.exe", "safe�txt.exe"),
        ("over\rwritten\b", "over�written�"),
        ("£52 – café\tx\ny", "£52 – café\tx\ny"),
        ("[bold]markup[/bold] :smile:", "[bold]markup[/bold] :smile:"),
        ("\ud800", "�"),
    ],
)
def test_what_could_act_is_replaced(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    left = {unicodedata.category(c) for c in plain(text)} - {unicodedata.category("a")}
    assert not {c for c in plain(text) if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\t\n"}, left
    assert "\n" not in one_line(text)


def test_one_line_is_cut_with_an_ellipsis() -> None:
    assert one_line("a\n b   c", longest=4) == "a b…"
