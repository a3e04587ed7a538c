"""Four covers, one in each style, and the faults planted in them."""

from __future__ import annotations

from typing import Any

from corpora.generate.content.covers import (
    CoverSample,
    label_table,
    numbered_capitals,
    numbered_sections,
    question_form,
)

Json = dict[str, Any]
NSSCP = ("nsscp", "Northmere & Saltmarsh Safeguarding Children Partnership")
ASCP = ("ascp", "Ashcombe Safeguarding Children Partnership")


def _fault(code: str, quote: str, why: str) -> Json:
    return {"code": code, "quote": quote, "why": why}


def _claim(claim: str, verdict: str, *evidence: str) -> Json:
    return {"claim": claim, "verdict": verdict, "evidence": list(evidence)}


def _note(text: str, action: str = "note") -> Json:
    return {"kind": "cover", "number": None, "text": text, "action": action}


_SALTMARSH_POINTS = (
    "The Local Authority Designated Officer dealt with 421 contacts in Northmere, an increase of 10%.",
    "Northmere Council was judged 'Outstanding' by Ofsted in November 2024.",
    "Two Local Child Safeguarding Practice Reviews were published.",
    "There were 276 missing episodes in Northmere, involving 119 children.",
    "A new children's champion was appointed in every ward.",
)

SALTMARSH = CoverSample(
    name="cover-saltmarsh",
    folder="northmere-saltmarsh/2024-25",
    forms=("pdf",),
    partnership=NSSCP,
    year="2024/25",
    published="2025-09-26",
    title_line="Saltmarsh Council",
    layout=label_table,
    cover={
        "council": "Saltmarsh Council",
        "subject": "Northmere & Saltmarsh Safeguarding Children Partnership (NSSCP) Annual Report 2024/25",
        "classification": "Public",
        "committees": [
            {
                "name": "Children's Services Committee",
                "purpose": ["For Information"],
                "date": "2025-11-18",
                "date_stated": "18 November 2025",
            },
            {
                "name": "Community Safety Panel",
                "purpose": ["For Discussion"],
                "date": "2026-02",
                "date_stated": "February 2026",
            },
        ],
        "report_of": "The Director of Children's Services",
        "authors": [
            {
                "name": "Tobias Fennimore",
                "role": "Partnership Manager, NSSCP",
                "email": "tobias.fennimore@saltmarsh.example",
            }
        ],
        "highlights": list(_SALTMARSH_POINTS),
        "implications": {
            "financial": "None",
            "legal": "None",
            "risk": "The partnership's risk register is reviewed by its Executive.",
            "equalities": "None",
            "climate": "None",
            "security": "None",
        },
        "contacts": [],
        "links": [{"text": "HERE", "url": "https://www.nsscp.example/annual-report-2024-25"}],
    },
    recommendations=(_note("Members are asked to note the report."),),
    text={
        "opening": "The annual report for 2024/25 shows what partners did to keep children safe in Northmere and Saltmarsh, and what difference it made. In brief:",
        "publication": "The report was published on 26 September 2025 and sent to the Child Safeguarding Practice Review Panel, as Working Together 2018 requires.",
        "url": "https://www.nsscp.example/annual-report-2024-25",
        "implications": [
            ("Financial", "**None**"),
            ("Legal", "**None**"),
            ("Risk", "The partnership's risk register is reviewed by its Executive."),
            ("Equalities", "**None**"),
            ("Climate", "**None**"),
            ("Security", "**None**"),
        ],
    },
    planted=(
        _fault("number_disagrees", "421 contacts", "the report says 412"),
        _fault("agency_swapped", "Northmere Council was judged 'Outstanding'", "in the report it is Saltmarsh Council"),
        _fault("date_incomplete", "February 2026", "a meeting without a day"),
        _fault("law_year", "Working Together 2018", "the report of 2024/25 stands under Working Together 2023"),
    ),
    claims=(
        _claim(_SALTMARSH_POINTS[0], "contradicted", "412 contacts"),
        _claim(_SALTMARSH_POINTS[1], "contradicted", "Saltmarsh Council was judged 'Outstanding' by Ofsted"),
        _claim(_SALTMARSH_POINTS[2], "supported", "two Local Child Safeguarding Practice Reviews"),
        _claim(_SALTMARSH_POINTS[3], "supported", "276 missing episodes"),
        _claim(_SALTMARSH_POINTS[4], "not_found"),
    ),
)

_ACHIEVED = (
    "**More training:** 56 sessions were held, eight more than in the year before.",
    "**Closer working:** detectives and social workers of Estuary Constabulary and the Council now share a room on three days a week.",
    "**Fewer enquiries:** section 47 enquiries in Northmere fell from 418 to 391.",
)
_STRUGGLED = (
    "**Money:** Estuary Constabulary must find savings of £14 million over two years.",
    "**Exclusions:** permanent exclusions rose to 36.",
    "**Waiting:** the average wait for a first specialist mental health appointment was 12 weeks.",
)
_NEXT = ("Recognising neglect", "Harm in parks, streets and online", "A settled workforce")

NORTHMERE = CoverSample(
    name="cover-northmere",
    folder="northmere-saltmarsh/2024-25",
    forms=("pdf", "md"),
    partnership=NSSCP,
    year="2024/25",
    title_line="Northmere Council",
    layout=question_form,
    cover={
        "council": "Northmere Council",
        "subject": "Safeguarding Children Partnership Annual Report 2024-25",
        "classification": "Public",
        "committees": [
            {
                "name": "Health and Wellbeing Board",
                "purpose": ["Information to note", "For discussion and input"],
                "date": "2026-01-14",
                "date_stated": "Wed 14 Jan, 2pm-4pm",
            }
        ],
        "authors": [
            {
                "name": "Tobias Fennimore",
                "role": "Partnership Manager, Northmere & Saltmarsh Safeguarding Children Partnership",
            }
        ],
        "wards": ["All"],
        "purpose_ticked": ["Information to note", "For discussion and input"],
        "purpose_unticked": ["For actions to be allocated", "For escalation", "Decision"],
        "summary": "The NSSCP Annual Report 2024/25 sets out what partners did, what it changed for children, and what they will do next.",
        "highlights": [],
        "other_meetings": ["Children's Scrutiny Panel", "Safer Northmere Partnership"],
        "contacts": ["office@nsscp.example, 01632 960 417"],
        "appendices": ["Annual Report 2024/25"],
        "links": [{"text": "here.", "url": None}],
    },
    recommendations=(
        _note("Board members are asked to note the report."),
        _note("Board members are asked to agree how each agency will use the graded care profile.", "agree"),
    ),
    text={
        "why": ["So that the Board can consider the partnership's work in 2024-25."],
        "chatbot": "Would you like me to shorten any of these sections or to write speaking notes for the Chair?",
        "url": None,
        "other_meetings": "It will go to the Children's Scrutiny Panel and the Safer Northmere Partnership.",
        "office": NSSCP[1],
    },
    achievements=_ACHIEVED,
    challenges=_STRUGGLED,
    priorities=_NEXT,
    planted=(
        _fault("date_without_year", "Wed 14 Jan, 2pm-4pm", "no year; the weekday allows only 2026 near the report"),
        _fault("chatbot_residue", "Would you like me to shorten any of these sections", "a chatbot's closing question"),
        _fault("link_without_target", "here.", "the words are underlined but lead nowhere"),
        _fault("number_disagrees", "permanent exclusions rose to 36", "they dropped to 29 from 36"),
        _fault("number_disagrees", "12 weeks", "12 weeks is the ambition; the wait was 19 weeks"),
    ),
    claims=(
        _claim("56 sessions were held, eight more than in the year before.", "supported", "56 sessions"),
        _claim(
            "Detectives and social workers of Estuary Constabulary and the Council now share a room on three days a week.",
            "supported",
            "Detectives and social workers now share a room",
        ),
        _claim("Section 47 enquiries in Northmere fell from 418 to 391.", "supported", "from 418 to 391"),
        _claim(
            "Estuary Constabulary must find savings of £14 million over two years.",
            "supported",
            "must find savings of £14 million",
        ),
        _claim("Permanent exclusions rose to 36.", "contradicted", "Permanent exclusions dropped to 29"),
        _claim(
            "The average wait for a first specialist mental health appointment was 12 weeks.",
            "contradicted",
            "was 19 weeks",
        ),
    ),
)

ASHCOMBE = CoverSample(
    name="cover-ashcombe",
    folder="ashcombe/2024-25",
    forms=("pdf",),
    partnership=ASCP,
    year="2024/25",
    title_line="Ashcombe County Council",
    layout=numbered_capitals,
    cover={
        "council": "Ashcombe County Council",
        "subject": "The Ashcombe Safeguarding Children Partnership Yearly Report 2024/25",
        "classification": "Open",
        "committees": [
            {
                "name": "Children and Young People Overview Committee",
                "purpose": [],
                "date": "2025-12-03",
                "date_stated": "3 December 2025",
            }
        ],
        "authors": [{"name": "Niamh Carrowmore", "role": "Business Manager, ASCP"}],
        "group_director": "Leonie Vance",
        "wards": ["All Wards"],
        "highlights": [
            "How the partnership is run and who came to its meetings.",
            "The demand on the Children's Gateway, where enquiries fell by 8.5%.",
            "What was learned from the Orchard review, which makes five recommendations.",
            "The aims for the coming year [.",
        ],
        "links": [{"text": "HERE", "url": "https://ascp.example/yearly-report"}],
    },
    recommendations=(
        _note("That the Committee note the work of the partnership in 2022/23 and its aims for the coming year."),
    ),
    text={
        "opening": "The yearly report gives an overview of how well children in Ashcombe are protected. It sets out:",
        "background": "Under Working Together 2023 the safeguarding partners must report at least once in every twelve months on what they have done and how well it has worked.",
        "papers": "In accordance with The Local Authorities (Executive Arrangements) (Meetings and Access to Information) England Regulations 2012 publication of background papers used in the preparation of reports is required.",
        "url": "https://ascp.example/yearly-report",
    },
    planted=(
        _fault("wrong_year", "in 2022/23", "the report is for 2024/25"),
        _fault("unbalanced_bracket", "coming year [", "a bracket is left open"),
        _fault("number_disagrees", "five recommendations", "the action plan has four"),
    ),
    claims=(
        _claim("Enquiries to the Children's Gateway fell by 8.5%.", "supported", "8.5%"),
        _claim("The Orchard review makes five recommendations.", "contradicted", "Orchard action plan"),
    ),
)

CABINET = CoverSample(
    name="cover-saltmarsh-cabinet",
    folder="northmere-saltmarsh/2023-24",
    forms=("pdf", "docx"),
    partnership=NSSCP,
    year="2023/24",
    title_line="Saltmarsh Council",
    layout=numbered_sections,
    cover={
        "council": "Saltmarsh Council",
        "subject": "Northmere and Saltmarsh Safeguarding Children Partnership Annual Report 2023-2024",
        "classification": "Unrestricted",
        "committees": [{"name": "Cabinet", "purpose": [], "date": "2024-10-09", "date_stated": "9 October 2024"}],
        "report_of": "Imogen Hartsease, Corporate Director Children and Learning",
        "authors": [{"name": "Tobias Fennimore", "role": "Partnership Manager"}],
        "lead_member": "Cllr Bertram Quill, Cabinet Member for Children",
        "wards": ["All wards"],
        "key_decision": "No",
        "forward_plan_notice": "02/07/2024",
        "exempt_information": "N/A",
        "strategic_plan_priority": "A good start for every child",
        "summary": "The partnership is required to publish a report on its work each year. The report for 2023-24 shows that 48 training sessions were held and that Northmere Council moved to 'Good'.",
        "highlights": [
            "How the partnership is governed",
            "Money and attendance",
            "Practice reviews and audits",
            "Training",
            "Priorities for the coming year",
        ],
        "implications": {
            "equalities": "The partnership's work is meant for every child, and its data are broken down by age, sex and ethnicity where numbers allow.",
            "financial": "There are no financial implications. The Council's contribution of £61,000 is within budget.",
            "legal": "Section 16G of the Children Act 2004 requires the safeguarding partners to publish a report at least once in every 12 month period.",
        },
        "appendices": ["Northmere and Saltmarsh Safeguarding Children Partnership Annual Report 22-23"],
        "background_papers": ["Working Together to Safeguard Children 2023"],
        "contacts": ["Tobias Fennimore – Partnership Manager, tobias.fennimore@saltmarsh.example"],
        "links": [],
    },
    recommendations=(
        {
            **_note(
                "Note the work of the partnership over the year 2021-22 and the progress that is set out in the report]"
            ),
            "number": 1,
        },
        {**_note("Agree that the Leader should write to the ICB about waiting times.", "agree"), "number": 2},
    ),
    text={
        "reason": "Non-Key – For Information",
        "who": "Cabinet is recommended to:",
        "reasons": "The safeguarding partners must publish a report at least once in every 12 months.",
        "guidance": "This section of the report is used to highlight further specific statutory implications. Officers should delete those that do not apply. [Insert details of consultation here]",
        "linked": "NONE.",
    },
    planted=(
        _fault("wrong_year", "over the year 2021-22", "the report is for 2023-24"),
        _fault("unbalanced_bracket", "set out in the report]", "a bracket that was never opened"),
        _fault("template_guidance", "[Insert details of consultation here]", "template text"),
        _fault("template_guidance", "Officers should delete those that do not apply", "guidance for the writer"),
        _fault("wrong_year", "Annual Report 22-23", "the appendix is the report of an earlier year"),
    ),
    claims=(
        _claim("48 training sessions were held.", "supported", "48 sessions"),
        _claim(
            "Northmere Council moved to 'Good'.",
            "supported",
            "Northmere Council moved from 'Requires Improvement' to 'Good'",
        ),
    ),
)

COVERS = (SALTMARSH, NORTHMERE, ASHCOMBE, CABINET)
