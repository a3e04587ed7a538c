"""Files, folders and patterns → the documents meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.corpus.discovery import find_documents
from report_extract.errors import WrongUsage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.pdf", "a.docx", "sub/c.PDF", "sub/notes.csv", "~$a.docx", ".hidden/d.pdf", "out/e.pdf", "x[1].md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def names(paths: tuple[Path, ...], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_with_its_subfolders(folder: Path) -> None:
    found = find_documents([str(folder)], leave_out=folder / "out")
    assert names(found, folder) == ["a.docx", "b.pdf", "x[1].md", "sub/c.PDF"]


def test_a_pattern(folder: Path) -> None:
    assert names(find_documents([f"{folder}/**/*.pdf"]), folder) == ["b.pdf", "out/e.pdf"]


def test_a_pattern_that_is_a_file_name_is_the_file(folder: Path) -> None:
    assert names(find_documents([str(folder / "x[1].md")]), folder) == ["x[1].md"]


def test_each_document_once_in_the_order_named(folder: Path) -> None:
    named = [str(folder / "b.pdf"), str(folder / "sub" / ".." / "b.pdf"), f"{folder}/*.docx", str(folder / "sub")]
    assert names(tuple(path.resolve() for path in find_documents(named)), folder.resolve()) == [
        "b.pdf",
        "a.docx",
        "~$a.docx",
        "sub/c.PDF",
    ]


def test_a_named_file_is_tried_whatever_its_name(folder: Path) -> None:
    assert names(find_documents([str(folder / "sub/notes.csv"), str(folder / "gone.pdf")]), folder) == [
        "sub/notes.csv",
        "gone.pdf",
    ]


@pytest.mark.parametrize(("named", "said"), [("*.xls", "no file matches"), ("sub2", "no documents in this folder")])
def test_nothing_there_is_wrong_usage(folder: Path, named: str, said: str) -> None:
    (folder / "sub2").mkdir()
    with pytest.raises(WrongUsage, match=said):
        find_documents([str(folder / named)])
