"""How other partnerships' reports may say it: invented sentences about invented places, each with what must come out.

An expectation is (value, fields that must agree); the list is complete: nothing else may come out of the sentence.
"""

from __future__ import annotations

from typing import Any

import pytest

from report_extract.extract.metrics import find_metrics
from report_extract.extract.metrics.selftest import document_of
from report_extract.rules.load import load_rules

Expected = list[tuple[float, dict[str, Any]]]


def found(text: str) -> list[dict[str, Any]]:
    metrics = find_metrics(document_of(text), book=load_rules(), reporting_year="2024/25")
    return [m.model_dump(mode="json") for m in metrics]


def agree(text: str, expected: Expected) -> None:
    out = found(text)
    shown = [(m["value"], m["unit"], m["role"], m["metric"], m["period"], m["label"]) for m in out]
    for value, fields in expected:
        fitting = [m for m in out if m["value"] == pytest.approx(value) and all(m[k] == v for k, v in fields.items())]
        assert fitting, f"{value} {fields} not among {shown}"
    assert len(out) == len(expected), shown


CHANGES: list[tuple[str, Expected]] = [
    (
        "1,204 practitioners attended training, a rise of 8% on the 1,115 practitioners in 2023/24.",
        [
            (1204, {"role": "current", "metric": "train_attended", "period": "2024/25", "direction": "increase"}),
            (8, {"role": "change_pct", "metric": "train_attended"}),
            (1115, {"role": "previous", "metric": "train_attended", "period": "2023/24"}),
        ],
    ),
    (
        "The LADO received 271 contacts; in 2023/24 there were 240.",
        [
            (271, {"role": "current", "metric": "lado_contacts", "period": "2024/25"}),
            (240, {"period": "2023/24"}),
        ],
    ),
    (
        "The service had 312 contacts to the LADO, an increase of 41 (15%) on the previous year (271).",
        [
            (312, {"role": "current", "metric": "lado_contacts", "direction": "increase"}),
            (41, {"role": "change_abs", "metric": "lado_contacts", "direction": "increase", "unit": "count"}),
            (15, {"role": "change_pct", "metric": "lado_contacts", "direction": "increase"}),
            (271, {"role": "previous", "metric": "lado_contacts", "period": "2023/24"}),
        ],
    ),
    (
        "Referrals to children's social care fell from 2,410 in 2023/24 to 2,188 in 2024/25.",
        [
            (2410, {"role": "previous", "metric": "csc_referrals", "period": "2023/24"}),
            (2188, {"role": "current", "metric": "csc_referrals", "period": "2024/25", "direction": "decrease"}),
        ],
    ),
    (
        "At 31 March 2025 there were 187 children subject to a child protection plan, compared with 203 last year.",
        [
            (187, {"role": "current", "metric": "cpp_total", "period": "31 March 2025"}),
            (203, {"role": "previous", "metric": "cpp_total", "period": "31 March 2024"}),
        ],
    ),
    (
        "Section 47 enquiries rose by 18% to 640.",
        [
            (18, {"role": "change_pct", "metric": "s47_enquiries", "direction": "increase"}),
            (640, {"role": "current", "metric": "s47_enquiries", "direction": "increase"}),
        ],
    ),
    (
        "The re-referral rate was 21%, down from 24% in the previous year.",
        [
            (21, {"metric": "csc_rereferral_pct", "direction": "decrease"}),
            (24, {"metric": "csc_rereferral_pct", "role": "previous", "period": "2023/24"}),
        ],
    ),
    (
        "Attendance at the Northmere board was 91%, a drop of 5 percentage points.",
        [(91, {"unit": "percent"}), (5, {"unit": "percentage_points", "role": "change_abs", "direction": "decrease"})],
    ),
    (
        "There were 77 fewer missing episodes than last year.",
        [(77, {"role": "change_abs", "direction": "decrease", "metric": "missing_episodes"})],
    ),
    (
        "Contacts to the MASH increased by a third to 12,040.",
        [
            (33.3, {"role": "change_pct", "direction": "increase"}),
            (12040, {"role": "current", "metric": "csc_contacts", "direction": "increase"}),
        ],
    ),
    (
        "We held 46 training sessions this year, up from 39.",
        [
            (46, {"metric": "train_sessions", "direction": "increase"}),
            (39, {"role": "previous", "metric": "train_sessions"}),
        ],
    ),
    (
        "The number of children looked after increased from 302 to 331 during the year.",
        [(302, {"role": "previous"}), (331, {"role": "current", "metric": "cla_total", "direction": "increase"})],
    ),
    (
        "Of the 1,120 training places booked (1,004 in 2023/24), 870 practitioners attended.",
        [
            (1120, {"metric": "train_booked", "role": "current"}),
            (1004, {"metric": "train_booked", "role": "previous", "period": "2023/24"}),
            (870, {"metric": "train_attended", "role": "current"}),
        ],
    ),
    (
        "First-time entrants to the youth justice system dropped by 22%.",
        [(22, {"role": "change_pct", "metric": "yjs_fte", "direction": "decrease"})],
    ),
    (
        "Elective home education has grown again: 214 children are home educated, which is 31 more than last year.",
        [
            (214, {"metric": "ehe_children"}),
            (31, {"role": "change_abs", "direction": "increase", "metric": "ehe_children"}),
        ],
    ),
    (
        "The percentage of care leavers in education, employment or training rose to 64% from 59%.",
        [(64, {"metric": "care_leavers_eet_pct", "direction": "increase"}), (59, {"role": "previous"})],
    ),
    (
        "A total of 55 rapid tests were made, a 10% reduction on 2023/24.",
        [(55, {"role": "total"}), (10, {"role": "change_pct", "direction": "decrease"})],
    ),
]

STATEMENTS: list[tuple[str, Expected]] = [
    (
        "The partnership made four serious incident notifications in 2024/25.",
        [(4, {"metric": "sin_count", "period": "2024/25"})],
    ),
    ("Three rapid reviews were completed, all within 15 working days.", [(3, {"metric": "rapid_reviews"})]),
    ("No LCSPRs were commissioned in 2024/25.", [(0, {"metric": "lcspr_commissioned", "value_text": "No"})]),
    ("Two local child safeguarding practice reviews were published.", [(2, {"metric": "lcspr_published"})]),
    ("The Child Death Overview Panel reviewed 27 child deaths.", [(27, {"metric": "child_deaths_reviewed"})]),
    (
        "Thirty-one children went missing from care on 204 occasions.",
        [(31, {"metric": "missing_care_children"}), (204, {})],
    ),
    (
        "One in five children in Ashcombe lives in a low-income family.",
        [(20, {"unit": "percent", "metric": "low_income_under16_pct"})],
    ),
    (
        "Over half (54%) of child protection plans were under the category of neglect.",
        [(54, {"metric": "cpp_category_neglect_pct", "unit": "percent"})],
    ),
    (
        "Two-thirds of respondents said that they felt listened to.",
        [(66.7, {"unit": "percent", "metric": "survey_positive_pct"})],
    ),
    ("The rate of children looked after was 71 per 10,000.", [(71, {"unit": "rate_per_10000", "metric": "cla_rate"})]),
    (
        "Kestrel Vale Council has to save £18.4m over the next four years.",
        [(18_400_000, {"unit": "gbp", "metric": "agency_saving_target", "role": "target"})],
    ),
    ("The Trust faces a deficit of £7 million.", [(7_000_000, {"unit": "gbp", "metric": "agency_saving_target"})]),
    (
        "Level 3 safeguarding children training compliance stood at 92% against a target of 90%.",
        [(92, {"metric": "l3_training_compliance_pct"}), (90, {"role": "target"})],
    ),
    ("Care proceedings took an average of 39 weeks.", [(39, {"unit": "weeks", "metric": "care_proceedings_weeks"})]),
    (
        "Children waited an average of 14 weeks for speech and language therapy.",
        [(14, {"unit": "weeks", "metric": "community_health_wait"})],
    ),
    (
        "The average wait for CAMHS is now 8-10 weeks.",
        [(8, {"unit": "weeks", "value_max": 10, "metric": "camhs_wait"})],
    ),
    (
        "MARAC heard 418 cases, of which 33% were repeat MARAC cases.",
        [(418, {"metric": "marac_cases"}), (33, {"metric": "marac_repeat_pct"})],
    ),
    (
        "A total of 96 practitioners attended the neglect conference.",
        [(96, {"unit": "count", "metric": "train_attended"})],
    ),
    ("98% of delegates rated the training as good or excellent.", [(98, {"metric": "train_satisfaction_pct"})]),
    ("The Saltmarsh website had 14,220 unique visitors.", [(14220, {"metric": "web_visitors"})]),
    ("Police made 63 NRM referrals for children.", [(63, {"metric": "nrm_referrals"})]),
    ("The exploitation panel discussed 58 children.", [(58, {"metric": "mace_panels"})]),
    (
        "There are approximately 61,300 children and young people under 18 in Northmere.",
        [(61300, {"metric": "pop_under18", "qualifier": "about"})],
    ),
    ("Just over 24% of the total population is under 18.", [(24, {"metric": "pop_under18_pct", "qualifier": "over"})]),
    ("Eight schools returned a nil response.", [(8, {"unit": "count"})]),
    ("Between 40 and 50 parents came to each event.", [(40, {"value_max": 50})]),
    ("Total expenditure for the year was £214,305.", [(214305, {"metric": "budget_expenditure_total"})]),
    (
        "The ICB contributed £45,000 and the police contributed £20,000 to partnership funding.",
        [(45000, {"metric": "budget_income_line"}), (20000, {"metric": "budget_income_line"})],
    ),
    ("Social worker caseloads average 16.4.", [(16.4, {"metric": "sw_caseload"})]),
    ("1 in 6 care leavers reported that they were lonely.", [(16.7, {"unit": "percent"})]),
    ("Fewer than ten children were privately fostered.", [(10, {"qualifier": "under", "metric": "private_fostering"})]),
    ("26 of the 30 audits were graded good.", [(26, {}), (30, {})]),
    (
        "14 (47%) of audits were judged good and 3 (10%) were inadequate.",
        [
            (14, {"unit": "count"}),
            (47, {"unit": "percent", "metric": "audit_good_pct"}),
            (3, {"metric": "audit_grade_count"}),
            (10, {"metric": "audit_inadequate_pct"}),
        ],
    ),
    (
        "Over 2,000 people completed the e-learning.",
        [(2000, {"metric": "train_elearning_completions", "qualifier": "over"})],
    ),
    ("The newsletter now goes to 1,905 subscribers.", [(1905, {"metric": "newsletter_subscribers"})]),
    (
        "Northmere ranks 14th of 151 authorities for school attendance.",
        [(14, {"unit": "rank", "role": "rank"}), (151, {})],
    ),
    ("The town has the fifth highest rate of child poverty in the region.", [(5, {"unit": "rank"})]),
    (
        "Seven in ten schools completed the section 175 audit.",
        [(70, {"unit": "percent", "metric": "s175_returns_pct"})],
    ),
    ("Operation Encompass notifications numbered 2,914.", [(2914, {"metric": "da_offences_children"})]),
    ("In November 2024, 212 young people answered the survey.", [(212, {"period": "November 2024"})]),
    (
        "At the 2021 Census the resident population was 201,400.",
        [(201400, {"period": "2021 Census", "metric": "pop_total"})],
    ),
    ("In quarter 3 there were 88 contacts to the LADO.", [(88, {"period": "Q3 2024/25", "metric": "lado_contacts"})]),
    (
        "From 1 April 2024 to 31 March 2025 the service received 1,204 referrals to children's social care.",
        [(1204, {"period": "2024/25", "metric": "csc_referrals"})],
    ),
    ("Half of all referrals came from the police.", [(50, {"unit": "percent"})]),
    ("Every quarter about 150 practitioners take part in the forum.", [(150, {"qualifier": "about"})]),
    ("The partnership employs 2.5 full-time staff.", [(2.5, {"unit": "count"})]),
    ("ICPC timeliness was 86.5%.", [(86.5, {"metric": "icpc_15d_pct"})]),
    ("None of the audited cases were graded inadequate.", [(0, {"metric": "audit_grade_count"})]),
    ("Twelve unaccompanied asylum-seeking children were in the care of Saltmarsh.", [(12, {"metric": "uasc_total"})]),
    (
        "Some 1,300 children attend 42 out-of-school settings.",
        [(1300, {"qualifier": "about"}), (42, {"metric": "ues_settings"})],
    ),
]

NOT_METRICS = [
    "Working Together to Safeguard Children 2023 sets out the duties of the three safeguarding partners.",
    "All staff complete Level 3 training under section 11 of the Children Act 2004.",
    "Call us on 01632 960 123 or 020 7946 0018 between 9am and 5pm.",
    "The strategy for 2022-2026 was approved on 14 May 2024 and is on page 27.",
    "A 15-year-old boy and his sister, aged 9, were known to services.",
    "Case study 1: She was 14 when she met him and had been missing for 3 days with her 2 friends.",
    "Pupils in Year 8 and Key Stage 2 took part in Tier 2 work.",
    "The plan has four key themes and six priorities.",
    "Finding 3 and Recommendation 4 of the review concern Child B.",
    "The two areas work as one partnership.",
    "Meetings run from 10:30 to 12:00 at 1 High Street, every 6 weeks.",
    "See https://www.saltmarsh.example/reports/2024 for the 7-minute briefing.",
    "The report covers the 12 months from April 2024.",
    "1:1 sessions and a two-day course were on offer.",
    "Over the next three years we will build on this.",
    "Guidance for children under five and those over 16 was revised in July 2023.",
    "The Covid-19 pandemic changed practice in 2020.",
    "“I have been in 4 homes in 2 years and nobody asked me what I wanted,” one young person told us.",
    "These three partners share the duty.",
    "One of the aims is to reduce duplication.",
    "Version 2.1 of the procedures replaced paragraphs 3.4 to 3.9.",
    "We thank everyone who gave 100% to this work.",
    "No single agency can do this alone.",
    "The first review ended and the second began in autumn.",
    "There is no one way to do this.",
]


@pytest.mark.parametrize(("text", "expected"), CHANGES, ids=[c[0][:50] for c in CHANGES])
def test_change_statements_are_solved_as_a_whole(text: str, expected: Expected) -> None:
    agree(text, expected)


@pytest.mark.parametrize(("text", "expected"), STATEMENTS, ids=[s[0][:50] for s in STATEMENTS])
def test_single_statements(text: str, expected: Expected) -> None:
    agree(text, expected)


@pytest.mark.parametrize("text", NOT_METRICS, ids=[t[:50] for t in NOT_METRICS])
def test_numbers_that_measure_nothing_stay_out(text: str) -> None:
    assert found(text) == []
