"""The table after a run: rows that are told apart, within 80 columns, and harmless whatever stands in a document."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from report_extract.corpus.run import Outcome
from report_extract.errors import InternalError, UnreadableDocument
from report_extract.model.evidence import Notice, Severity
from report_extract.model.extraction import DocumentInfo, DocumentKind, Extraction, Partnership
from report_extract.present.summary import show_failures, show_summary

NAME = "Northmere & Saltmarsh Safeguarding Children Partnership"


def facts(*notices: Notice, partnership: str = NAME) -> Extraction:
    document = DocumentInfo(
        name="d",
        file="d.pdf",
        sha256="0",
        media_type="application/pdf",
        pages=31,
        readers={"pdfium": 31},
        kind=DocumentKind.annual_report,
        partnership=Partnership(id="northmere_saltmarsh", name=partnership, acronym="NSSCP"),
        reporting_year="2024/25",
    )
    return Extraction(document=document, notices=notices)


def shown(*outcomes: Outcome, width: int = 80, debug: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    show_summary(console, outcomes)
    show_failures(console, outcomes, debug=debug)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_one_row_says_what_a_document_is(width: int) -> None:
    text = shown(Outcome(Path("report.pdf"), "report", facts=facts()), width=width)
    for word in ("report.pdf", "annual report", "NSSCP", "2024/25", "31"):
        assert word in text
    assert max(map(len, text.splitlines())) <= width


def test_files_of_one_name_are_told_apart() -> None:
    long = "a-folder-whose-name-is-too-long-for-a-row"
    paths = [Path("in/2024/report.pdf"), Path(f"in/{long}/report.pdf"), Path("in/cover.pdf")]
    text = shown(*(Outcome(path, "x", facts=facts()) for path in paths))
    assert [line.split()[0] for line in text.splitlines() if ".pdf" in line] == [
        "2024/report.pdf",
        f"…{long[-22:]}/report.pdf",
        "cover.pdf",
    ]


def test_what_documents_say_cannot_act() -> None:
    notice = Notice(code="x", severity=Severity.warning, message="[red]\x1b[2J:smile: \u202etxt\nerror: fake")
    text = shown(Outcome(Path("\x1b]0;x\x07.pdf"), "x", facts=facts(notice, partnership="A\x1b[31m")))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "[red]" in text
    assert ":smile:" in text
    assert not [line for line in text.splitlines() if line.startswith("error:")]


def test_remarks_of_no_weight_stay_in_the_json() -> None:
    notices = [Notice(code="x", severity=s, message=f"said {s.value}") for s in Severity]
    text = shown(Outcome(Path("a.pdf"), "a", facts=facts(*notices)))
    assert "error: a.pdf: said error" in text
    assert "warning: a.pdf: said warning" in text
    assert "said info" not in text


def test_failures_are_one_line_each_and_defects_ask_for_a_report() -> None:
    bad = UnreadableDocument("bad.pdf", reason="empty", what="the file is empty", do="Copy it again.")
    ours = InternalError("odd.pdf: KeyError: 'x'", "Traceback of odd.pdf")
    outcomes = [Outcome(Path("bad.pdf"), "bad", failure=bad), Outcome(Path("odd.pdf"), "odd", failure=ours)]
    lines = [line for line in shown(*outcomes).splitlines() if line.startswith("error: ")]
    assert lines[0] == "error: bad.pdf: the file is empty. Copy it again."
    assert "please report it" in lines[1]
    assert "Traceback of odd.pdf" not in shown(*outcomes)
    assert "Traceback of odd.pdf" in shown(*outcomes, debug=True)
