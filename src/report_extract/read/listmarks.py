"""List markers typed by hand at the start of a paragraph: "•", "-", "1.", "2.3", "(a)", "iv)"."""

from __future__ import annotations

import re
from typing import NamedTuple

BULLET_GLYPHS = "•◦▪▫●○◌■□◆◇‣⁃∙·➢➤➔►▶▸▹›»❯❱✦✧★☆❖\uf0b7\uf0a7"
"""Glyphs that open a list item wherever they begin a line; dashes, asterisks and the letter o need room behind them."""
_BULLET = re.compile(rf"\s*(?P<marker>[{BULLET_GLYPHS}]|[-*–—](?=\s)|o(?=\t|\s{{2,}}))\s*(?=\S)")
_NUMBER = re.compile(
    r"""\s*(?P<marker>
          \(?\d{1,3}[.)](?!\d)              # 1.  1)  (1)
        | \d{1,2}(?:\.\d{1,2}){1,3}\.?      # 4.1  4.1.2
        | \d{1,2}(?=\t|\s{2,})              # 1, with room after it
        | \([a-z]{1,4}\)|[a-z]{1,2}\)       # (a)  (iv)  b)
        | \([A-Z]\)|[A-Z]\)|[a-zA-Z]\.(?=\t|\s{2,})
        )(?=\s)\s*(?=\S)""",
    re.VERBOSE,
)


class TypedMark(NamedTuple):
    """The marker, whether it is a bullet (which says nothing), and where the item's words begin."""

    text: str
    is_bullet: bool
    end: int


def typed_mark(text: str) -> TypedMark | None:
    """The marker that the text begins with, if it begins with one."""
    if bullet := _BULLET.match(text):
        return TypedMark(bullet["marker"], True, bullet.end())
    if number := _NUMBER.match(text):
        return TypedMark(number["marker"], False, number.end())
    return None
