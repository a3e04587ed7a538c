"""What is set on the gutter of two columns is read after them, and leaves their text whole."""

from __future__ import annotations

from report_extract.read.rawpage import RawPage
from tests.read.layout.columns import body, sentences, text_of, wrapped
from tests.read.written_page import WrittenPage

LEFT, RIGHT, BREADTH, HOLE = 50.0, 310.0, 240.0, 90.0
BESIDE = range(6, 12)
"""Lines that make room for the inset."""


def _around_a_quote(*, quote: str) -> tuple[RawPage, list[str]]:
    page = WrittenPage()
    texts = []
    for x, seed in ((LEFT, 1), (RIGHT, 2)):
        words, y, said = sentences(seed, 16).split(), 60.0, []
        for n in range(18):
            narrow = n in BESIDE
            line = wrapped(" ".join(words), BREADTH - HOLE * narrow, 10.0)[0]
            page.text(line, x + HOLE * (narrow and x == RIGHT), y)
            said.append(line)
            words = words[len(line.split()) :]
            y += 12.5
        texts.append(" ".join(said))
    for k, line in enumerate(wrapped(quote, 150.0, 12.0)):
        page.text(line, 225.0, 140.0 + 15.0 * k, size=12.0)
    return page.raw(), texts


def test_a_quote_that_both_columns_run_around() -> None:
    quote = "It was the first time that anyone had asked"
    page, texts = _around_a_quote(quote=quote)
    assert text_of(page) == " ".join([*texts, quote])


def test_three_cards_between_columns_keep_their_place() -> None:
    page = WrittenPage()
    texts = [sentences(i, 3) for i in range(7)]
    for first, y in ((0, 60.0), (5, 300.0)):
        for x, text in zip((LEFT, RIGHT), texts[first : first + 2], strict=True):
            for n, line in enumerate(wrapped(text, BREADTH, 10.0)):
                page.text(line, x, y + 12.5 * n)
    for k, text in enumerate(texts[2:5]):
        for n, line in enumerate(wrapped(text, 140.0, 10.0)):
            page.text(line, LEFT + 180.0 * k, 160.0 + 12.5 * n)
    assert text_of(page.raw()) == " ".join(texts)


def test_the_last_word_of_a_column_is_no_heading_of_smaller_text_below() -> None:
    page = WrittenPage()
    texts = [
        "All agree who does what by when and",
        "Two workers look at the history of",
        "Seen by all in five days of it by",
    ]
    for k, text in enumerate(texts):
        for n, line in enumerate(wrapped(text, 100.0, 12.0)):
            page.text(line, 50.0 + 150.0 * k, 60.0 + 15.0 * n, size=12.0)
    page.text("help.", 200.0, 60.0 + 15.0 * len(wrapped(texts[1], 100.0, 12.0)), size=12.0)
    below = sentences(3, 5)
    for n, line in enumerate(wrapped(below, 480.0, 10.0)):
        page.text(line, 50.0, 180.0 + 12.5 * n)
    assert text_of(page.raw()) == " ".join([texts[0], texts[1] + " help.", texts[2], below])


def test_a_sentence_that_a_table_interrupts_is_one_paragraph_before_it() -> None:
    page = WrittenPage()
    page.text("The partners met in spring and in the autumn to look at cases that", 50.0, 60.0)
    for k in range(4):
        page.line(50, 90 + 20 * k, 400, 90 + 20 * k)
    for k, (name, value) in enumerate([("Body", "Visits"), ("Police", "12"), ("Health", "31")]):
        page.row([name, value], [55, 300], 95 + 20 * k, bold=k == 0)
    page.text("had been closed too early. They wrote to all schools.", 50.0, 170.0)
    first, *others = body(page.raw())[0]
    assert first.endswith("cases that")
    assert others[0].startswith("had been closed")
    assert others[1].startswith("Body")
