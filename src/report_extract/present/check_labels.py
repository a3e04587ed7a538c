"""The words for verdicts, severities and states, and the sentence at the top: one place, so that all views agree."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from report_extract.model.checks import CheckReport, CheckSummary, FigureFlag, WordingFlag


class Label(NamedTuple):
    """`tone` is a colour of the palette, `icon` a symbol of the page; the word says the same without either."""

    word: str
    tone: str
    icon: str
    plural: str | None = None

    def counted(self, number: int) -> str:
        """The word in small letters as it stands after a number."""
        return (self.plural if self.plural and number != 1 else self.word).lower()


LABELS: dict[str, Label] = {
    "supported": Label("Supported", "good", "tick"),
    "contradicted": Label("Contradicted", "bad", "cross"),
    "not_found": Label("Not found", "open", "question"),
    "error": Label("Error", "bad", "cross", "errors"),
    "warning": Label("Warning", "open", "exclamation", "warnings"),
    "info": Label("Note", "plain", "dot", "notes"),
    "mentioned": Label("Mentioned", "good", "tick"),
    "missing": Label("Not mentioned", "open", "ring"),
    "found": Label("Found", "good", "tick"),
    "partly_found": Label("Partly found", "open", "half"),
}

PAPERS = {"cover": "cover", "source": "report"}

# The states that a section can be filtered by, in the order of the buttons.
FILTERS: dict[str, tuple[str, ...]] = {
    "claims": ("contradicted", "not_found", "supported"),
    "figures": ("error", "warning", "info"),
    "wording": ("error", "warning", "info"),
    "coverage": ("missing", "mentioned"),
    "requirements": ("not_found", "partly_found", "found"),
}

WHY_UNJUDGED = {
    "procedure": "procedure",
    "plan": "a plan or intention",
    "opinion": "an opinion",
    "question": "a question",
    "heading": "a heading",
}


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def headline(report: CheckReport) -> str:
    """What came out, in two sentences: the claims, then what is wrong in either paper."""
    if report.cover is None or report.source is None:
        return f"{_flags(report)} One paper by itself: claims are judged only against a second paper."
    return f"{_verdicts(report.summary)} {_flags(report)}"


def _verdicts(summary: CheckSummary) -> str:
    if summary.claims == 0:
        return "No statement of the cover could be checked against the report."
    verdicts = f"{summary.contradicted} contradicted, {summary.not_found} not found, {summary.supported} supported"
    return f"{counted(summary.claims, 'statement')} held against the report: {verdicts}."


def _flags(report: CheckReport) -> str:
    flags: tuple[FigureFlag | WordingFlag, ...] = (*report.figures, *report.wording)
    found = Counter(flag.severity.value for flag in flags)
    said = [f"{found[state]} {LABELS[state].counted(found[state])}" for state in FILTERS["wording"] if found[state]]
    if not said:
        return "Nothing was found against figures and wording."
    return f"Figures and wording: {', '.join(said)}."
