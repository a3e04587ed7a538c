"""Running text of an element → spans: emphasis, links, line breaks, check boxes, entities already resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from report_extract.read.flow import Span
from report_extract.read.html.page import Element, is_shown
from report_extract.read.pdf.symbols import repaired

BOLD = frozenset({"b", "strong", "th"})
ITALIC = frozenset({"i", "em", "cite"})
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
# An icon and the size of a file after a link, as document libraries print them: no words of the paper.
FILE_ICON = re.compile(r"^(?:(?:pdf|word|docx?|excel|xlsx?|document)\s+)?(?:icon|file icon)\b.*$", re.IGNORECASE)
FILE_SIZE = re.compile(r"^\W*(?:(?:PDF|DOCX?|XLSX?)\W*)?\d+(?:[.,]\d+)?\s*[KMG]B\W*$", re.IGNORECASE)


PLAIN = Span("")


def spans_of(element: Element, look: Span = PLAIN, *, skip: frozenset[str] = frozenset()) -> Iterator[Span]:
    """The element's words; blocks inside begin on a new line, children with a tag in `skip` are left out."""
    look = _look(element, look)
    yield from own_text(element.text, look)
    for child in element.iterchildren():
        if is_shown(child) and child.tag not in skip:
            yield from child_spans(child, look)
        yield from own_text(child.tail, look)


def child_spans(child: Element, look: Span = PLAIN) -> Iterator[Span]:
    """The words of an element that stands within other words."""
    match child.tag:
        case "br":
            yield replace(look, text="\n")
        case "wbr":
            return
        case "input":
            yield from _input(child, look)
        case "img":
            alt = " ".join((child.get("alt") or "").split())
            if (state := tick_in(alt)) is not None:
                yield replace(look, text=" ✓ " if state else " ✗ ")
        case "textarea":
            yield from own_text(child.text, look)
        case _ if child.tag in BLOCKS:
            yield replace(look, text="\n")
            yield from spans_of(child, look)
            yield replace(look, text="\n")
        case _ if is_file_note(child):
            return
        case _:
            yield from spans_of(child, look)


def _input(element: Element, look: Span) -> Iterator[Span]:
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        yield replace(look, text=" ☒ " if element.get("checked") is not None else " ☐ ")
    elif kind in ("text", "date", "email", "number") and element.get("value"):
        yield replace(look, text=f" {element.get('value')} ")


def _look(element: Element, look: Span) -> Span:
    if element.tag in BOLD or BOLD_STYLE.search(element.get("style") or ""):
        look = replace(look, bold=True)
    if element.tag in ITALIC:
        look = replace(look, italic=True)
    if element.tag == "a" and (address := element.get("href")) is not None:
        look = replace(look, url=address.strip() or "#")
    return look


def own_text(text: str | None, look: Span = PLAIN) -> Iterator[Span]:
    """Text with its white space folded, as a browser shows it."""
    if text:
        yield replace(look, text=repaired(_SPACE.sub(" ", text).replace("\u00a0", " "), font=""))


def tick_in(alt: str) -> bool | None:
    """A picture that stands for yes or no."""
    if re.fullmatch(r"(?:green\s+)?(?:tick|check\s?mark|yes)", alt, re.IGNORECASE):
        return True
    return False if re.fullmatch(r"(?:red\s+)?(?:cross|no)", alt, re.IGNORECASE) else None


def is_file_note(element: Element) -> bool:
    """ "pdf icon PDF 144 KB" beside a link in a document library."""
    text = " ".join(element.text_content().split())
    return bool(FILE_SIZE.match(text) or (FILE_ICON.match(text) and len(text.split()) <= 5))
