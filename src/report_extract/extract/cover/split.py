"""Where a label ends and its value begins: a colon, a question mark, a dash, a gap, a line end, the end of capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report_extract.extract.cover.labels import Labels, normal
from report_extract.extract.cover.pieces import Piece
from report_extract.model.document import Line
from report_extract.rules.kinds.covers import CoverLabel

_SEPARATOR = re.compile(r"\s?[:?](?=\s|$)|\s[-–—](?=\s)|(?<=\w)[–—]\s")
_UNKNOWN_THEME = re.compile(r"\W*(?:\d[\d.]*\s+)?([A-Z][\w&,/’' -]{2,50}?)\s+implications?\W*$", re.I)
# "Comments of the Head of Law", "Impact on equality": headings of implications where they name a theme.
_OF_A_THEME = re.compile(
    r"\b(?:implications?|considerations?|comments|impacts?|issues|matters|advice|assessments?|duty|consequences)\b",
    re.I,
)
_UNKNOWN_LABEL = re.compile(r"[A-Z][^:.;!?]{1,60}$")
_LABEL_AND_NAME = re.compile(
    r"([A-Z][a-z]+ (?:of|by|to|from))\s+(?:the\s+)?(?=[A-Z])|([A-Z]+ (?:OF|BY|TO))\s+(?:THE\s+)?"
)
LONGEST_NAMED = 16  # words
LONGEST_THEME = 6  # words of a theme's name that runs into its sentence
_BEGINS = re.compile(r"(?<=[\w)]) (?=(?:None|No|Nil|N/A|Not|There|The|This|These|It|As|In|An?|All|Any|See|Yes)\b)")
_NEXT_THEME = re.compile(r"(?<=[.;]) (?P<label>[A-Z][\w&/ ]{2,40}):(?= )")
_COPIES = frozenset(("cc", "c.c.", "bcc"))  # short, in lower case and at the end of a letter, but labels
_GENERAL = re.compile(r"(?:what|which|organi[sz]ational|corporate|overall|general|council|key|main|other)\b", re.I)
_UNKNOWN_LABEL_WORDS = 7
LINE_LABEL_WORDS = 4  # of an unknown label that begins a line in the midst of others
# A gap of two and a half characters or more is a column, not a space (justified lines stretch to about two).
GAP_CHARACTERS = 2.5
# A label this short ("To", "By", "For") is one only in the head of a paper and before a colon or a cell's edge.
WEAK_LENGTH = 6
LABEL_REACH = 200  # characters in which a label must end


@dataclass(frozen=True, slots=True)
class Split:
    """A label, its rule (None: not in the vocabulary), the theme of an implication, and the words after it.

    `also` are the further themes that a heading such as "Finance and law" names.
    """

    label: Piece
    rule: CoverLabel | None
    rest: Piece | None
    theme: str | None = None
    alone: bool = False
    also: tuple[str, ...] = ()


def split_label(piece: Piece, labels: Labels, *, within: str | None = None, head: bool = False) -> Split | None:
    """The label with which a piece begins; `head` is true before the first part of the paper."""
    if piece.shape == "item" and not _may_be_label(piece, labels, within):
        return None
    bullet = piece.shape == "item" and not _numbered(piece)
    return (
        (None if bullet else _alone(piece, labels, within, head))
        or _before_separator(piece, labels, within, head)
        or _first_lines(piece, labels, within)
        or _before_gap(piece, labels)
        or _capitals(piece, labels)
        or (_run_on_theme(piece, labels) if within == "implications" else None)
        or (_before_name(piece, labels) if head else None)
        or (_unknown(piece) if head and piece.shape != "item" else None)
    )


def _may_be_label(piece: Piece, labels: Labels, within: str | None) -> bool:
    """Numbered lines may be headings ("1. Purpose"); bullets only "Legal: none" among implications."""
    return _numbered(piece) or within == "implications"


def _numbered(piece: Piece) -> bool:
    return piece.marker is not None and piece.marker.strip("().")[:1].isdigit()


def _alone(piece: Piece, labels: Labels, within: str | None, head: bool) -> Split | None:
    text = piece.text.rstrip(" :-–—")
    if ": " in text or "? " in text:
        return None
    rule = labels.match(text, within=within)
    capitals = all(_is_capital(w) for w in text.split())
    marked = piece.shape in ("heading", "cell") or piece.bold or capitals or piece.text.rstrip().endswith((":", "?"))
    if (
        rule is not None
        and not piece.text.endswith(".")
        and (marked or (text[:1].isupper() and len(normal(text)) > WEAK_LENGTH))
    ):
        if not head and not rule.section and not marked:
            return None
        return Split(piece, rule, None, rule.theme, alone=True)
    named = rule is None and marked and not piece.text.endswith(".") and not _SEPARATOR.search(text)
    themes = _themes(text, labels, within) if named else ()
    return Split(piece, None, None, themes[0], alone=True, also=themes[1:]) if themes else None


def _themes(text: str, labels: Labels, within: str | None) -> tuple[str, ...]:
    """The implications that an unknown heading names: by its keywords, else by its own words before "implications"."""
    if within == "implications" or _OF_A_THEME.search(text):
        named = labels.themes(text)
        if named:
            return named
    found = _UNKNOWN_THEME.match(text)
    return (_slug(found[1]),) if found and not _GENERAL.match(found[1]) else ()


def _run_on_theme(piece: Piece, labels: Labels) -> Split | None:
    """Among implications "Legal The report is a duty": a theme's name straight before the words of a sentence."""
    for begin in _BEGINS.finditer(piece.text[:LABEL_REACH]):
        label = piece.cut(piece.start, piece.start + begin.start())
        if label is None or label.words > LONGEST_THEME:
            return None
        rule = labels.match(label.text, within="implications", exact=True)
        themes = (rule.theme,) if rule is not None and rule.theme else labels.themes(label.text)
        if themes and themes[0]:
            rest = piece.cut(piece.start + begin.start(), piece.end)
            return Split(label, rule, rest, themes[0], also=tuple(t for t in themes[1:] if t))
    return None


def _slug(text: str) -> str:
    return "_".join(re.findall(r"[a-z0-9]+", text.lower()))


def _before_separator(piece: Piece, labels: Labels, within: str | None, head: bool) -> Split | None:
    for mark in _SEPARATOR.finditer(piece.text[:LABEL_REACH]):
        question = mark[0].strip() == "?"
        text = piece.text[: mark.start()]
        dash = mark[0].strip() in "-–—"
        rule = labels.match(text + "?" if question else text, within=within)
        named = rule is None and (not dash or _OF_A_THEME.search((text.split() or [""])[-1]) is not None)
        themes = _themes(text, labels, within) if named else ()
        if rule is None and not themes:
            continue
        if rule is not None and not _separator_fits(rule, text, dash=dash, head=head):
            continue
        end = piece.start + (mark.end() if question else mark.start())
        label = piece.cut(piece.start, end)
        if label is not None:
            rest = piece.cut(piece.start + mark.end(), piece.end)
            if rule is not None:
                return Split(label, rule, rest, rule.theme)
            return Split(label, None, rest, themes[0], also=themes[1:])
    return None


def _separator_fits(rule: CoverLabel, text: str, *, dash: bool, head: bool) -> bool:
    if text.lower() in _COPIES:
        return not dash
    if not text[:1].isupper() and not text[:1].isdigit():
        return False
    if dash and not rule.section and len(text.split()) < 2:
        return False
    return head or rule.section or len(normal(text)) > WEAK_LENGTH


def _first_lines(piece: Piece, labels: Labels, within: str | None) -> Split | None:
    """A label on the first line or lines of a block, its value beneath."""
    for line in piece.lines[: min(3, len(piece.lines) - 1)]:
        label = piece.cut(piece.start, min(line.end, piece.end))
        rest = piece.cut(line.end, piece.end)
        if label is None or rest is None:
            continue
        rule = labels.match(label.text.rstrip(" :"), within=within, exact=True)
        if rule is not None and (len(normal(label.text)) > WEAK_LENGTH or piece.shape == "cell"):
            return Split(label, rule, rest, rule.theme)
    return None


def _before_name(piece: Piece, labels: Labels) -> Split | None:
    """ "Report of the Director", "Report to Cabinet": a label of two words before a name, without any sign between."""
    found = _LABEL_AND_NAME.match(piece.text)
    if not found or ". " in piece.text or piece.words > LONGEST_NAMED:
        return None
    rule = labels.match(found[1], exact=True)
    if rule is None or rule.field not in ("committee", "report_of", "author"):
        return None
    label = piece.cut(piece.start, piece.start + found.end(1))
    end = piece.end - piece.text.endswith(".")
    return Split(label, rule, piece.cut(piece.start + found.end(), end)) if label else None


def _before_gap(piece: Piece, labels: Labels) -> Split | None:
    if not piece.lines:
        return None
    for end in gaps(piece.lines[0]):
        if end <= piece.start:
            continue
        label, rest = piece.cut(piece.start, end), piece.cut(end, piece.end)
        rule = labels.match(label.text) if label else None
        if label is not None and rule is not None:
            return Split(label, rule, rest, rule.theme)
    return None


def gaps(line: Line) -> Iterator[int]:
    """Offsets after which a line has a gap as wide as a column's."""
    letters = sum(w.end - w.start for w in line.words)
    width = sum(w.x1 - w.x0 for w in line.words) / letters if letters else 0.0
    for a, b in zip(line.words, line.words[1:], strict=False):
        if width and b.x0 - a.x1 > GAP_CHARACTERS * width:
            yield a.end


def _capitals(piece: Piece, labels: Labels) -> Split | None:
    """A label in capitals runs straight into its value: "RECOMMENDATION That the Board notes"."""
    words = list(re.finditer(r"\S+", piece.text))
    run = 0
    while run < len(words) and _is_capital(words[run][0]):
        run += 1
    for size in range(min(run, len(words) - 1), max(0, run - 3), -1):
        rule = labels.match(piece.text[: words[size - 1].end()].rstrip(" :"), exact=True)
        if rule is not None and len(piece.text[: words[size - 1].end()]) > WEAK_LENGTH:
            label = piece.cut(piece.start, piece.start + words[size - 1].end())
            rest = piece.cut(piece.start + words[size].start(), piece.end)
            return Split(label, rule, rest, rule.theme) if label else None
    return None


def _is_capital(word: str) -> bool:
    letters = [c for c in re.sub(r"\([a-z]+\)", "", word) if c.isalpha()]
    return all(c.isupper() for c in letters) if letters else word in "&-–/"


def _unknown(piece: Piece) -> Split | None:
    """In the head of a paper, a short phrase before a colon is a label even if no pack knows it."""
    mark = re.search(r"\s?:(?=\s|$)", piece.text[:LABEL_REACH])
    if not mark or not _UNKNOWN_LABEL.match(piece.text[: mark.start()]):
        return None
    if len(piece.text[: mark.start()].split()) > _UNKNOWN_LABEL_WORDS:
        return None
    label = piece.cut(piece.start, piece.start + mark.start())
    return Split(label, None, piece.cut(piece.start + mark.end(), piece.end)) if label else None


def exploded(piece: Piece, labels: Labels, *, within: str | None, head: bool) -> tuple[Piece, ...]:
    """Cuts a block of several "Label: value" lines, or a line of several labels, into one piece for each."""
    if piece.shape not in ("paragraph", "cell", "heading") or _one_label(piece, labels, within):
        return (piece,)
    edges = {piece.start}
    for line in piece.lines:
        if line.start > piece.start and _line_is_label(piece, line, labels, within, head):
            edges.add(line.start)
        edges.update(start for start in _labels_inside(line, labels) if start > piece.start)
    if within == "implications":
        edges.update(piece.start + m.start("label") for m in _NEXT_THEME.finditer(piece.text) if _is_theme(m, labels))
    ordered = sorted(edges)
    cuts = (piece.cut(a, b) for a, b in zip(ordered, [*ordered[1:], piece.end], strict=True))
    return tuple(c for c in cuts if c is not None)


def _is_theme(found: re.Match[str], labels: Labels) -> bool:
    rule = labels.match(found["label"], within="implications", exact=True)
    return rule is not None and rule.theme is not None


def _one_label(piece: Piece, labels: Labels, within: str | None) -> bool:
    """A label that wraps: lines that look like labels of their own are its parts."""
    text = piece.text.strip()
    if len(piece.lines) < 2 or ": " in text or not (piece.shape == "heading" or piece.bold):
        return False
    return (text.endswith("?") and text.count("?") == 1) or labels.match(text.rstrip(" :"), within=within) is not None


def _line_is_label(piece: Piece, line: Line, labels: Labels, within: str | None, head: bool) -> bool:
    cut = piece.cut(line.start, min(line.end, piece.end))
    if cut is None:
        return False
    found = _before_separator(cut, labels, within, head) or _before_gap(cut, labels) or _capitals(cut, labels)
    if found is not None and found.rule is not None:
        return True
    if head and piece.shape != "cell" and (unknown := _unknown(cut)) is not None:
        return len(re.findall(r"[A-Za-z]+", unknown.label.text)) <= LINE_LABEL_WORDS
    if line is piece.lines[-1]:
        return False  # nothing beneath it: the end of words that wrap
    whole = labels.match(cut.text, within=within, exact=True)
    return whole is not None and whole.strong and (piece.bold or _is_capital(cut.text.replace(" ", "")))


def _labels_inside(line: Line, labels: Labels) -> Iterator[int]:
    """Offsets where a known label with a colon begins after a column's gap."""
    for end in gaps(line):
        rest = line.text[end - line.start :]
        colon = rest.find(":")
        if colon > 0 and labels.match(rest[:colon], exact=True) is not None:
            yield end + len(rest) - len(rest.lstrip())
