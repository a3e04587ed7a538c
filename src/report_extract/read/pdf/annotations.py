"""Link annotations and form widgets of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from report_extract.read.pdf.view import View
from report_extract.read.rawpage import RawLink, Widget

MAX_ANNOTATIONS = 5_000


def links_of(document: Any, page: Any, view: View) -> Iterator[RawLink]:
    """Links to the outside and links that lead nowhere; jumps within the document are left out."""
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(MAX_ANNOTATIONS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDFLink_GetAnnotRect(link, rect):
            continue
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else pdfium.PDFACTION_UNSUPPORTED
        if kind == pdfium.PDFACTION_GOTO or pdfium.FPDFLink_GetDest(document, link):
            continue
        url = _url(document, action) if kind == pdfium.PDFACTION_URI else None
        yield RawLink(view.box(rect.left, rect.bottom, rect.right, rect.top), url)


def _url(document: Any, action: Any) -> str | None:
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", errors="replace").strip() or None


def widgets_of(form: Any, page: Any, view: View) -> Iterator[Widget]:
    """AcroForm fields; `form` is a raw FPDF_FORMHANDLE."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
                yield _widget(form, annotation, view)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _widget(form: Any, annotation: Any, view: View) -> Widget:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    button = kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
    name = _string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldName(form, annotation, buffer, size))
    value = _string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))
    return Widget(
        box=view.box(rect.left, rect.bottom, rect.right, rect.top),
        name=name,
        checked=bool(pdfium.FPDFAnnot_IsChecked(form, annotation)) if button else None,
        value=None if button else value or None,
    )


def _string(call: Callable[[Any, int], int]) -> str:
    """A string that pdfium writes as UTF-16 into a buffer of the size it was asked for before."""
    size = call(None, 0)
    if size < 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", errors="replace")
