"""`extract`: good documents beside bad ones, clean JSON, names that never collide, and exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from report_extract.model.extraction import EXTRACT_SCHEMA, Extraction
from tests.cli.conftest import COVER, Cli


def bad_files(folder: Path) -> list[Path]:
    """A dozen files that are no readable document, each in its own way."""
    contents = {
        "empty.pdf": b"",
        "header-only.pdf": b"%PDF-1.7\n",
        "cut.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0",
        "noise.pdf": bytes(range(256)) * 40,
        "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"\x00" * 200,
        "program.pdf": b"MZ" + b"\x00\x01\x02" * 300,
        "no-pages.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "zip.docx": b"PK\x03\x04" + b"\x00" * 60,
        "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "rtf.docx": b"{\\rtf1 hello}",
        "empty.txt": b"",
        "blank.md": b" \n\n \n",
    }
    paths = []
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    return paths


def test_bad_files_never_stop_good_ones(cli: Cli, cover: Path, tmp_path: Path) -> None:
    bad = bad_files(cover.parent)
    said = cli("extract", cover.parent, "--out", tmp_path / "out")
    assert said.code == 3
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["cover.json"]
    faults = [line for line in said.err.splitlines() if line.startswith("error: ")]
    assert sorted(line.split(": ")[1] for line in faults) == sorted(path.name for path in bad)
    assert "Traceback" not in said.err
    assert not said.out


def test_a_result_follows_the_published_contract(cli: Cli, cover: Path, tmp_path: Path) -> None:
    said = cli("extract", cover, "--out", tmp_path / "out")
    assert said.code == 0
    text = (tmp_path / "out" / "cover.json").read_text(encoding="utf-8")
    assert list(json.loads(text))[:2] == ["schema", "document"]
    assert json.loads(text)["schema"] == EXTRACT_SCHEMA
    assert Extraction.model_validate_json(text).document.name == "cover"
    assert "cover.md" in said.err
    assert "1 file in" in said.err


def test_json_on_standard_output_and_nothing_else(cli: Cli, cover: Path, tmp_path: Path) -> None:
    said = cli("extract", cover, "--json", "-")
    assert json.loads(said.out)["document"]["name"] == "cover"
    (cover.parent / "bad.pdf").touch()
    said = cli("extract", cover.parent, "--json", "-")
    assert (said.code, len(json.loads(said.out))) == (3, 1)
    said = cli("extract", cover.parent / "bad.pdf", cover.parent / "bad.pdf", "--json", "-")
    assert (said.code, json.loads(said.out)) == (3, [])


def test_all_results_in_one_file(cli: Cli, cover: Path, tmp_path: Path) -> None:
    (cover.parent / "second.md").write_text(COVER, encoding="utf-8")
    assert cli("extract", f"{cover.parent}/*.md", "--json", tmp_path / "all.json", "--quiet").err == ""
    found = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [facts["document"]["name"] for facts in found] == ["cover", "second"]


def test_twins_keep_their_suffix(cli: Cli, cover: Path, tmp_path: Path) -> None:
    (cover.parent / "cover.txt").write_text(COVER, encoding="utf-8")
    assert cli("extract", cover.parent, "--out", tmp_path / "out", "-q").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["cover.md.json", "cover.txt.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
def test_a_hostile_name_is_shown_harmlessly(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "[red]\x1b[31m\u202efdp.md"
    path.write_text(COVER, encoding="utf-8")
    said = cli("extract", path, "--out", tmp_path / "out")
    assert said.code == 0
    assert "\x1b" not in said.err
    assert "\u202e" not in said.err
    assert "[red]�[31m�fdp.md" in "".join(line.strip() for line in said.err.splitlines())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract"], "Missing argument"),
        (["extract", "x.pdf", "--timeout", "0"], "--timeout"),
        (["extract", "*.nothing"], "no file matches"),
        (["extract", "x.pdf", "--rules", "no-such-folder"], "--rules"),
        (["inspect", "x.pdf", "--page", "x"], "there is no such file"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_says_what_is_wrong(cli: Cli, arguments: list[str], words: str) -> None:
    said = cli(*arguments)
    assert said.code == (3 if "no such file" in words else 2)
    assert words in said.err
    assert not said.out


def test_a_faulty_pack_stops_before_anything_is_written(cli: Cli, cover: Path, tmp_path: Path) -> None:
    pack = tmp_path / "mine" / "themes" / "own.yaml"
    pack.parent.mkdir(parents=True)
    pack.write_text("- id: kites\n  titel: Kites\n", encoding="utf-8")
    said = cli("extract", cover, "--rules", tmp_path / "mine", "--out", tmp_path / "out")
    assert said.code == 2
    assert f"{pack}:2: " in said.err
    assert "Did you mean 'title'?" in said.err
    assert not (tmp_path / "out").exists()


def _hear_ctrl_c() -> None:
    """A background shell starts its jobs deaf to SIGINT, and children inherit that; a terminal does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent another way there")
def test_ctrl_c_leaves_what_was_finished(cover: Path, tmp_path: Path) -> None:
    """The first document is done, hundreds are waiting."""
    for number in range(300):
        (cover.parent / f"later-{number}.md").write_text(cover.read_text(encoding="utf-8"), encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "report_extract", "extract", str(cover), str(cover.parent), "--jobs", "1"]
    running = subprocess.Popen(
        [*command, "--out", str(out)],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hear_ctrl_c,
    )
    while not (out / "cover.json").exists():
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 130
    assert "stopped: " in err
    assert "Traceback" not in err
    finished = list(out.iterdir())
    assert len(finished) < 300
    for path in finished:
        assert json.loads(path.read_text(encoding="utf-8"))["schema"] == EXTRACT_SCHEMA
