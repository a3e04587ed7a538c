"""Breaks words into lines: our own, so that gold knows what stands on each line and page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth


@dataclass(frozen=True)
class Face:
    """The fonts of a document: a regular, a bold and an italic name."""

    regular: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    italic: str = "Helvetica-Oblique"


@dataclass(frozen=True)
class Style:
    size: float = 9.5
    leading: float = 12.4
    bold: bool = False
    color: str = "#222222"
    align: str = "left"


@dataclass(frozen=True)
class Run:
    text: str
    font: str


Line = tuple[Run, ...]


def line_text(line: Line) -> str:
    return "".join(run.text for run in line)


def line_width(line: Line, size: float) -> float:
    return float(sum(stringWidth(run.text, run.font, size) for run in line))


def break_lines(text: str, width: float, *, face: Face, style: Style, hyphenate: bool = False) -> list[Line]:
    """Greedy first fit over the words; `**` switches bold; a line feed in the markup begins a new line."""
    if "\n" in text:
        return [line for part in text.split("\n") for line in break_lines(part, width, face=face, style=style)]
    lines: list[list[Run]] = [[]]
    used, bold = 0.0, style.bold
    for token in re.findall(r"\*\*|[^\s*]+|\s+", text):
        if token == "**":
            bold = not bold
            continue
        font = face.bold if bold else face.regular
        if token.isspace():
            if lines[-1]:
                lines[-1].append(Run(" ", font))
                used += stringWidth(" ", font, style.size)
            continue
        if used + stringWidth(token, font, style.size) > width and lines[-1]:
            head, token = _split_word(token, width - used, font, style.size) if hyphenate else ("", token)
            lines[-1] += [Run(head, font)] if head else []
            lines.append([])
            used = 0.0
        lines[-1].append(Run(token, font))
        used += stringWidth(token, font, style.size)
    return [_merged(line) for line in lines if line]


def _split_word(word: str, room: float, font: str, size: float) -> tuple[str, str]:
    """The longest beginning that fits with a hyphen, cut between vowel and consonant; lower-case words only."""
    if not re.fullmatch(r"[a-z]{7,}[.,;]?", word):
        return "", word
    for cut in range(len(word) - 3, 2, -1):
        vowel, consonant = word[cut - 1] in "aeiou", word[cut] in "bcdfghjklmnpqrstvwz" and word[cut + 1] in "aeiou"
        if vowel and consonant and stringWidth(f"{word[:cut]}-", font, size) <= room:
            return f"{word[:cut]}-", word[cut:]
    return "", word


def joined(lines: list[str]) -> str:
    """Printed lines as running text: a word that a hyphen cut in two is whole again."""
    text = ""
    for line in lines:
        text = text[:-1] + line if re.search(r"[a-z]-$", text) and re.match(r"[a-z]", line) else f"{text} {line}"
    return text.strip()


def _merged(line: list[Run]) -> Line:
    """Neighbours of one font become one run; a trailing blank goes."""
    while line and line[-1].text == " ":
        line.pop()
    out: list[Run] = []
    for run in line:
        if out and out[-1].font == run.font:
            out[-1] = Run(out[-1].text + run.text, run.font)
        else:
            out.append(run)
    return tuple(out)
