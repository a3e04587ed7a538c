"""Every broken file ends with one plain line and the right reason, and the good files beside it are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import broken_files as make
import pytest

from report_extract.errors import UnreadableDocument
from report_extract.read import read
from report_extract.read.ocr import engine
from report_extract.read.worker import Isolated

Maker = Callable[[Path], None]

BROKEN: list[tuple[str, str, Maker, set[str]]] = [
    ("no-bytes", "pdf", make.empty, {"empty"}),
    ("only-zeros", "pdf", make.zeros, {"not_a_document"}),
    ("a-text", "pdf", make.text_called_pdf, {"not_a_document"}),
    ("a-picture", "pdf", make.picture, {"not_a_document"}),
    ("a-picture", "docx", make.picture, {"not_a_document"}),
    ("a-program", "pdf", make.program, {"not_a_document"}),
    ("cut-early", "pdf", partial(make.truncated, share=0.02), {"damaged"}),
    ("header-overwritten", "pdf", make.header_overwritten, {"damaged"}),
    ("locked", "pdf", partial(make.encrypted, user="kestrel", owner="vale"), {"encrypted"}),
    ("locked", "docx", make.locked_word, {"encrypted"}),
    ("old-word", "doc", make.old_word, {"unsupported"}),
    ("rich-text", "rtf", make.rich_text, {"unsupported"}),
    ("workbook", "xlsx", make.workbook, {"unsupported"}),
    ("no-pages", "pdf", make.no_pages, {"damaged", "no_text"}),
    ("tree-of-itself", "pdf", make.page_tree_of_itself, {"damaged", "no_text"}),
    ("blank", "pdf", make.nothing_on_it, {"no_text"}),
    ("image-only", "pdf", make.image_only, {"no_text"}),
    ("cut", "docx", make.cut_docx, {"damaged"}),
    ("without-text-part", "docx", make.docx_without_text, {"damaged"}),
    ("broken-xml", "docx", make.docx_with_broken_xml, {"damaged"}),
    ("bomb", "docx", make.docx_bomb, {"damaged"}),
    ("entities", "docx", make.docx_entities, {"damaged", "no_text"}),
]

BOMBS: list[tuple[str, Maker]] = [
    ("gibibyte of spaces", make.decompression_bomb),
    ("forms that double", make.forms_that_double),
    ("form that paints itself twice", partial(make.form_in_itself, times=2)),
]

READABLE: list[tuple[str, Maker]] = [
    ("owner password only", partial(make.encrypted, user="", owner="vale")),
    ("200-deep page tree", make.deep_page_tree),
    ("200,000 characters on a page", make.long_page),
    ("form that paints itself", make.form_in_itself),
    ("NUL bytes", make.binary_in_text),
    ("huge object numbers", make.huge_object_numbers),
]


@pytest.fixture(scope="module")
def worker() -> Iterator[Isolated]:
    with Isolated(timeout=60, memory=1500) as isolated:
        yield isolated


@pytest.mark.parametrize(("name", "suffix", "maker", "reasons"), BROKEN, ids=[f"{n}.{s}" for n, s, _, _ in BROKEN])
def test_a_broken_file_is_one_line_and_a_reason(
    name: str, suffix: str, maker: Maker, reasons: set[str], worker: Isolated, tmp_path: Path
) -> None:
    file = tmp_path / f"{name}.{suffix}"
    maker(file)
    with pytest.raises(UnreadableDocument) as caught:
        worker.read(file)
    assert caught.value.reason in reasons
    message = str(caught.value)
    assert message.startswith(f"{name}.{suffix}: ")
    assert "\n" not in message
    assert message.endswith((".", ")", "]"))
    beside = tmp_path / "good.pdf"
    make.good_pdf(beside)
    assert make.SENTENCE in worker.read(beside).text


@pytest.mark.parametrize("maker", [m for _, m in READABLE], ids=[name for name, _ in READABLE])
def test_what_looks_broken_but_can_be_read_is_read(maker: Maker, worker: Isolated, tmp_path: Path) -> None:
    file = tmp_path / "odd.pdf"
    maker(file)
    document = worker.read(file)
    words = " ".join(document.text.split())
    assert make.SENTENCE in words or "The Saltmarsh partnership met" in words
    assert all(document.text[b.start : b.end] == b.text for p in document.pages for b in p.blocks)


@pytest.mark.parametrize("maker", [m for _, m in BOMBS], ids=[name for name, _ in BOMBS])
def test_a_small_file_that_grows_without_bounds_is_stopped(maker: Maker, tmp_path: Path) -> None:
    file = tmp_path / "bomb.pdf"
    maker(file)
    with Isolated(timeout=8, memory=500) as tight:
        with pytest.raises(UnreadableDocument) as caught:
            tight.read(file)
        assert caught.value.reason in {"memory_limit", "time_limit", "crashed", "no_text"}
        make.good_pdf(tmp_path / "good.pdf")
        assert make.SENTENCE in tight.read(tmp_path / "good.pdf").text


@pytest.mark.parametrize("share", [0.1, 0.35, 0.5, 0.77, 0.9, 0.97])
def test_a_file_cut_anywhere_is_refused(share: float, worker: Isolated, tmp_path: Path) -> None:
    file = tmp_path / "cut.pdf"
    make.truncated(file, share=share)
    with pytest.raises(UnreadableDocument, match="damaged or cut short"):
        worker.read(file)


def test_the_right_password_opens(worker: Isolated, tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    make.encrypted(file, user="kestrel", owner="vale")
    assert make.SENTENCE in worker.read(file, password="kestrel").text
    with pytest.raises(UnreadableDocument, match="password does not open"):
        worker.read(file, password="heron")


def test_a_missing_file_and_a_folder(worker: Isolated, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.pdf", tmp_path):
        with pytest.raises(UnreadableDocument) as caught:
            worker.read(path)
        assert caught.value.reason == "missing"


def test_pictures_without_recognition_say_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    file = tmp_path / "scan.pdf"
    make.image_only(file)
    with pytest.raises(UnreadableDocument, match=r'pip install "report-extract\[ocr\]"'):
        read(file)
