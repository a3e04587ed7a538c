"""Files, folders and patterns as a person names them → the documents meant, each once."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from report_extract.errors import WrongUsage

# What is taken from a folder; a file that is named itself is always tried, whatever its name.
SUFFIXES = frozenset({".pdf", ".docx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt"})

# Word keeps "~$name.docx" beside a document that is open; names with a dot in front are hidden.
_NOT_DOCUMENTS = ("~$", ".")


def find_documents(named: Sequence[str], *, leave_out: Path | None = None) -> tuple[Path, ...]:
    """All documents meant by paths, folders (with their subfolders) and patterns such as "reports/*.pdf".

    The order is as named, folders sorted; what is named twice comes once. `leave_out` is a folder whose content is
    never an input (the output folder). A named file need not exist: reading it will say so. Raises WrongUsage for
    a folder or pattern without documents.
    """
    found: dict[str, Path] = {}
    for name in named:
        paths = list(_meant(name, leave_out))
        if not paths:
            raise WrongUsage(_nothing(name))
        for path in paths:
            found.setdefault(os.path.normcase(path.resolve()), path)
    return tuple(found.values())


def _meant(name: str, leave_out: Path | None) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from _in_folder(path, leave_out)
    elif path.exists() or not glob.has_magic(name):
        yield path
    else:
        for match in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 (a pattern may be absolute)
            if Path(match).is_dir():
                yield from _in_folder(Path(match), leave_out)
            else:
                yield Path(match)


def _in_folder(folder: Path, leave_out: Path | None) -> Iterable[Path]:
    excluded = leave_out.resolve() if leave_out else None
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(f for f in folders if not f.startswith(_NOT_DOCUMENTS) and (here / f).resolve() != excluded)
        for file in sorted(files):
            if Path(file).suffix.lower() in SUFFIXES and not file.startswith(_NOT_DOCUMENTS):
                yield here / file


def _nothing(name: str) -> str:
    if Path(name).is_dir():
        return f"{name}: no documents in this folder; documents end in {', '.join(sorted(SUFFIXES))}"
    return f"{name}: no file matches this pattern; check the folder's name"
