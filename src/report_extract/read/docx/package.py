"""The parts of a Word file: body, styles, numbering, notes, comments, headers; and how to find one another."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from report_extract.read import faults

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Element = Any  # an lxml element


class Package:
    """An opened Word file. The XML parser that python-docx sets up expands no entities."""

    def __init__(self, document: Any) -> None:
        self.part = document.part
        self.body: Element = document.element.body
        self.title: str | None = (document.core_properties.title or "").strip() or None

    @classmethod
    def open(cls, file: Path) -> Package:
        """Opens the file; raises `UnreadableDocument` where it is damaged."""
        import docx
        from docx.opc.exceptions import PackageNotFoundError
        from lxml.etree import LxmlError

        try:
            return cls(docx.Document(str(file)))
        except (PackageNotFoundError, BadZipFile, LxmlError, KeyError, ValueError, OSError, AttributeError, EOFError):
            raise faults.damaged(file) from None
        except NotImplementedError:
            raise faults.encrypted(file) from None

    def target(self, relation: str | None) -> str | None:
        """The address that a hyperlink's relation leads to."""
        found = self.part.rels.get(relation) if relation else None
        return str(found.target_ref) if found is not None and found.is_external else None

    def related(self, relation: str | None) -> Element | None:
        """The root element of the part that a relation leads to (a header, a footer)."""
        found = self.part.rels.get(relation) if relation else None
        return _root(found.target_part) if found is not None and not found.is_external else None

    def _first(self, kind: str) -> Element | None:
        """The root of the part of that kind ("styles", "numbering", "comments", "footnotes", "endnotes")."""
        for relation in self.part.rels.values():
            if not relation.is_external and relation.reltype.endswith("/" + kind):
                return _root(relation.target_part)
        return None

    @cached_property
    def styles(self) -> Element | None:
        return self._first("styles")

    @cached_property
    def numbering(self) -> Element | None:
        return self._first("numbering")

    @cached_property
    def comments(self) -> dict[str, Element]:
        return _by_id(self._first("comments"), "comment")

    @cached_property
    def notes(self) -> dict[tuple[str, str], Element]:
        """Footnotes and endnotes by kind ("footnote", "endnote") and id."""
        return {
            (kind, key): note
            for kind in ("footnote", "endnote")
            for key, note in _by_id(self._first(f"{kind}s"), kind).items()
        }


def _root(part: Any) -> Element | None:
    """The parsed part; one that is no XML is passed over, the body is still worth reading."""
    from lxml import etree

    element = getattr(part, "_element", None)
    if element is not None:
        return element
    try:
        return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.LxmlError, ValueError):
        return None


def _by_id(root: Element | None, name: str) -> dict[str, Element]:
    return {e.get(f"{W}id", ""): e for e in root.iterchildren(f"{W}{name}")} if root is not None else {}


def value_of(parent: Element | None, name: str) -> str | None:
    """The w:val of a child element, "" where it has none, None where there is no such child."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else child.get(f"{W}val", "")


def is_on(parent: Element | None, name: str) -> bool | None:
    """A toggle like w:b: true, false, or None where it is not stated."""
    value = value_of(parent, name)
    return None if value is None else value not in ("0", "false", "off", "none")
