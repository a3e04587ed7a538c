"""What the wheel carries: all packs, all samples with their gold, and not the generator of the samples."""

from __future__ import annotations

import tomllib
from pathlib import Path

from report_extract import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CARRIED = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


def test_every_sample_is_carried_and_the_generator_is_not() -> None:
    samples = {f"corpora/{path.name}" for path in (ROOT / "corpora").iterdir() if path.name[0] not in "._"}
    assert {path for path in CARRIED if path.startswith("corpora")} == samples - {"corpora/generate"}


def test_what_is_carried_exists_and_lands_where_it_is_looked_for() -> None:
    assert CARRIED["rules"] == "report_extract/_rules"
    for source, target in CARRIED.items():
        assert (ROOT / source).exists(), source
        assert source == "rules" or target == source.replace("corpora", "report_extract/_corpora"), source


def test_the_version_is_stated_once_and_the_same() -> None:
    assert PROJECT["project"]["version"] == __version__
