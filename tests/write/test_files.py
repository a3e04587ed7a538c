"""A result is there whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from report_extract.errors import WrongUsage
from report_extract.write.files import whole_file, write_whole


def test_what_fails_halfway_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "new" / "result.json"
    write_whole(path, "before é\n")

    def half() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert path.read_bytes() == "before é\n".encode()
    assert [file.name for file in path.parent.iterdir()] == ["result.json"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongUsage, match="cannot be written"):
        write_whole(tmp_path / "file" / "result.json", "x")


def test_nothing_happens_to_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "result.json").mkdir()
    with pytest.raises(WrongUsage, match="cannot be written"):
        write_whole(tmp_path / "result.json", "x")
    assert [file.name for file in tmp_path.iterdir()] == ["result.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    """`--json /dev/null` of an administrator must not put a file in the place of the null device."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, "written")
    reader.join(timeout=10)
    assert got == [b"written"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
