"""A file is what its bytes are."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from report_extract.errors import UnreadableDocument
from report_extract.read.encoding import decode, encoding_of
from report_extract.read.sniff import FileKind, sniff


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n", FileKind.pdf),
        ("a.txt", b"%PDF-1.7\n", FileKind.pdf),
        ("a.pdf", b"junk of a mail server\r\n\r\n%PDF-1.4", FileKind.pdf),
        ("a.txt", b"<!doctype html><p>x", FileKind.html),
        ("a.htm", b"<p>no frame</p>", FileKind.html),
        ("a.md", b"# Title\n<html> is a word here", FileKind.markdown),
        ("a.txt", "caf\u00e9 \u00a35".encode("cp1252"), FileKind.text),
        ("a.txt", b"BMX tracks opened", FileKind.text),
        ("a", "no suffix".encode("utf-16"), FileKind.text),
    ],
)
def test_kinds(tmp_path: Path, name: str, content: bytes, kind: FileKind) -> None:
    (tmp_path / name).write_bytes(content)
    assert sniff(tmp_path / name) is kind


def test_text_called_word_is_no_document(tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_text("plain", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=r"paper\.docx: the name ends in \.docx but the content is plain text"):
        sniff(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_words(encoding: str) -> None:
    words = "Saltmarsh spent £5 – “twice” as much – on cafés in the year that ended in March."
    assert decode(words.encode(encoding)) == words


def test_line_ends_and_nul_characters() -> None:
    assert decode(b"a\r\nb\rc\x00d") == "a\nb\ncd"


def test_a_character_cut_in_two_is_still_utf8() -> None:
    assert encoding_of("caf\u00e9".encode()[:-1]) == "utf-8"
    assert encoding_of(codecs.BOM_UTF16_LE + b"a\x00") == "utf-16"
