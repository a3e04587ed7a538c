"""Gold of a cover, and the same in the flat form that cover scorers read."""

from __future__ import annotations

from typing import Any

from corpora.generate.content.covers import CoverSample

Json = dict[str, Any]
EMPTY: Json = {
    "report_of": None,
    "lead_member": None,
    "group_director": None,
    "wards": [],
    "key_decision": None,
    "forward_plan_notice": None,
    "exempt_information": None,
}
EMPTY |= {
    "strategic_plan_priority": None,
    "purpose_ticked": [],
    "purpose_unticked": [],
    "summary": None,
    "highlights": [],
    "implications": {},
    "other_meetings": [],
}
EMPTY |= {"appendices": [], "linked_reports": [], "background_papers": [], "contacts": []}
FLAT = (
    "council",
    "subject",
    "classification",
    "report_of",
    "lead_member",
    "group_director",
    "exempt_information",
    "strategic_plan_priority",
    "forward_plan_notice",
    "key_decision",
)


def bare(text: str) -> str:
    return text.replace("**", "")


def cover_gold(sample: CoverSample) -> Json:
    return {
        "document": {
            "name": sample.name,
            "file": f"{sample.folder}/{sample.name}.pdf",
            "kind": "cover_report",
            "title": sample.cover["subject"],
            "partnership": {"id": sample.partnership[0], "name": sample.partnership[1]},
            "reporting_year": sample.year,
            "published": sample.published,
        },
        "cover": {**EMPTY, **sample.cover},
        "recommendations": [{"id": f"r{i:02d}", **r} for i, r in enumerate(sample.recommendations, 1)],
        "achievements": [{"id": f"a{i:02d}", "text": bare(t)} for i, t in enumerate(sample.achievements, 1)],
        "challenges": [{"id": f"c{i:02d}", "text": bare(t)} for i, t in enumerate(sample.challenges, 1)],
        "priorities": [{"id": f"p{i:02d}", "title": bare(t)} for i, t in enumerate(sample.priorities, 1)],
        "planted": [{"id": f"f{i:02d}", **p} for i, p in enumerate(sample.planted, 1)],
        "claims": [{"id": f"c{i:02d}", **c} for i, c in enumerate(sample.claims, 1)],
    }


def flat_gold(sample: CoverSample) -> Json:
    """The fields that are stated, one level deep; committees and authors as they are."""
    cover = sample.cover
    flat: Json = {"kind": "cover_report", "partnership_id": sample.partnership[0], "reporting_year": sample.year}
    flat |= {k: cover[k] for k in FLAT if cover.get(k)}
    flat["committees"] = [{k: v for k, v in m.items() if v or k == "date"} for m in cover["committees"]]
    flat["authors"] = cover["authors"]
    flat["recommendations"] = [r["text"] for r in sample.recommendations]
    flat["recommendation_actions"] = [r["action"] for r in sample.recommendations]
    flat["implications"] = cover.get("implications", {})
    flat |= {
        k: [bare(t) for t in texts]
        for k, texts in (
            ("achievements", sample.achievements),
            ("challenges", sample.challenges),
            ("priorities", sample.priorities),
        )
        if texts
    }
    flat |= {k: cover[k] for k in ("other_meetings", "contacts", "appendices") if cover.get(k)}
    flat |= (
        {"boxes_ticked": cover["purpose_ticked"], "boxes_unticked": cover["purpose_unticked"]}
        if cover.get("purpose_ticked")
        else {}
    )
    flat |= {"wards": cover["wards"][0]} if cover.get("wards") else {}
    flat |= {"published": sample.published} if sample.published else {}
    flat |= {"summary_bullets": len(cover["highlights"])} if cover.get("highlights") else {}
    return flat
