"""References to places that the paper does not have: a page beyond its last, a section, table, figure or appendix."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import BlockKind, Document
from report_extract.rules.load import RuleBook

_SEE = r"(?:see|refer\sto|in|on|at|\()\s?"
_PAGE = re.compile(
    rf"(?i)(?:\b|(?<=\())(?:{_SEE})(?:also\s)?(?P<what>pages?|pp?\.)\s?(?P<n>\d{{1,3}})(?![\d.,]*\d)(?!\s?%)"
)
# A numbered section of this paper, not of an Act: two levels of number, or plainly "see section 9".
_SECTION = re.compile(
    r"(?i)\b(?:see|refer\sto)\s(?:also\s)?(?P<what>section)s?\s(?P<n>\d{1,2}(?:\.\d{1,2}){0,2})"
    r"(?=[),;]|[.]?$|\s(?:for|on|below|above|and|or|of\sthis)\b)"
    r"|\bin\s(?P<what2>section)\s(?P<n2>\d{1,2}\.\d{1,2})\b(?!\s?(?:of\s(?:the\s)?[A-Z]|\())"
)
_CAPTIONED = re.compile(
    rf"(?i)(?:\b|(?<=\()){_SEE}(?:also\s)?(?P<what>table|figure|chart|box)\s(?P<n>\d{{1,2}})\b(?![.\d]*\d)"
)
_CAPTION = re.compile(r"(?i)^\W*(?P<what>table|figure|chart|box)\s(?P<n>\d{1,2})\b(?:\s*[:.–—-]|\s[A-Z]|$)")
_APPENDIX = re.compile(rf"(?i)(?:\b|(?<=\()){_SEE}(?:the\s)?(?P<what>appendix|annex)\s(?P<n>[A-H]|\d{{1,2}})\b")
_APPENDIX_NAMED = re.compile(r"(?i)\b(?:appendix|annex)\s(?P<n>[A-H]|\d{1,2})\b")
_NUMBERED = re.compile(r"^\s*(?:section\s)?(?P<n>\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s+\S", re.IGNORECASE)
# Fewer numbered sections or captions are no system that a reference could be held against.
_FEWEST_SECTIONS, _FEWEST_CAPTIONS = 4, 2
_OTHER_PAPER = re.compile(
    r"(?i)\b(?:of\s(?:the|that|its)\s(?:\w+\s){0,3}?(?:plan|strategy|act|guidance|review|report|policy|code)|act\s\d{4})\b"
)


def broken_references(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Each reference to a place beyond the last of its kind; silent where the paper does not number that kind.

    Pages, sections and tables that a cover names are those of the report behind it: only its appendices are tried.
    """
    document = paper.document
    last = {"page": _last_page(document), **_last_captions(document)}
    sections = _sections(document)
    tests: list[tuple[re.Pattern[str], Callable[[str, str], bool]]] = [
        (_APPENDIX, lambda what, n: _no_appendix(document, n))
    ]
    if paper.kind == "report":
        tests += [
            (_PAGE, lambda what, n: 0 < last["page"] < int(n)),
            (_CAPTIONED, lambda what, n: 0 < last.get(what, 0) < int(n)),
            (_SECTION, lambda what, n: _no_section(n, sections)),
        ]
    for sentence in paper.sentences:
        for pattern, missing in tests:
            yield from _flags(paper, sentence.start, sentence.text, pattern, missing)


def _flags(
    paper: Paper, offset: int, text: str, pattern: re.Pattern[str], missing: Callable[[str, str], bool]
) -> Iterator[WordingFlag]:
    for match in pattern.finditer(text):
        found = {k.rstrip("2"): v for k, v in match.groupdict().items() if v}
        what = "page" if found["what"].lower().startswith("p") else found["what"].lower()
        if missing(what, found["n"]) and not _OTHER_PAPER.search(text[match.end() : match.end() + 50]):
            words = match.group().strip(" (")
            start = offset + match.end() - len(words)
            message = f"“{words}”: this paper has no {what} {found['n']}"
            yield flag(paper, start, start + len(words), code="broken_reference", message=message)


def _last_page(document: Document) -> int:
    """The highest number that a page may have: as counted, or as printed in its header or footer; 0 without pages."""
    if len(document.pages) < 2:
        return 0
    printed = [
        int(n) for p in document.pages for b in p.blocks if b.kind is BlockKind.furniture for n in _numbers(b.text)
    ]
    return max([len(document.pages), *printed])


def _numbers(text: str) -> list[str]:
    return re.findall(r"(?<![\d/.-])\d{1,3}(?![\d/-]|\.\d)", text)


def _last_captions(document: Document) -> dict[str, int]:
    numbers: dict[str, set[int]] = {}
    for text in (*(b.text for b in document.blocks), *(t.title or "" for t in document.tables)):
        match = _CAPTION.match(text)
        if match:
            numbers.setdefault(match["what"].lower(), set()).add(int(match["n"]))
    return {what: max(ns) for what, ns in numbers.items() if len(ns) >= _FEWEST_CAPTIONS}


def _sections(document: Document) -> frozenset[str]:
    """Numbers of headings and of numbered paragraphs."""
    found = {m["n"].rstrip(".") for b in document.blocks if (m := _NUMBERED.match(b.text))}
    return frozenset(found) if len(found) >= _FEWEST_SECTIONS else frozenset()


def _no_section(number: str, sections: frozenset[str]) -> bool:
    """Whether the paper numbers its sections to this depth and stops before this one."""
    depth = number.count(".")
    if sum(s.count(".") == depth for s in sections) < _FEWEST_SECTIONS:
        return False
    return number not in sections and not any(s.startswith(f"{number}.") for s in sections)


def _no_appendix(document: Document, number: str) -> bool:
    """Whether appendices of this kind of number are named elsewhere, at the head of a line, and this one is not."""
    heads = {
        m["n"].upper()
        for b in document.blocks
        for line in re.split(r"[\n\t]", b.text)
        if (m := _APPENDIX_NAMED.match(line.strip()))
    }
    kind = [h for h in heads if h.isdigit() == number.isdigit()]
    return bool(kind) and number.upper() not in heads and number.upper() > max(kind)
