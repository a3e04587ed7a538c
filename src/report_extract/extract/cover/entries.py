"""Pieces → entries: each label of a cover with what stands beside it, beneath it or in its part of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from report_extract.extract.cover.councils import council_names
from report_extract.extract.cover.dates import find_dates
from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.labels import Labels
from report_extract.extract.cover.pieces import Piece, parts
from report_extract.extract.cover.split import LONGEST_NAMED, Split, exploded, split_label
from report_extract.extract.cover.terms import Terms
from report_extract.language.sentences import sentences

# The value that stands on a line of its own beneath its label is a short one; longer text is a paragraph of the paper.
VALUE_WORDS = 25
_ANSWER = re.compile(r"(?i)(?:all(?: wards| divisions)?|none|no|yes|nil|n/?a|not applicable)\W*")
# "Purpose: For decision" and "Report for: Information" say what the meeting is to do, not what the paper is about.
_PURPOSE_LABELS = frozenset(("summary", "committee"))
SHORT_LABEL_WORDS = 3
PERSON_ROWS = 5  # entries back among which the label above "Name: …", "Job title: …" stands
FEWEST_STRAY = 2  # labels with values, one after the other, that are part of a head wherever they stand
# Whom to ask stands in the head of many papers: it does not end it.
_IN_HEAD = frozenset(("contacts",))
HEADING_WORDS = 10
UNKNOWN_LABEL_WORDS = 14
SHORTEST_COUNT = 3  # rows numbered one after the other before the numbers are taken for a count


def read_entries(pieces: Sequence[Piece], labels: Labels, terms: Terms) -> Reading:
    """Walks through the pieces once."""
    walk = _Walk(labels, terms)
    for table, group in groupby(pieces, key=lambda p: p.row[0] if p.row else None):
        if table is None:
            for piece in group:
                walk.flow(piece)
        else:
            walk.table([list(row) for _, row in groupby(group, key=lambda p: p.row)])
    for entry in walk.reading.entries:
        if entry.head and entry.field == "" and len(entry.values) == 1 and terms.is_a("classification", entry.text):
            entry.field = "classification"  # whatever the label is, the answer says what it asks
        if entry.head and entry.field == "" and len(entry.values) == 1 and _is_purpose(entry.values[0], terms):
            entry.field = "purpose"
        asked = all(v.checked is not None or _is_purpose(v, terms) for v in entry.values)
        if entry.values and asked and (entry.field in _PURPOSE_LABELS or _is_request(entry)):
            entry.field = "purpose"
    return walk.reading


def _is_request(entry: Entry) -> bool:
    """ "What do you want the meeting to do?" asks for a purpose where boxes answer it, else for recommendations."""
    return entry.field == "recommendations" and entry.name.endswith("?")


def _is_purpose(piece: Piece, terms: Terms) -> bool:
    """Are these words a purpose and nothing else?"""
    return any(m.end - m.start >= len(piece.text.strip(" .")) - 1 for m in terms.find("purpose", piece.text))


def _is_heading(piece: Piece) -> bool:
    """A heading by its looks, or a numbered line in capitals or bold."""
    if piece.shape == "heading":
        return True
    numbered = piece.marker is not None and piece.marker[:1].isdigit()
    short = piece.words <= HEADING_WORDS and not piece.text.endswith((".", ";", ",", " and", " or", ":"))
    short = short and not piece.text[:1].islower()
    return numbered and short and (piece.bold or piece.text.isupper())


def _without_numbers(rows: Sequence[Sequence[Piece]]) -> Sequence[Sequence[Piece]]:
    """Rows without the column that only counts them, and without the header above such a column."""
    counted = [row for row in rows if len(row) > 2 and re.fullmatch(r"\d{1,2}\.?", row[0].text.strip())]
    if len(counted) < SHORTEST_COUNT or len(counted) < len(rows) - 1:
        return rows
    return [row[1:] for row in counted]


class _Walk:
    def __init__(self, labels: Labels, terms: Terms) -> None:
        self.labels, self.terms = labels, terms
        self.reading = Reading()
        self.current: Entry | None = None
        self.head = True
        self.within: str | None = None

    def flow(self, piece: Piece) -> None:
        """A piece outside tables: it opens an entry or goes on with the open one."""
        if self.terms.is_a("chrome", piece.text):
            return
        if piece.checked is not None:
            self._add(piece)
            return
        if not self.head and self._stray_head(piece):
            return
        if self.head and self._named_in_sentences(piece):
            return
        for part in exploded(piece, self.labels, within=self.within, head=self.head):
            found = split_label(part, self.labels, within=self.within, head=self.head)
            if self._asks(part) and (found is None or found.rule is None):
                self._open_request(part)
            elif found is not None and not self._title(found, part):
                self._open(found)
            elif self._answers(part):
                self._add(part)
            elif _is_heading(part) and not self._sentence(part) and (not self.head or part.text.rstrip().endswith("?")):
                self._close()
                self.current = Entry(part, "", section=True)
                self.reading.entries.append(self.current)
            else:
                self._add(part)

    def _named_in_sentences(self, piece: Piece) -> bool:
        """ "Presented by Ada Fenn, Chair. Written by Tom Reave, Clerk.": each sentence a label with its value."""
        spans = list(sentences(piece.text, offset=piece.start)) if ". " in piece.text else []
        cuts = [piece.cut(s.start, s.end) for s in spans]
        found = [split_label(c, self.labels, head=True) for c in cuts if c is not None and c.words <= LONGEST_NAMED]
        if len(found) < FEWEST_STRAY or len(found) < len(spans) or any(s is None or s.rule is None for s in found):
            return False
        for split in found:
            if split is not None and split.rest is not None:
                self._open(split)
        self._close()
        return True

    def _stray_head(self, piece: Piece) -> bool:
        """Lines "Date: … / Status: …" that stand below the head: columns of a head that were read after the text.

        They are entries like those of the head, and the part in which they stand goes on after them.
        """
        if piece.shape != "paragraph" or ":" not in piece.text:
            return False
        splits = [split_label(p, self.labels, head=True) for p in exploded(piece, self.labels, within=None, head=True)]
        if len(splits) < FEWEST_STRAY or any(s is None or s.rest is None or s.theme for s in splits):
            return False
        rules = [s.rule for s in splits if s is not None and s.rule is not None]
        if not rules or any(rule.section for rule in rules):
            return False
        kept, self.head = (self.current, self.within), True
        for split in splits:
            if split is not None:
                self._open(split)
        (self.current, self.within), self.head = kept, False
        return True

    def _title(self, found: Split, piece: Piece) -> bool:
        """ "Partnership of the Vale: Annual Report" is a title with a colon, not a label that no pack knows."""
        unknown = found.rule is None and found.theme is None
        if unknown and found.label.text in council_names(found.label.text, self.terms):
            return True  # "Saltmarsh Council: Harbour Panel" is no label with its value
        named = found.label.words > SHORT_LABEL_WORDS or self.terms.is_a("body", found.label.text)
        return unknown and named and self.terms.is_a("annual_title", piece.text)

    def _answers(self, piece: Piece) -> bool:
        """ "All", "None" beneath a label that still waits for its value, however they are set."""
        waiting = self.current is not None and self.current.label is not None and not self.current.values
        return waiting and _ANSWER.fullmatch(piece.text.strip()) is not None

    def _sentence(self, piece: Piece) -> bool:
        """A line that a reader took for a heading but that goes on in what follows, or is an address."""
        asks = piece.text.rstrip().endswith(":") and self.terms.is_a("addressee_cue", piece.text)
        return asks or "@" in piece.text or "://" in piece.text

    def _open(self, found: Split) -> Entry:
        rule = found.rule
        name = rule.field if rule else "implications" if found.theme else ""
        section = bool(rule and rule.section) or bool(found.theme) or found.label.text.rstrip().endswith("?")
        entry = Entry(found.label, name, rule, found.theme, self.head, section, also=found.also)
        if (rule is not None and rule.section and name not in _IN_HEAD) or found.theme:
            self.head, self.within = False, name
        self.reading.entries.append(entry)
        self.current = entry
        for piece in parts(found.rest) if found.rest is not None else ():
            if section and (len(piece.lines) > 1 or (name == "implications" and found.theme is None)):
                self.flow(piece)
            else:
                entry.values.append(piece)
        return entry

    def _asks(self, piece: Piece) -> bool:
        """ "The Panel is asked to:" opens the recommendations of a paper that has no heading for them."""
        stands_out = piece.shape == "heading" or piece.bold
        if not (piece.text.rstrip().endswith(":") or stands_out) or (
            self.current is not None and self.current.field == "recommendations"
        ):
            return False
        if stands_out and piece.words <= HEADING_WORDS and self.terms.is_a("request_cue", piece.text):
            return True
        end = len(piece.text.rstrip(" :"))
        cues = self.terms.find("addressee_cue", piece.text)
        return any(m.text.lower().endswith(" to") and m.end == end for m in cues)

    def _open_request(self, piece: Piece) -> None:
        self.current = Entry(None, "recommendations", head=self.head, section=True, values=[piece])
        self.reading.entries.append(self.current)

    def _close(self) -> None:
        self.current = None

    def _add(self, piece: Piece) -> None:
        entry = self.current
        if entry is None:
            if piece.checked is not None:
                self.current = Entry(None, "purpose", values=[piece], head=self.head)
                self.reading.entries.append(self.current)
            elif self.head:
                self.reading.loose.append(piece)
            return
        if entry.section or piece.checked is not None:
            entry.values.extend(parts(piece) if piece.checked is None else [piece])
            return
        if not entry.values and piece.words <= VALUE_WORDS and self._fits(entry, piece):
            entry.values.extend(parts(piece))
            return
        self._close()
        if self.head:
            self.reading.loose.append(piece)

    def _fits(self, entry: Entry, piece: Piece) -> bool:
        """Beneath a label stands its value, not a sentence of the paper (unless the label asks for one)."""
        if piece.shape == "heading" and _ANSWER.fullmatch(piece.text.strip()):
            return True
        if piece.shape == "heading":
            proof = {"committee": "body", "classification": "classification"}.get(entry.field)
            return proof is not None and self.terms.is_a(proof, piece.text)
        return not piece.text.endswith(".") or piece.words <= 8 or entry.field in ("exempt_information", "wards", "")

    def table(self, rows: Sequence[Sequence[Piece]]) -> None:
        """Label cells with their values; labels above columns; or a box around ordinary paragraphs."""
        rows = self._paired(_without_numbers(rows))
        above = next((i for i in range(len(rows)) if self._labels_above(rows[i:])), None)
        if above is not None:
            if above:
                self.table(rows[:above])
            for entry in self._columns(rows[above:]):
                self.reading.entries.append(entry)
            self._close()
            return
        boxed = all(len(row) == 1 and row[0].wide for row in rows) and len(rows) == 1
        for row in rows:
            if len(row) == 1 and (row[0].wide or row[0].column > 0):
                self._single(row[0])
            else:
                self._row(row)
        if not (boxed or (self.current is not None and self.current.section and rows[-1][0].wide)):
            self._close()

    def _paired(self, rows: Sequence[Sequence[Piece]]) -> Sequence[Sequence[Piece]]:
        """Label, value, label, value in four columns are two rows in one, where most rows are such."""
        halves = [[[c for c in row if c.column < 2], [c for c in row if c.column >= 2]] for row in rows]
        if any(c.column > 3 for row in rows for c in row):
            return rows
        full = [row for row in rows if len(row) == 4 and all(c.checked is None for c in row)]
        filled = [both for both in halves if all(both) and all(c.checked is None for half in both for c in half)]
        known = [[self.labels.match(h[0].text.rstrip(" :")) is not None for h in both] for both in filled]
        labelled = [
            all(k or h[0].text.endswith(":") for k, h in zip(ks, both, strict=True))
            for ks, both in zip(known, filled, strict=True)
        ]
        if not full or sum(labelled) * 2 <= len(filled) or not any(all(ks) for ks in known):
            return rows
        return [half for both in halves for half in both if half]

    def _single(self, cell: Piece) -> None:
        for piece in parts(cell):
            self.flow(piece)

    def _row(self, cells: Sequence[Piece]) -> None:
        """Cells of one row: a label without words after it takes the cells to its right."""
        pending: Entry | None = None
        for i, cell in enumerate(cells):
            if cell.checked is not None:
                pending = self._tick(cell, pending)
                continue
            if i == 0 and (person := self._person_above(cells)) is not None:
                pending = person
                continue
            found = self._splits(cell, alone=len(cells) > 1 and i == 0)
            split, words = found[0]
            if split is not None and self._title(split, words):
                split = None
            beside = i > 0 and cell.column == cells[i - 1].column + 1
            if split is not None and not (pending is not None and self._is_value(split, beside=beside)):
                entry = self._open_all(found)
                pending = entry if not entry.values else None
            elif pending is not None:
                pending.values.extend(parts(cell))
            elif i == 0 and self._unknown_label(cells):
                pending = Entry(cell, "", head=self.head)
                self.reading.entries.append(pending)
            else:
                self._stray(cell)
        self._close()

    def _person_above(self, cells: Sequence[Piece]) -> Entry | None:
        """The author or contact whose name, job title and the like stand in rows of their own beneath the label."""
        if len(cells) != 2 or not self.terms.is_a("person_part", cells[0].text):
            return None
        people = [e for e in self.reading.entries[-PERSON_ROWS:] if e.field in ("author", "contacts")]
        own = [e for e in people if e.field == "author"] or people
        return own[-1] if own and (not own[-1].values or own[-1].values[-1].row is not None) else None

    def _unknown_label(self, cells: Sequence[Piece]) -> bool:
        """The first cell of a row names the others, unless it is long, a marking, a date, or they have own labels."""
        if len(cells) < 2 or cells[0].words > UNKNOWN_LABEL_WORDS or self._marks(cells[0]) or find_dates(cells[0].text):
            return False
        beside = split_label(cells[1], self.labels, head=True)
        return beside is None or beside.alone

    def _splits(self, cell: Piece, *, alone: bool = False) -> list[tuple[Split | None, Piece]]:
        """The labels inside a cell with the words up to the next; `alone`: the cell may be one label that wraps."""
        whole = split_label(cell, self.labels, within=self.within, head=True) if alone else None
        if whole is not None and whole.alone:
            return [(whole, cell)]
        pieces = exploded(cell, self.labels, within=self.within, head=True)
        return [(split_label(p, self.labels, within=self.within, head=True), p) for p in pieces]

    def _open_all(self, found: Sequence[tuple[Split | None, Piece]]) -> Entry:
        """Opens every label of a cell; words between them go to the label before."""
        entry: Entry | None = None
        for split, piece in found:
            if split is not None:
                entry = self._open(split)
            elif entry is not None:
                entry.values.extend(parts(piece))
        assert entry is not None
        return entry

    def _tick(self, box: Piece, pending: Entry | None) -> Entry:
        """A box of a row answers the label beside it, else goes on with the boxes above it or answers a label above."""
        last = self.reading.entries[-1] if self.reading.entries else None
        if pending is None and last is not None and (not last.values or last.values[-1].checked is not None):
            pending = last
        if pending is None:
            pending = Entry(None, "purpose", head=self.head)
            self.reading.entries.append(pending)
        pending.values.append(box)
        return pending

    def _is_value(self, split: Split, *, beside: bool) -> bool:
        """What could be a label ("Decision", "Annex 1: tides") is a value where the label beside waits for one."""
        if split.rule is None and split.theme is None:
            return beside
        strong = split.rule is not None and split.rule.strong
        return split.alone and not split.label.text.endswith(":") and (beside or not strong)

    def _marks(self, cell: Piece) -> bool:
        return self.terms.is_a("purpose", cell.text) or self.terms.is_a("classification", cell.text)

    def _stray(self, cell: Piece) -> None:
        """A cell without a label: a marking that speaks for itself, or loose words."""
        for means in ("classification", "purpose"):
            if self.terms.is_a(means, cell.text):
                self.reading.entries.append(Entry(None, means, values=[cell], head=self.head))
                return
        if self.head:
            self.reading.loose.append(cell)

    def _labels_above(self, rows: Sequence[Sequence[Piece]]) -> bool:
        """Two or more labels side by side without values, and words beneath them."""
        if len(rows) < 2 or len(rows[0]) < 2:
            return False
        found = [self.labels.match(c.text.rstrip(" :")) for c in rows[0]]
        known = [f for f in found if f is not None and not f.section]
        beneath = self.labels.match(rows[1][0].text.rstrip(" :"))
        return len(known) >= 2 and len(known) >= len(rows[0]) - 1 and beneath is None

    def _columns(self, rows: Sequence[Sequence[Piece]]) -> Iterator[Entry]:
        for head in rows[0]:
            rule = self.labels.match(head.text.rstrip(" :"))
            values = [c for row in rows[1:] for c in row if c.column == head.column]
            yield Entry(head, rule.field if rule else "", rule, head=self.head, values=values)
