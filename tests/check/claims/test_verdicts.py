"""Verdicts on claims: supported and contradicted only on anchors bound to one subject, else not found."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.claims.verdicts import check_claims
from report_extract.check.prepare import prepared
from report_extract.model.checks import Verdict
from report_extract.rules.load import load_rules
from tests.check.papers import TITLE, cover, report

SOURCE = """## Foreword

Ashcombe Council was rated 'Outstanding' by Ofsted in May 2023, and Kestrel Vale Council was rated 'Good' in October
2023. Kestrel Vale Police has to save £12 million over the next two years. Kestrel Vale Council faces a budget gap
of £30 million.

## Training

In 2023/24, 84 training sessions were held, covering 31 topics. 1,204 practitioners attended, an increase of 6% on the
year before, while 310 booked places were cancelled, a decrease of 8%.

The waiting list of the Harbour clinic grew through the autumn. More staff were found, but the waiting list
is now nine months.

## Reviews

Six children's homes were visited in the Night Watch operation. Only one home passed by asking the visitor for a badge.

The action plan of the Child M review was last updated in August. By way of summary, several key actions
remain in progress.

No serious incident was notified in Ashcombe during the year.

## Money

| Income | |
|---|---|
| Kestrel Vale Council | £150,000 |
| Ashcombe Council | £40,500 |
| Total income | £190,500 |
"""

CASES = [
    ("Ashcombe Council was rated Outstanding by Ofsted.", "supported"),
    ("Kestrel Vale Council was rated Outstanding by Ofsted.", "contradicted"),
    ("84 training sessions were held in 2023/24.", "supported"),
    ("31 training sessions were held in 2023/24.", "contradicted"),
    ("Attendance at training rose by 6%, to 1,204 practitioners.", "supported"),
    ("The number of cancelled places rose by 8%.", "contradicted"),
    ("The waiting list of the Harbour clinic was cut to four weeks.", "contradicted"),
    ("All six children's homes visited in the Night Watch operation passed.", "contradicted"),
    ("The Child M action plan is now fully complete.", "contradicted"),
    ("Ashcombe Council paid £40,500 towards the partnership.", "supported"),
    ("Kestrel Vale Council contributed £40,500 to the partnership's income.", "contradicted"),
    ("Probation officers in Saltmarsh were trained by the University of Northmere.", "not_found"),
    ("The partnership's website had 20,000 downloads of the neglect toolkit.", "not_found"),
    ("A joint protocol with Saltmarsh was signed in May 2022.", "not_found"),
    ("Kestrel Vale Safeguarding Children Partnership Annual Report 2023/24", "supported"),
    ("Kestrel Vale Safeguarding Children Partnership Annual Report 2022/23", "not_found"),
    ("Kestrel Vale Safeguarding Children Partnership Annual Report for 2022-23.", "not_found"),
]


@pytest.mark.parametrize(("claim", "verdict"), CASES)
def test_written_claims(tmp_path: Path, claim: str, verdict: str) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    (judged,) = prepared(None, path, claims=claim).claims
    assert judged.verdict.value == verdict, judged.reasons
    assert judged.reasons
    if verdict != "not_found":
        assert judged.evidence


def test_a_cover_is_split_into_claims_and_what_is_not_judged(tmp_path: Path) -> None:
    source = report(tmp_path, SOURCE)
    paper = cover(
        tmp_path,
        "84 training sessions were held in the year. The partnership will hold more next year. "
        "Would members like a longer summary? It is encouraging that staff came.",
    )
    claims, rest = check_claims(paper, source, book=load_rules())
    assert [c.claim for c in claims] == ["84 training sessions were held in the year."]
    assert claims[0].verdict is Verdict.supported
    assert {"plan", "question", "opinion"} <= {u.why for u in rest}


def test_a_sentence_with_respectively_is_judged_pair_by_pair(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    right = (
        'Both Ashcombe Council and Kestrel Vale Council received ratings from Ofsted ("Outstanding" and "Good", '
        "respectively)."
    )
    wrong = (
        'Both Ashcombe Council and Kestrel Vale Council received ratings from Ofsted ("Good" and "Good", respectively).'
    )
    for text, verdict in ((right, Verdict.supported), (wrong, Verdict.contradicted)):
        (claim,) = prepared(None, path, claims=text).claims
        assert claim.verdict is verdict, claim.parts


def test_claims_may_be_lines_or_json(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    lines = prepared(None, path, claims="84 training sessions were held.\n\n[The] panel of Saltmarsh met 9 times.\n")
    assert [c.claim for c in lines.claims] == [
        "84 training sessions were held.",
        "[The] panel of Saltmarsh met 9 times.",
    ]
    same = prepared(None, path, claims='[{"claim": "84 training sessions were held."}]')
    assert [c.claim for c in same.claims] == ["84 training sessions were held."]


def test_every_quote_stands_in_the_source(tmp_path: Path) -> None:
    source = report(tmp_path, SOURCE)
    claims, _ = check_claims(cover(tmp_path, " ".join(c for c, _ in CASES)), source, book=load_rules())
    assert claims
    for claim in claims:
        assert all(source.document.text[e.start : e.end] == e.quote for e in claim.evidence)


def test_two_measures_of_one_catalogue_id_do_not_bear_each_other_out(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        TITLE + "## Workforce\n\nAgency social workers made up 17% of the workforce in 2023/24.\n", encoding="utf-8"
    )
    (claim,) = prepared(None, path, claims="The vacancy rate was 17% in 2023/24.").claims
    assert claim.verdict is Verdict.not_found, claim.reasons
