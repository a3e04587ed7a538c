"""The wording of everything that can be wrong with a file: which file, what is wrong, what to do, in one line."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from report_extract.errors import UnreadableDocument

# What a path makes of "https://…": one of the slashes is gone.
_WEB_ADDRESS = re.compile(r"https?:[/\\]", re.IGNORECASE)

# Endings of documents: a file with one of them was meant to be one, whatever it is.
_DOCUMENTS = frozenset({".pdf", ".docx", ".doc", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt"})


def cannot_open(file: Path, fault: OSError) -> UnreadableDocument:
    """What the system's refusal means for the person who named the file."""
    if fault.errno == errno.ELOOP:
        what, do = "the link leads in a circle", "Name the file itself."
    elif fault.errno == errno.ENAMETOOLONG:
        what, do = "the name is longer than file systems allow", "Check the name and the folder."
    elif isinstance(fault, FileNotFoundError | NotADirectoryError) or fault.errno == errno.EINVAL:
        return missing(file)  # "invalid argument" is what Windows says of names with forbidden characters
    elif isinstance(fault, PermissionError):
        return no_permission(file)
    else:
        what, do = f"the file cannot be read ({fault.strerror or fault})", "Copy it to your own folder and read that."
    return UnreadableDocument(file, reason="missing", what=what, do=do)


def missing(file: Path) -> UnreadableDocument:
    what, do = "there is no such file", "Check the name and the folder."
    if _WEB_ADDRESS.match(str(file)):
        what, do = "this is a web address, and nothing is fetched from the web", "Download the file and name that."
    elif "*" in file.name or "?" in file.name:
        what, do = "this is a pattern where one file is wanted", "Write the name of the file."
    elif not os.path.lexists(file.parent):
        what, do = f"the folder {file.parent} is not there", "Check the folder's name."
    elif os.path.lexists(file):
        what, do = "the link leads to a file that is not there", "Name the file itself."
    return UnreadableDocument(file, reason="missing", what=what, do=do)


def no_file(file: Path) -> UnreadableDocument:
    what = "this is a pipe or a device, not a file"
    return UnreadableDocument(file, reason="missing", what=what, do="Save its content to a file and name that.")


def is_a_folder(file: Path) -> UnreadableDocument:
    return UnreadableDocument(file, reason="missing", what="this is a folder", do="Name a file in it.")


def closed_folder(file: Path) -> UnreadableDocument:
    what = "this folder may not be opened by this user"
    return UnreadableDocument(file, reason="missing", what=what, do="Copy it to a folder of your own.")


def no_permission(file: Path) -> UnreadableDocument:
    what = "the file may not be opened by this user, or another program has locked it"
    return UnreadableDocument(file, reason="missing", what=what, do="Close it elsewhere or copy it to your own folder.")


def empty(file: Path) -> UnreadableDocument:
    what = "the file is empty (0 bytes)"
    return UnreadableDocument(file, reason="empty", what=what, do="Download or copy it again.")


def not_a_document(file: Path, *, really: str) -> UnreadableDocument:
    """`really` says what the content is, e.g. "a PNG picture"."""
    suffix = file.suffix.lower()
    meant = suffix in _DOCUMENTS
    named = f"the name ends in {suffix} but the content is {really}" if meant else f"this is {really}, not a document"
    do = "Save the document itself as PDF, Word (.docx), HTML, Markdown or plain text."
    if really.endswith("archive"):
        do = "Unpack it and name the documents in it."
    return UnreadableDocument(file, reason="not_a_document", what=named, do=do)


def unsupported(file: Path, *, really: str, do: str = "Save it as .docx or PDF and read that.") -> UnreadableDocument:
    what = f"{really} cannot be read"
    return UnreadableDocument(file, reason="unsupported", what=what, do=do)


def encrypted(file: Path, *, wrong_password: bool = False) -> UnreadableDocument:
    if wrong_password:
        what, do = "the password does not open the file", "Check the password, or save a copy without one."
    else:
        what, do = "the file is encrypted and needs a password", "Give the password, or save a copy without one."
    return UnreadableDocument(file, reason="encrypted", what=what, do=do)


def damaged(file: Path, *, what: str = "the file is damaged or cut short") -> UnreadableDocument:
    return UnreadableDocument(file, reason="damaged", what=what, do="Download or export it again.")


def too_large_unpacked(file: Path, *, limit: int) -> UnreadableDocument:
    """`limit` in bytes."""
    what = f"the file unpacks to more than {limit // 2**20} MiB, which no report does"
    return UnreadableDocument(file, reason="damaged", what=what, do="Ask the sender for a plain copy.")


def no_text(
    file: Path, *, pictures: bool = False, ocr_installed: bool = True, ocr_wanted: bool = True
) -> UnreadableDocument:
    """No page has text. `pictures`: pages hold images, in which text may stand that only recognition can read."""
    if not pictures:
        what, do = "no page has any text", "Check that it is the right file."
    elif not ocr_installed:
        what = "the pages are pictures without any text"
        do = 'Install text recognition with: pip install "report-extract[ocr]"'
    elif not ocr_wanted:
        what, do = "the pages are pictures without any text", "Read it with text recognition switched on."
    else:
        what, do = "the pages are pictures in which no text could be recognised", "Scan it again with 300 dots an inch."
    return UnreadableDocument(file, reason="no_text", what=what, do=do)


def _place(page: int | None) -> str:
    return f" on page {page}" if page else ""


def time_limit(file: Path, *, seconds: float, page: int | None) -> UnreadableDocument:
    what = f"reading took longer than {seconds:g} s and was stopped{_place(page)}"
    return UnreadableDocument(file, reason="time_limit", what=what, do="Raise --timeout or split the file.")


def memory_limit(file: Path, *, mebibytes: int, page: int | None) -> UnreadableDocument:
    what = f"reading needed more than {mebibytes} MiB of memory and was stopped{_place(page)}"
    return UnreadableDocument(file, reason="memory_limit", what=what, do="Raise --memory or split the file.")


def crashed(file: Path, *, how: str, page: int | None) -> UnreadableDocument:
    """`how`: what the process died of, e.g. "signal 11"."""
    what = f"the file made the reader crash{_place(page)} ({how})"
    return UnreadableDocument(file, reason="crashed", what=what, do="Print it to a new PDF and read that.")
