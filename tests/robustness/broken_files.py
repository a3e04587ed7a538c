"""Files that are not what they should be, made here: each function writes one and returns nothing."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

import docx
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "The Saltmarsh partnership met six times and heard 41 cases."


def good_pdf(file: Path) -> None:
    canvas = Canvas(str(file))
    for number in range(3):
        for line in range(20):
            canvas.drawString(72, 760 - 20 * line, f"{SENTENCE} Line {line} of page {number + 1}.")
        canvas.showPage()
    canvas.save()


def raw_pdf(file: Path, *objects: bytes, root: int = 1) -> None:
    """A PDF of the given objects, numbered from 1, with a right cross-reference table."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, len(data))
    file.write_bytes(data + table + trailer)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), extra, content)


def page_with(file: Path, contents: bytes, *more: bytes, resources: bytes = b"") -> None:
    """One page; its content stream is object 4, the font 5, `more` from 6 on."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % resources
    )
    raw_pdf(file, CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, contents, FONT, *more)


def truncated(file: Path, *, share: float) -> None:
    good_pdf(file)
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])


def header_overwritten(file: Path) -> None:
    good_pdf(file)
    file.write_bytes(b"%XXX-1.4" + file.read_bytes()[8:])


def encrypted(file: Path, *, user: str, owner: str) -> None:
    good_pdf(file)
    writer = PdfWriter(clone_from=PdfReader(str(file)))
    writer.encrypt(user_password=user, owner_password=owner, algorithm="AES-256")
    writer.write(str(file))


def empty(file: Path) -> None:
    file.write_bytes(b"")


def zeros(file: Path) -> None:
    file.write_bytes(b"\x00" * 5000)


def text_called_pdf(file: Path) -> None:
    file.write_text(SENTENCE, encoding="utf-8")


def picture(file: Path) -> None:
    Image.new("RGB", (50, 50), "white").save(file, format="PNG")


def program(file: Path) -> None:
    file.write_bytes(b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)) * 10)


def old_word(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "WordDocument".encode("utf-16-le"))


def locked_word(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le"))


def rich_text(file: Path) -> None:
    file.write_bytes(rb"{\rtf1\ansi " + SENTENCE.encode() + b"}")


def workbook(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def no_pages(file: Path) -> None:
    raw_pdf(file, CATALOG, b"<</Type/Pages/Kids[]/Count 0>>")


def deep_page_tree(file: Path, *, depth: int = 200) -> None:
    nodes = [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1%s>>" % (n + 3, b"/Parent %d 0 R" % (n + 1) if n else b"")
        for n in range(depth)
    ]
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>" % (
        depth + 1,
        depth + 3,
        depth + 4,
    )
    words = stream(b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % SENTENCE.encode())
    raw_pdf(file, CATALOG, *nodes, page, words, FONT)


def page_tree_of_itself(file: Path) -> None:
    raw_pdf(file, CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")


def huge_object_numbers(file: Path) -> None:
    good_pdf(file)
    data = file.read_bytes()
    at = data.rindex(b"startxref")
    file.write_bytes(data[:at].replace(b"xref\n0 ", b"xref\n0 99999999999") + b"startxref\n99999999999999\n%%EOF\n")


def long_page(file: Path, *, characters: int = 200_000) -> None:
    lines = b"".join(b"(%s) ' " % SENTENCE.encode() for _ in range(characters // len(SENTENCE)))
    page_with(file, stream(b"BT /F 1 Tf 1.2 TL 20 830 Td " + lines + b"ET"))


def image_only(file: Path) -> None:
    canvas = Canvas(str(file))
    picture_file = file.with_suffix(".png")
    Image.new("L", (400, 600), 200).save(picture_file)
    canvas.drawImage(str(picture_file), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    picture_file.unlink()


def nothing_on_it(file: Path) -> None:
    page_with(file, stream(b""))


def decompression_bomb(file: Path, *, gibibytes: int = 1) -> None:
    packer = zlib.compressobj(1)
    block = b" " * 2**20
    packed = b"".join(packer.compress(block) for _ in range(1024 * gibibytes)) + packer.flush()
    page_with(file, stream(packed, b"/Filter/FlateDecode"))


def form_in_itself(file: Path, *, times: int = 1) -> None:
    """A form that paints itself; more than once a time, and following it doubles with every step."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>"
    words = b"BT /F 12 Tf 72 700 Td (%s) Tj ET /X Do" % SENTENCE.encode()
    page_with(file, stream(words), stream(b"/X Do " * times, form), resources=b"/XObject<</X 6 0 R>>")


def forms_that_double(file: Path, *, levels: int = 40) -> None:
    """Each form paints the next twice: 2 to the power of `levels` when followed."""
    forms = []
    for level in range(levels):
        extra = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>" % (7 + level)
        forms.append(stream(b"/X Do /X Do", extra))
    last = stream(b"0 0 10 10 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    page_with(file, stream(b"/X Do"), *forms, last, resources=b"/XObject<</X 6 0 R>>")


def binary_in_text(file: Path) -> None:
    words = SENTENCE.encode().replace(b"six", b"s\x00i\x00x")
    page_with(file, stream(b"BT /F 12 Tf 72 700 Td (%s) Tj ET \x00\x00\x00" % words))


def good_docx(file: Path) -> None:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    document.save(str(file))


def cut_docx(file: Path) -> None:
    good_docx(file)
    file.write_bytes(file.read_bytes()[:-3000])


def _rewritten(file: Path, name: str, content: bytes | None) -> None:
    """The Word file again with one part changed or left out."""
    good_docx(file)
    with zipfile.ZipFile(file) as archive:
        parts = {i.filename: archive.read(i.filename) for i in archive.infolist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, data in parts.items():
            if part != name or content is not None:
                archive.writestr(part, data if part != name or content is None else content)


def docx_without_text(file: Path) -> None:
    _rewritten(file, "word/document.xml", None)


def docx_with_broken_xml(file: Path) -> None:
    _rewritten(file, "word/document.xml", b"<w:document><w:body>")


def docx_bomb(file: Path) -> None:
    _rewritten(file, "word/document.xml", b"<a>" + b" " * (300 * 2**20) + b"</a>")


def docx_entities(file: Path) -> None:
    levels = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(12))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>'
    body = "<w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body>"
    _rewritten(file, "word/document.xml", f'{kind}<w:document xmlns:w="{space}">{body}</w:document>'.encode())
