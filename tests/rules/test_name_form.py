"""Forms of names: `{place}` is filled in, and each engine runs its own packs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_extract.errors import BadRule
from report_extract.language.names import Names
from report_extract.rules.load import load_folder, load_rules
from report_extract.rules.name_form import NameForm
from report_extract.rules.patterns import Engine

Pack = Callable[..., Path]

BOTH = pytest.mark.parametrize("engine", list(Engine))


def agency(form: str) -> str:
    return f"- id: mine\n  description: A body of our own\n  group: voluntary\n  forms:\n    - '{form}'\n"


@BOTH
@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("{place} Kite Trust", "Kestrel Vale Kite Trust", "Kestrel Vale"),
        ("{place} Kite Trust", "Isle of Mere and Northside Kite Trust", "Isle of Mere and Northside"),
        ("{place} Kite Trust", "Ynys Môn Kite Trust", "Ynys Môn"),
        ("Friends of {place} and {place}", "Friends of Saltmarsh and Ashcombe", "Saltmarsh"),
    ],
)
def test_the_first_place_is_captured(engine: Engine, form: str, text: str, place: str) -> None:
    match = NameForm(form, engine=engine).fullmatch(text)
    assert match is not None
    assert match.group("place") == place


def test_an_own_form_cannot_hang_a_run(pack: Pack) -> None:
    """Under `re` this takes 2^60 steps; that this test ends is its assertion."""
    (rule,) = load_folder(pack(agency(r"(?:\w+\s?)+: Trust"), kind="agencies"), engine=Engine.re2, eager=True)
    assert rule.forms[0].search("Word " * 60) is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("form", "at", "words"),
    [
        ("{place} Kite (?=Trust)", "at character 14, before '(?=Trust)'", "look-ahead is not available"),
        ("{place} Kite ({place} Trust", "at character 1, before '{place} Kite'", "missing )"),
        (r"{place} (Kite) \1", "at character 16", "back-references are not available"),
    ],
)
def test_what_the_engine_refuses_is_told_in_the_words_of_the_author(pack: Pack, form: str, at: str, words: str) -> None:
    with pytest.raises(BadRule) as caught:
        load_folder(pack(agency(form), kind="agencies"), engine=Engine.re2, eager=True)
    assert caught.value.line == 5
    assert at in caught.value.reason
    assert words in caught.value.reason
    assert "?P<place>" not in str(caught.value)


@pytest.mark.parametrize("form", ["{place} Kite Trust", "{place} (?i:kite trust)"])
def test_an_own_form_is_found_in_a_sentence(pack: Pack, form: str) -> None:
    """Also where it holds no capitalised word by which names are looked up."""
    names = Names(load_rules((pack(agency(form), kind="agencies"),)))
    found = [m.agency for m in names.find("Flights were paid for by Saltmarsh Kite Trust in the year.")]
    assert [(a.name, a.place, a.rule) for a in found] == [("Saltmarsh Kite Trust", "Saltmarsh", "agencies/mine")]
