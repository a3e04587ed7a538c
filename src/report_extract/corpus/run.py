"""Many documents, one after the other in a reading process: each ends as facts or as a failure, none stops the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from report_extract.corpus.naming import output_names
from report_extract.errors import InternalError, ReportExtractError, UnreadableDocument
from report_extract.model.extraction import Extraction
from report_extract.read.worker import Isolated


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read: the limits for each (seconds, MiB), and the folders of own rules."""

    timeout: float
    memory: int
    password: str | None = None
    ocr: bool = True
    rules: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: `facts` or `failure`. `name` is for its output, without suffix."""

    file: Path
    name: str
    facts: Extraction | None = None
    failure: UnreadableDocument | InternalError | None = None


def extract_all(files: Sequence[Path], *, options: Options) -> Iterator[Outcome]:
    """Outcomes in the order of the files, each as soon as it is there. Raises BadRule (it concerns every file)."""
    with Isolated(timeout=options.timeout, memory=options.memory) as worker:
        for file, name in zip(files, output_names(files), strict=True):
            try:
                facts = worker.call(
                    "report_extract.corpus.job:extract_file",
                    file,
                    password=options.password,
                    ocr=options.ocr,
                    rules=[str(folder.resolve()) for folder in options.rules],
                )
            except (UnreadableDocument, InternalError) as failure:
                yield Outcome(file, name, failure=failure)
            except ReportExtractError:
                raise
            except Exception as fault:
                yield Outcome(file, name, failure=InternalError(f"{file.name}: {type(fault).__name__}: {fault}"))
            else:
                yield Outcome(file, name, facts=facts)
