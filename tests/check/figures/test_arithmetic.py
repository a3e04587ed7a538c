"""Printed intervals, possible counts, footing and change statements: exact, and silent where an author may be right."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.check.figures.changes import ChangeStatement, misfits
from report_extract.check.figures.footing import foot
from report_extract.check.figures.grim import fitting_bases, is_telling, possible_counts
from report_extract.check.figures.printed import Printed, printed


def number(text: str) -> Printed:
    found = printed(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [("£419,325", "419325", 0), ("66.6%", "66.6", 1), ("(1,200)", "-1200", 0), ("-3.50", "-3.50", 2)],
)
def test_printed_numbers_keep_their_decimals(text: str, value: str, decimals: int) -> None:
    assert str(number(text).value) == value
    assert number(text).decimals == decimals


@pytest.mark.parametrize("text", ["", "none", "12 of 15"])
def test_no_number_or_several_is_none(text: str) -> None:
    assert printed(text) is None


@given(k=st.integers(0, 400), n=st.integers(1, 400), decimals=st.integers(0, 2))
def test_a_rounded_or_truncated_true_share_is_always_possible(k: int, n: int, decimals: int) -> None:
    k = min(k, n)
    exact = Fraction(100 * k, n)
    truncated = int(exact * 10**decimals) / Fraction(10**decimals)
    for text in (f"{float(exact):.{decimals}f}%", f"{float(truncated):.{decimals}f}%"):
        assert k in possible_counts(number(text), of=n)


def test_a_share_that_no_count_gives_is_impossible_and_its_bases_are_named() -> None:
    assert possible_counts(number("58%"), of=11) == ()
    assert 12 in fitting_bases(number("58%"))
    assert is_telling(number("58%"), of=11)
    assert not is_telling(number("58%"), of=50)


def test_columns_that_sum_are_silent_and_a_round_gap_names_a_missing_line() -> None:
    lines = [number(t) for t in ("£1,000", "£2,500", "£600")]
    assert foot(lines, total=number("£4,100")) is None
    gap = foot(lines, total=number("£4,600"))
    assert gap is not None
    assert gap.amount == 500
    assert any("missing" in h for h in gap.hypotheses)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=12))
def test_a_true_total_never_raises_a_flag(values: list[int]) -> None:
    assert foot([number(f"£{v:,}") for v in values], total=number(f"£{sum(values):,}")) is None


def test_change_statements_hold_with_rounding_truncation_and_points() -> None:
    truncated = ChangeStatement(number("463"), number("411"), number("52"), number("12%"), rise=True)
    points = ChangeStatement(number("89%"), number("83%"), percent=number("6.7%"), rise=True, of_shares=True)
    assert misfits(truncated) == ()
    assert misfits(points) == ()


def test_a_wrong_direction_difference_and_per_cent_are_each_named() -> None:
    wrong = ChangeStatement(number("80"), number("100"), number("25"), number("40%"), rise=True)
    assert {m.code for m in misfits(wrong)} == {"change_direction", "change_difference", "change_percent"}


def test_the_wrong_base_is_a_hypothesis() -> None:
    (misfit,) = misfits(ChangeStatement(number("122"), number("74"), percent=number("39%"), rise=True))
    assert "new value" in misfit.hypotheses[0]


@given(before=st.integers(1, 5000), after=st.integers(0, 5000))
def test_a_true_change_never_raises_a_flag(before: int, after: int) -> None:
    share = abs(after - before) * 100 / before
    statement = ChangeStatement(
        number(f"{after:,}"),
        number(f"{before:,}"),
        number(f"{abs(after - before):,}"),
        number(f"{share:.1f}%"),
        rise=after >= before,
    )
    assert misfits(statement) == ()
