"""The content model: a report is sections of blocks, and the facts stand inside the words (see markup.py).

Every `str` below is markup. Nothing here knows how a page looks; the typesetters do.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Para:
    text: str


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Box:
    """A call-out: a tag ("IMPACT") over blocks on a tinted ground."""

    tag: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    """Cells are markup. "yes" and "no" in `tick_columns` become ticks and crosses, drawn as `ticks` says."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str | None = None
    widths: tuple[float, ...] = ()  # shares of the column width
    rules: str = "ruled"  # ruled | half | none | form (no header row: the first row is like the others)
    tick_columns: tuple[int, ...] = ()
    ticks: str = "glyph"  # glyph | vector
    groups: tuple[tuple[str, int], ...] = ()  # a first header row of merged cells: text and how many columns


@dataclass(frozen=True)
class Pair:
    value: str
    caption: str
    fact: str  # the markup specification, without the quote


@dataclass(frozen=True)
class Pairs:
    """An infographic: `position` says where captions stand from their numbers (beneath, above, beside)."""

    pairs: tuple[Pair, ...]
    position: str = "beneath"
    columns: int = 4
    circles: bool = True


@dataclass(frozen=True)
class Chart:
    """Columns or bars with value labels; `facts` has one specification per series."""

    title: str
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]  # per series, per category
    facts: tuple[str, ...]
    kind: str = "columns"  # columns | bars


@dataclass(frozen=True)
class Break:
    """A new page, the next column, the whole width below all columns ("wide"), or columns again ("columns")."""

    to: str = "page"


@dataclass(frozen=True)
class Link:
    """A line with a link at its end; `url` None: underlined words that lead nowhere."""

    before: str
    text: str
    url: str | None


@dataclass(frozen=True)
class Footnote:
    """Small print at the foot of the page; the mark ("¹") stands in the text, too."""

    text: str


@dataclass(frozen=True)
class Boxes:
    """Tick boxes with their labels, two to a row."""

    items: tuple[tuple[str, bool], ...]


Block = Heading | Para | Bullets | Box | Table | Pairs | Chart | Link | Boxes | Footnote | Break


@dataclass(frozen=True)
class Section:
    """A chapter. `tab` is the index of the navigation tab; the facts inherit area, agency, period and source."""

    title: str
    blocks: tuple[Block, ...]
    tab: int | None = None
    strip: str = "side"  # where the navigation stands: side | top
    columns: int = 2
    context: dict[str, str] = field(default_factory=dict)
    level: int = 1
    nasty: str | None = None  # "characters": each one placed alone; "right-first": columns reversed in the stream
    new_page: bool = True


@dataclass(frozen=True)
class Report:
    name: str  # file stem
    folder: str  # "northmere-saltmarsh/2024-25"
    title: str
    partnership_id: str
    partnership: str
    acronym: str
    year: str  # "2024/25"
    published: str | None
    motto: str
    tabs: tuple[str, ...]
    sections: tuple[Section, ...]
