"""What every reader hands to `assemble`: pages of draft blocks in reading order, not yet placed in one text.

Readers of formats without geometry (Markdown, text, HTML, Word) give boxes in columns and lines of the source: x counts
characters, y counts lines (paragraphs in Word).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from report_extract.model.base import Box
from report_extract.model.document import BlockKind, PageStatus, Reader


class DraftWord(NamedTuple):
    """A word as it will stand in the text; `url` where it is part of a link ("#" leads nowhere)."""

    text: str
    x0: float
    x1: float
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A printed line. `glued` joins it to the next without a space (a line-end hyphen was taken out)."""

    words: tuple[DraftWord, ...]
    box: Box
    glued: bool = False


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A table cell; its lines as in a block. `value` for ticks and crosses."""

    row: int
    column: int
    lines: tuple[DraftLine, ...]
    box: Box
    row_span: int = 1
    column_span: int = 1
    value: bool | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class DraftTable:
    """The part of a table that stands on one page. `continues` joins it to the table before (whose last part must be
    the nearest earlier table): its header rows, if repeated, are dropped from the joined table."""

    cells: tuple[DraftCell, ...]
    n_rows: int
    n_columns: int
    header_rows: int = 0
    title: str | None = None
    units: tuple[str | None, ...] = ()
    kind: str = "ruled"
    continues: bool = False


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A number with its caption. The words in the text read "value label"; for a chart "category series value"."""

    kind: str
    value: DraftLine
    label: tuple[DraftLine, ...]
    title: str | None = None
    category: str | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True)
class DraftField:
    """A check box or a question with its answer; `mark` is the printed box, `label` and `value` are its words."""

    label: tuple[DraftLine, ...]
    mark: DraftLine | None = None
    value: tuple[DraftLine, ...] = ()
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block to be. Exactly one of `lines`, `table`, `figure`, `form` holds its content."""

    kind: BlockKind
    box: Box
    lines: tuple[DraftLine, ...] = ()
    table: DraftTable | None = None
    figure: DraftFigure | None = None
    form: DraftField | None = None
    font_size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: str | None = None
    level: int | None = None
    marker: str | None = None
    tag: str | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class DraftNotice:
    """A remark of a reader; `page` is 1-based, None for the whole document."""

    code: str
    severity: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DraftPage:
    number: int
    width: float
    height: float
    reader: Reader
    blocks: tuple[DraftBlock, ...] = ()
    rotation: int = 0
    label: str | None = None
    status: PageStatus = PageStatus.ok
    confidence: float | None = None
    notices: tuple[DraftNotice, ...] = field(default=())
