"""What a Windows user meets, as far as it can be acted out elsewhere: old code pages, open files, long names."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from report_extract.cli import leave
from report_extract.corpus.naming import output_names
from report_extract.errors import WrongUsage
from report_extract.read import faults
from report_extract.write import files
from report_extract.write.files import write_whole

SAMPLES = Path(__file__).parents[2] / "corpora" / "northmere-saltmarsh" / "2024-25"


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_a_console_of_an_old_code_page_gets_utf8_and_no_fault(tmp_path: Path, encoding: str) -> None:
    command = [sys.executable, "-m", "report_extract", "check", str(SAMPLES / "cover-saltmarsh.pdf")]
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "COLUMNS": "80"}
    done = subprocess.run([*command, "--out", str(tmp_path)], capture_output=True, env=env, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert "“" in done.stdout.decode("utf-8")


def test_an_open_file_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word and Excel lock the file that they show: Windows refuses to replace it."""
    path = tmp_path / "check.html"
    path.write_text("old", encoding="utf-8")
    tries: list[Path] = []

    def refuse(self: Path, target: Path) -> None:
        tries.append(self)
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(files, "_WAITS", (0.0, 0.0))
    monkeypatch.setattr(files, "_WINDOWS", True)
    monkeypatch.setattr(type(path), "replace", refuse)
    with pytest.raises(WrongUsage, match=r"check\.html: cannot be written \(Access is denied\)\. If another program"):
        write_whole(path, "new")
    assert len(tries) == 3
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["check.html"]


def test_a_file_that_a_scanner_lets_go_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.json"
    replace, tries = type(path).replace, []

    def once_refused(self: Path, target: Path) -> Path:
        tries.append(self)
        if len(tries) == 1:
            raise PermissionError(errno.EACCES, "Access is denied")
        return replace(self, target)

    monkeypatch.setattr(files, "_WAITS", (0.0,))
    monkeypatch.setattr(files, "_WINDOWS", True)
    monkeypatch.setattr(type(path), "replace", once_refused)
    write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("name", ["CON.pdf", "aux.docx", "com1.md", "report?.pdf", 'a"b<c>|.pdf', "trailing. .pdf"])
def test_results_have_names_that_windows_takes(name: str) -> None:
    (made,) = output_names([Path(name)])
    assert made.split(".")[0].lower() not in {"con", "aux", "com1"}
    assert not set(made) & set('<>:"/\\|?*')
    assert made == made.strip(". ")


def test_a_reader_that_has_gone_is_no_fault_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """There `| more` that is left early is "invalid argument", not "broken pipe"."""
    gone = OSError(errno.EINVAL, "Invalid argument")
    assert not leave._reader_has_gone(gone)
    monkeypatch.setattr(leave, "_WINDOWS", True)
    assert leave._reader_has_gone(gone)
    assert not leave._reader_has_gone(OSError(errno.EINVAL, "Invalid argument", "C:\\papers\\a?.pdf"))


OPENS = """
import sys
from pathlib import Path
from report_extract import check, extract
from report_extract.present.check_html import render
from report_extract.rules.load import load_rules
samples = Path(sys.argv[1])
load_rules()
for name in ("cover-saltmarsh.pdf", "cover-northmere.md"):
    extract(samples / name)
render(check(samples / "cover-saltmarsh.pdf", samples / "cover-northmere.md"))
"""


def test_no_file_is_opened_in_the_code_page_of_the_machine() -> None:
    """Where that is cp1252 or cp437, rules, templates and papers must still be read as what they are."""
    options = ["-X", "warn_default_encoding", "-W", "always::EncodingWarning"]
    command = [sys.executable, *options, "-c", OPENS, str(SAMPLES)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    ours = [line for line in done.stderr.splitlines() if "EncodingWarning" in line and "report_extract" in line]
    assert not ours


@pytest.mark.parametrize("name", ["report?.pdf", 'a"b.pdf'])
def test_a_name_that_windows_forbids_is_a_file_that_is_not_there(name: str) -> None:
    """There `open` says "invalid argument", which is no lock of another program."""
    told = faults.cannot_open(Path(name), OSError(errno.EINVAL, "Invalid argument", name))
    assert told.reason == "missing"
    assert "locked" not in str(told)


def test_results_whose_names_differ_in_case_do_not_replace_each_other(tmp_path: Path) -> None:
    names = output_names([tmp_path / "Report.pdf", tmp_path / "report.pdf", tmp_path / "REPORT.PDF"])
    assert len({name.casefold() for name in names}) == 3


def test_a_full_disk_is_told_as_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(type(tmp_path), "replace", refuse)
    with pytest.raises(WrongUsage, match=r"out\.json: cannot be written \(No space left on device\)\. Make room"):
        write_whole(tmp_path / "out.json", "new")
    assert not list(tmp_path.iterdir())
