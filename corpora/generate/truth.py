"""The truth about two editions of one partnership's report: what a comparison must find."""

from __future__ import annotations

import re
from typing import Any

Json = dict[str, Any]
COMPARED_ROLES = ("current", "share", "total", "cumulative")

RENAMED = (
    {
        "theme": "extra_familial_harm",
        "titles": ["Safe Outside the Home", "Harm in Parks, Streets and Online"],
        "status": "renamed",
    },
)
NOT_COMPARABLE = (
    {
        "metric": "care_leavers_total",
        "area": "Northmere",
        "values": [121, 188],
        "why": "definition changed: aged 17 to 21, then aged 17 to 25",
    },
)


def comparison_truth(earlier: Json, later: Json) -> Json:
    return {
        "documents": [earlier["document"]["file"], later["document"]["file"]],
        "metrics": _aligned(earlier, later),
        "restated": _restated(earlier, later),
        "not_comparable": list(NOT_COMPARABLE),
        "priorities": _priorities(earlier, later),
        "recommendations": _recommendations(earlier, later),
    }


def _key(metric: Json) -> tuple[str, ...]:
    label = re.sub(r"\b20\d\d/\d\d\b|\b31 March 20\d\d\b", "", metric["label"])
    return (
        metric["metric"] or "",
        re.sub(r"\W+", " ", label).strip().lower(),
        metric["area"] or "",
        metric["agency"] or "",
        metric["unit"],
    )


def _comparable(gold: Json) -> dict[tuple[str, ...], Json]:
    """One metric per key; the same fact in two places counts once, different values of one key do not count."""
    out: dict[tuple[str, ...], Json] = {}
    torn = set()
    for metric in gold["metrics"]:
        if metric["role"] not in COMPARED_ROLES or metric["label"].startswith("Care leavers supported"):
            continue
        key = _key(metric)
        if key in out and out[key]["value"] != metric["value"]:
            torn.add(key)
        out.setdefault(key, metric)
    return {key: metric for key, metric in out.items() if key not in torn}


def _aligned(earlier: Json, later: Json) -> list[Json]:
    before, after = _comparable(earlier), _comparable(later)
    rows = []
    for key in [*after, *(k for k in before if k not in after)]:
        some = after.get(key) or before[key]
        values = [
            None
            if key not in side
            else {"value": side[key]["value"], "period": side[key]["period"], "page": side[key]["page"]}
            for side in (before, after)
        ]
        status = (
            "appeared"
            if values[0] is None
            else "disappeared"
            if values[1] is None
            else "same"
            if before[key]["value"] == after[key]["value"]
            else "changed"
        )
        change = round(after[key]["value"] - before[key]["value"], 6) if None not in values else None
        rows.append(
            {
                "metric": some["metric"],
                "label": some["label"],
                "unit": some["unit"],
                "area": some["area"],
                "agency": some["agency"],
                "values": values,
                "change": change,
                "status": status,
            }
        )
    return rows


def _restated(earlier: Json, later: Json) -> list[Json]:
    """Last year's value as the later report prints it, where the earlier report printed another one."""
    year = earlier["document"]["reporting_year"]
    rows = []
    for metric in later["metrics"]:
        if metric["role"] != "previous" or metric["period"] != year or metric["source"] != "text":
            continue
        own = {
            m["value"]
            for m in earlier["metrics"]
            if m["metric"] == metric["metric"]
            and m["area"] == metric["area"]
            and m["role"] == "current"
            and m["period"] == year
            and m["source"] == "text"
        }
        if own and metric["value"] not in own:
            rows.append(
                {
                    "metric": metric["metric"],
                    "area": metric["area"],
                    "period": year,
                    "first_stated": min(own),
                    "later_stated": metric["value"],
                    "page": metric["page"],
                }
            )
    return rows


def _priorities(earlier: Json, later: Json) -> list[Json]:
    before, after = (
        {p["theme"]: p["title"] for p in side["priorities"] if p.get("stage") != "reported"}
        for side in (earlier, later)
    )
    rows: list[Json] = list(RENAMED)
    done = {r["theme"] for r in RENAMED}
    for theme in [t for t in (*before, *(t for t in after if t not in before)) if t not in done]:
        status = "new" if theme not in before else "dropped" if theme not in after else "kept"
        rows.append(
            {"theme": theme, "titles": [side[theme] for side in (before, after) if theme in side], "status": status}
        )
    return rows


def _recommendations(earlier: Json, later: Json) -> list[Json]:
    before, after = ({(r["source"], r["number"]): r for r in side["recommendations"]} for side in (earlier, later))
    rows = []
    for key in [*before, *(k for k in after if k not in before)]:
        then, now = before.get(key), after.get(key)
        status = (
            "new"
            if then is None
            else "no_longer_mentioned"
            if now is None
            else "completed"
            if now["status"]["state"] == "complete"
            else "still_open"
        )
        some = now or then
        assert some
        rows.append(
            {
                "source": key[0],
                "number": key[1],
                "text": some["text"],
                "status_before": then and then["status"]["rag"],
                "status_now": now and now["status"]["rag"],
                "status": status,
            }
        )
    return rows
