"""Whatever is typed wrongly: one clear line that names the file, a documented exit code, and no traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import COVER, Cli
from tests.robustness.broken_files import encrypted


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with good and bad files, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cover.md").write_text(COVER, encoding="utf-8")
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "notpdf.pdf").write_text("no PDF at all", encoding="utf-8")
    (tmp_path / "file.txt").write_text("a file", encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"a', encoding="utf-8")
    (tmp_path / "newer.json").write_text(json.dumps({"schema": "report-extract/extract/9"}), encoding="utf-8")
    (tmp_path / "odd.json").write_text('{"statements": ["a"]}', encoding="utf-8")
    (tmp_path / "odder.json").write_text('{"claims": "a claim"}', encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "folder").mkdir()
    encrypted(tmp_path / "locked.pdf", user="kestrel", owner="vale")
    return tmp_path


LONG = "x" * 300  # no file system takes so much
CASES = [
    ("extract nope.pdf", 3, "nope.pdf: there is no such file"),
    ("extract empty.pdf", 3, "empty.pdf: the file is empty"),
    ("extract notpdf.pdf", 3, "notpdf.pdf: the name ends in .pdf but the content is plain text"),
    ("extract picture.png", 3, "picture.png: this is a PNG picture, not a document"),
    ("extract nofolder/nope.pdf", 3, "nope.pdf: the folder nofolder is not there"),
    ("extract https://example.org/nope.pdf", 3, "nope.pdf: this is a web address, and nothing is fetched"),
    (f"extract {LONG}.pdf", 3, "x.pdf: the name is longer than file systems allow"),
    (f"check {LONG}.pdf cover.md", 3, "x.pdf: the name is longer than file systems allow"),
    (f"extract cover.md --out {LONG}", 2, "characters long; choose a shorter place"),
    ("check cover.md --claims odd.json", 2, "no claims there. Write one claim a line, or a JSON list"),
    ("check cover.md --claims odder.json", 2, "JSON without a list"),
    ("inspect cover.md --out x.jpg", 2, "--out x.jpg: pictures are PNG files"),
    ("extract locked.pdf", 3, "locked.pdf: "),
    ("extract locked.pdf --password wrong", 3, "locked.pdf: "),
    ("extract *.xyz", 2, "*.xyz: no file matches this pattern"),
    ("extract cover.md --out file.txt", 2, "file.txt is a file, not a folder"),
    ("extract cover.md --json folder", 2, "folder: cannot be written"),
    ("check nope.pdf cover.md", 3, "nope.pdf: there is no such file"),
    ("check folder", 3, "folder: this is a folder. Name a file in it"),
    ("check cover.md cover.md", 2, "cover.md is given twice"),
    ("check newer.json cover.md", 2, "newer.json: a check reads the papers themselves"),
    ("check cover.md --claims nope.txt", 2, "--claims nope.txt: cannot be read"),
    ("check cover.md file.txt --claims file.txt", 2, "--claims stands in for the cover"),
    ("check cover.md --fail-on wrong", 2, "--fail-on wrong: choose from contradicted"),
    ("check cover.md --html folder -q", 2, "It is a folder; name a file in it"),
    ("check cov*.md", 3, "cov*.md: this is a pattern where one file is wanted"),
    ("compare *.xyz cover.md", 2, "*.xyz: no file matches this pattern"),
    ("compare broken.json newer.json", 2, "broken.json: cannot be read as JSON"),
    ("compare newer.json newer.json", 2, "newer.json: not written by"),
    ("explain nope.json m1", 2, "nope.json: cannot be opened"),
    ("explain broken.json m1", 2, "broken.json: this is no JSON"),
    ("explain newer.json m1", 2, "newer.json: another version of report-extract wrote this"),
    ("read folder", 3, "folder: this is a folder"),
    ("read .", 3, ".: this is a folder"),
    ("read cover.md --page 99", 2, "--page 99: the document has pages 1 to 1"),
    ("read cover.md --page 5-2", 2, "--page 5-2: the range runs backwards; write 2-5"),
    ("read cover.md --page abc", 2, "--page abc: write one page (3) or a range (3-5)"),
    ("inspect cover.md", 2, "cover.md: pictures are made of PDFs only"),
    ("rules show metricz", 2, "Did you mean 'metrics'?"),
    ("rules test --rules folder", 2, "--rules folder: no packs there"),
    ("rules new metrics Bad-Id", 2, "'Bad-Id' is no rule name"),
    ("rules new metrics kites --in file.txt", 2, "cannot be written"),
    ("corpus list --store nostore", 2, "nostore: no corpus here"),
]


@pytest.mark.parametrize(("line", "code", "words"), CASES)
def test_one_clear_line(cli: Cli, desk: Path, line: str, code: int, words: str) -> None:
    said = cli(*line.split())
    assert said.code == code, said.err
    (told,) = [one for one in said.err.splitlines() if one.startswith("error: ")]
    assert words in told
    assert "Traceback" not in said.err
    assert "defect" not in said.err


@pytest.mark.parametrize("line", ["extract", "extract cover.md --outt x", "frobnicate", "schema nope", "check"])
def test_what_is_no_command_is_told_with_the_way_to_its_help(cli: Cli, desk: Path, line: str) -> None:
    said = cli(*line.split())
    assert said.code == 2
    assert "-h' for help" in said.err
    assert "Error: " in said.err


def test_an_empty_name_is_not_this_folder(cli: Cli, desk: Path) -> None:
    """`extract "$REPORT"` where nothing was put into REPORT must not read whatever lies here."""
    said = cli("extract", "")
    assert (said.code, said.out) == (2, "")
    assert "a name is empty" in said.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", ["extract", "corpus add"])
def test_what_is_no_file_is_told_at_once_and_the_others_go_on(cli: Cli, desk: Path, command: str) -> None:
    """A pipe would be waited for without an end; Path.resolve refuses a link that leads in a circle."""
    os.mkfifo(desk / "pipe.pdf")
    (desk / "circle.pdf").symlink_to("circle.pdf")
    (desk / "nowhere.pdf").symlink_to("gone.pdf")
    said = cli(*command.split(), "pipe.pdf", "circle.pdf", "nowhere.pdf", "cover.md", "-q")
    assert said.code == 3
    told = "\n".join(line for line in said.err.splitlines() if line.startswith("error: "))
    assert "pipe.pdf: this is a pipe or a device" in told
    assert "circle.pdf: the link leads in a circle" in told
    assert "nowhere.pdf: the link leads to a file that is not there" in told
    assert "cover.md" not in told
    assert list(desk.glob("out/cover.json")) or list(desk.glob("corpus/extractions/*.json"))
