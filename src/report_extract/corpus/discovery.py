"""Files, folders and patterns as a person names them → the documents meant, each once."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from report_extract.corpus.naming import absolute
from report_extract.errors import WrongUsage

# What is taken from a folder; a file that is named itself is always tried, whatever its name.
SUFFIXES = frozenset({".pdf", ".docx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt"})

# Word keeps "~$name.docx" beside a document that is open; names with a dot in front are hidden.
_NOT_DOCUMENTS = ("~$", ".")


def find_documents(named: Sequence[str], *, leave_out: Path | None = None) -> tuple[Path, ...]:
    """All documents meant by paths, folders (with their subfolders) and patterns such as "reports/*.pdf".

    The order is as named, folders sorted; what is named twice comes once. `leave_out` is a folder whose content is
    never an input (the output folder). A named file need not exist: reading it will say so. Raises WrongUsage for
    a folder or pattern without documents. A folder that may not be opened is given back itself, so that it is told.
    """
    found: dict[str, Path] = {}
    for name in named:
        if not name:
            raise WrongUsage("a name is empty: name files, folders or patterns")
        paths = list(_meant(name, leave_out))
        if not paths:
            raise WrongUsage(_nothing(name))
        for path in paths:
            found.setdefault(os.path.normcase(absolute(path)), path)
    return tuple(found.values())


def _meant(name: str, leave_out: Path | None) -> Iterator[Path]:
    if os.path.isdir(name):  # noqa: PTH112 (the methods of Path raise for names that the system refuses)
        yield from _in_folder(Path(name), leave_out)
    elif os.path.lexists(name) or not glob.has_magic(name):
        yield Path(name)
    else:
        for match in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 (a pattern may be absolute)
            if os.path.isdir(match):  # noqa: PTH112
                yield from _in_folder(Path(match), leave_out)
            else:
                yield Path(match)


def _in_folder(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    excluded = absolute(leave_out) if leave_out else None
    closed: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda fault: closed.append(Path(fault.filename))):
        here = Path(place)
        folders[:] = sorted(f for f in folders if not f.startswith(_NOT_DOCUMENTS) and absolute(here / f) != excluded)
        for file in sorted(files):
            if Path(file).suffix.lower() in SUFFIXES and not file.startswith(_NOT_DOCUMENTS):
                yield here / file
    yield from closed


def _nothing(name: str) -> str:
    if os.path.isdir(name):  # noqa: PTH112
        return f"{name}: no documents in this folder; documents end in {', '.join(sorted(SUFFIXES))}"
    return f"{name}: no file matches this pattern; check the folder's name"
