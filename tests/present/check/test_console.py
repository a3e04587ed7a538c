"""The check on a terminal: complete, within the width, and deaf to what documents would have it do."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from report_extract.model.checks import CheckReport
from report_extract.present.check_console import show_check
from tests.present.check.making import full_report, hostile_report


def shown(report: CheckReport, *, width: int) -> str:
    stream = io.StringIO()
    show_check(Console(file=stream, width=width, markup=False, emoji=False, highlight=False), report)
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_what_a_person_must_decide_is_shown_within_the_width(width: int) -> None:
    said = shown(full_report(), width=width)
    assert max(map(len, said.splitlines())) <= width
    squeezed = " ".join(said.split())
    assert "cover-saltmarsh.pdf against cover-northmere.pdf" in squeezed
    assert "3 statements held against the report: 1 contradicted, 1 not found, 1 supported." in squeezed
    for words in ("✓ supported", "✗ contradicted", "? not found", "the report says 77, the cover 68", "p. 1"):
        assert words in squeezed
    for words in (
        "✗ error report",
        "perhaps: 4 could be 3",
        "! warning cover An old year",
        "1 note of less weight with --html FILE",
    ):
        assert words in squeezed
    assert "○ not mentioned priority Harm in parks" in squeezed
    assert "the cover leaves out 1 of 2" in squeezed
    assert "1 of 3 found" in squeezed
    assert "Not spelt out" not in squeezed


@pytest.mark.parametrize("width", [80, 120])
def test_hostile_text_cannot_act(width: int) -> None:
    said = shown(hostile_report(), width=width)
    assert "boom()" in said
    assert not {"\x1b", "\u202e"} & set(said)


def test_long_lists_are_cut_and_say_so() -> None:
    report = full_report()
    said = shown(report.model_copy(update={"wording": report.wording[:1] * 50}), width=80)
    assert said.count("An old year") == 20
    assert "and 30 more, with --html FILE" in said


def test_what_has_to_be_looked_at_first_stands_first() -> None:
    said = shown(full_report(), width=80)
    assert (
        said.index("✗ contradicted") < said.index("? not found") < said.index("\nFigures  ") < said.index("✓ supported")
    )
    assert "calculations done again" in said
    assert "not judged: procedure, plans, opinions" in " ".join(said.split())


def test_the_headline_counts_what_is_wrong_and_says_so_if_nothing_is() -> None:
    report = full_report()
    assert "Figures and wording: 1 error, 1 warning, 1 note." in " ".join(shown(report, width=80).split())
    clean = report.model_copy(update={"figures": (), "wording": ()})
    assert "Nothing was found against figures and wording." in " ".join(shown(clean, width=80).split())
