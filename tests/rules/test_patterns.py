"""Regular expressions of packs: two engines, one behaviour, and clear words for what one of them refuses."""

from __future__ import annotations

import pytest

from report_extract.rules.patterns import Engine, Regex

BOTH = pytest.mark.parametrize("engine", list(Engine))


@BOTH
def test_offsets_count_characters(engine: Engine) -> None:
    regex = Regex(r"£(?P<amount>\d+)", engine=engine)
    text = "Café – £52 and £7"
    assert [(m.span("amount"), m.group("amount")) for m in regex.finditer(text)] == [((8, 10), "52"), ((16, 17), "7")]


@BOTH
def test_a_search_can_be_kept_to_a_part(engine: Engine) -> None:
    regex = Regex(r"\d", engine=engine)
    assert regex.search("1 a 2", 1, 4) is None
    found = regex.search("1 é 2", 1)
    assert found is not None
    assert found.span() == (4, 5)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"a(?=b)", "look-ahead"),
        (r"a(?!b)", "look-ahead"),
        (r"(?<=a)b", "look-behind"),
        (r"(?<!a)b", "look-behind"),
        (r"(a)\1", "back-references"),
        (r"a++b", "possessive"),
        (r"\d{1,5000}", "1000 at most"),
        (r"(a", "missing )"),
        (r"[\pL\pN]{1,900}", "too large; repeat long classes less often"),
    ],
)
def test_own_packs_are_told_what_their_engine_refuses(pattern: str, words: str) -> None:
    with pytest.raises(ValueError, match=r"bad regular expression") as caught:
        _ = Regex(pattern, engine=Engine.re2).compiled
    assert words in str(caught.value)


def test_the_place_of_a_fault_is_named() -> None:
    with pytest.raises(ValueError, match=r"at character 3, before '\(b': missing \)"):
        _ = Regex("a (b").compiled


def test_own_packs_cannot_hang_a_run() -> None:
    """Under `re` this takes 2^60 steps; that this test ends is its assertion."""
    assert Regex(r"(\w+\s?)+:", engine=Engine.re2).search("word " * 60) is None
