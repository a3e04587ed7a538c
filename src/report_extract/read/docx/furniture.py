"""Headers and footers of a section: a layer of their own, said once where the section begins."""

from __future__ import annotations

from collections.abc import Iterator

from report_extract.read.docx.package import R_ID, Element, Package, W


def furniture_of(section: Element, package: Package) -> Iterator[Element]:
    """The paragraphs of the section's headers and footers (first page, even and other pages), those in tables too."""
    for name in ("headerReference", "footerReference"):
        for reference in section.iterchildren(W + name):
            part = package.related(reference.get(R_ID))
            if part is not None:
                yield from (p for p in part.iter(W + "p") if not _is_fallback(p))


def _is_fallback(paragraph: Element) -> bool:
    """Inside the older twin of a drawing, whose text boxes are read already."""
    return any(ancestor.tag.endswith("}Fallback") for ancestor in paragraph.iterancestors())
