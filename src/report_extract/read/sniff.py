"""What a file really is, from its bytes and not from its name; one clear line where it cannot be read."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from report_extract.read import faults
from report_extract.read.encoding import encoding_of
from report_extract.read.opening import open_document


class FileKind(StrEnum):
    pdf = "pdf"
    docx = "docx"
    html = "html"
    markdown = "markdown"
    text = "text"


HEAD = 64 * 1024  # bytes looked at; HTML may carry long comments and styles before its first telling tag
PDF_HEADER_WITHIN = 1024  # readers accept bytes before "%PDF-" up to here (PDF 1.7, implementation note 13)
MAX_CONTROL_SHARE = 0.02  # text has next to no control characters; programs and archives have 5 % and more

# A report of 200 pages unpacks to some 5 MiB of XML; pictures are not unpacked.
MAX_UNPACKED = 256 * 2**20

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
BINARY_SUFFIXES = frozenset({".pdf", ".docx", ".doc"})

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
)
TEXTUAL_SIGNATURES = frozenset(
    {b"BM", b"MZ"}
)  # two letters that a text may begin with: believed only of binary content

ZIP_KINDS = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
    ("index/document.iwa", "a Pages document"),
)

HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


def sniff(path: Path) -> FileKind:
    """The kind of the file; raises `UnreadableDocument` for what is missing, empty, locked up or no document."""
    head = _head(path)
    if b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return FileKind.pdf
    if head.startswith(b"PK"):
        return _zip_kind(path)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise _compound_file(path)
    if head.startswith(b"{\\rtf"):
        raise faults.unsupported(path, really="Rich Text Format (.rtf)")
    binary = _is_binary(head)
    for magic, really in SIGNATURES:
        if head.startswith(magic) and (binary or magic not in TEXTUAL_SIGNATURES):
            raise faults.not_a_document(path, really=really)
    if path.suffix.lower() == ".pdf" and _has_pdf_objects(path):
        raise faults.damaged(path, what="the beginning of the PDF is missing or overwritten")
    if binary:
        raise faults.not_a_document(path, really="binary data of an unknown kind")
    return _text_kind(path, head)


def _head(path: Path) -> bytes:
    with open_document(path) as file:
        try:
            head = file.read(HEAD)
        except OSError as fault:
            raise faults.cannot_open(path, fault) from None
    if not head:
        raise faults.empty(path)
    return head


def _is_binary(head: bytes) -> bool:
    if encoding_of(head).startswith(("utf-16", "utf-32")):
        return False
    control = sum(head.count(bytes([c])) for c in range(32) if c not in b"\t\n\f\r\x1b")
    return control / len(head) > MAX_CONTROL_SHARE


def _has_pdf_objects(path: Path) -> bool:
    data = path.read_bytes()
    return b"endobj" in data or b"startxref" in data


def _text_kind(path: Path, head: bytes) -> FileKind:
    suffix = path.suffix.lower()
    is_html = bool(HTML_START.search(head.replace(b"\x00", b"")[:HEAD]))
    if suffix in BINARY_SUFFIXES:
        raise faults.not_a_document(path, really="a web page" if is_html else "plain text")
    if suffix in MARKDOWN_SUFFIXES:
        return FileKind.markdown
    if suffix in HTML_SUFFIXES or is_html:
        return FileKind.html
    return FileKind.text


def _zip_kind(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.lower() for name in archive.namelist()}
            unpacked = sum(info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels")))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise faults.damaged(path) from None
    if "word/document.xml" not in names:
        for member, really in ZIP_KINDS:
            if member in names:
                raise faults.unsupported(path, really=really, do="Save it as PDF and read that.")
        if path.suffix.lower() == ".docx":
            raise faults.damaged(path, what="the Word file has lost its text part")
        raise faults.not_a_document(path, really="a zip archive")
    if unpacked > MAX_UNPACKED:
        raise faults.too_large_unpacked(path, limit=MAX_UNPACKED)
    return FileKind.docx


def _compound_file(path: Path) -> Exception:
    """Old Office files and password-protected new ones share a container."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        return faults.encrypted(path)
    if "WordDocument".encode("utf-16-le") in data or path.suffix.lower() == ".doc":
        return faults.unsupported(path, really="the old Word format (.doc)")
    return faults.unsupported(path, really="this old Office format")
