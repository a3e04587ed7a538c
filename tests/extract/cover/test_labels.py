"""Labels are known under many wordings and with misprints; words that are none are not taken for one."""

from __future__ import annotations

import pytest

from report_extract.extract.cover.labels import Labels, normal
from report_extract.rules.kinds.covers import CoverLabel
from report_extract.rules.load import load_rules


@pytest.fixture(scope="module")
def labels() -> Labels:
    return Labels(load_rules())


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("WARD(S) AFFECTED", "wards"),
        ("Ward(s) Affected:", "wards"),
        ("4. Recommendation(s)", "recommendations"),
        ("Portfolio holder’s name", "lead_member"),
        ("Clasification", "classification"),
        ("Wards Afected", "wards"),
        ("Recomendations", "recommendations"),
        ("Exempt infromation", "exempt_information"),
        ("Is this report a key decision", None),
        ("Report author's cat", None),
        ("Harbour dredging", None),
    ],
)
def test_wordings(labels: Labels, printed: str, field: str | None) -> None:
    rule = labels.match(printed.rstrip(":"))
    assert (rule.field if rule else None) == field


def test_no_wording_of_one_field_passes_for_another_by_a_misprint() -> None:
    """Fuzzy matching stays on one side: no label with a letter dropped is read as a label of another field."""
    book = load_rules()
    vocabulary = Labels(book)
    wrong = []
    for rule in book.of(CoverLabel):
        if rule.within:
            continue
        for label in rule.labels:
            own = vocabulary.match(label)
            for at in range(2, len(label) - 1, 3):
                found = vocabulary.match(label[:at] + label[at + 1 :])
                if found is not None and own is not None and (found.field, found.theme) != (own.field, own.theme):
                    wrong.append((label, at, found.id))
    assert not wrong


def test_normal_form_ignores_numbers_case_and_plurals() -> None:
    assert normal("2.1 Background Papers:") == normal("background paper")
    assert normal("Appendix A") != normal("Appendix")
