"""Kinds and rules explain themselves, and a new rule begins as a valid list entry of its kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_extract.errors import BadRule, WrongUsage
from report_extract.rules.describe import as_written, fields_of, rule_called
from report_extract.rules.load import RuleBook, load_folder
from report_extract.rules.scaffold import new_rule


def test_the_fields_of_a_kind_in_the_words_of_yaml(kite_kind: type) -> None:
    fields = {field.name: field for field in fields_of(kite_kind)}
    assert list(fields)[:3] == ["id", "description", "label"]
    assert fields["label"].required
    assert not fields["size"].required
    assert fields["patterns"].type == "list of regex"
    assert fields["size"].type == "small | large"
    assert not {"pack", "file", "line"} & fields.keys()


def test_a_rule_as_it_was_written(pack: Callable[..., Path]) -> None:
    text = "# all\n- id: red\n  description: A red kite # yes\n  label: |\n    Red\n\n    kite\n# next\n- id: blue\n"
    book = RuleBook(load_folder(pack(text + "  description: A blue kite\n  label: Blue\n")))
    assert as_written(rule_called("kites/red", book=book)) == "\n".join(text.splitlines()[1:7])
    assert as_written(rule_called("kites/blue", book=book)).startswith("- id: blue\n")


def test_an_unknown_rule_names_the_nearest(pack: Callable[..., Path]) -> None:
    book = RuleBook(load_folder(pack("- id: red\n  description: A red kite\n  label: Red\n")))
    with pytest.raises(WrongUsage, match="Did you mean 'kites/red'"):
        rule_called("kites/rad", book=book)


def test_a_new_rule_is_a_rule_to_fill_in(tmp_path: Path, kite_kind: type) -> None:
    path = new_rule(tmp_path, kind="kites", id="green")
    new_rule(tmp_path, kind="kites", id="yellow")
    assert path == tmp_path / "kites" / "own.yaml"
    assert [rule.id for rule in load_folder(tmp_path)] == ["green", "yellow"]
    with pytest.raises(WrongUsage, match="already"):
        new_rule(tmp_path, kind="kites", id="green")
    path.write_text(path.read_text(encoding="utf-8").replace("  label: ", "  labl: "), encoding="utf-8")
    with pytest.raises(BadRule, match="Did you mean 'label'"):
        load_folder(tmp_path)
