"""Printed numbers that are no quantities: dates, times, addresses, references, ages. They are blanked before counting.

What every English text has stands here; what a field adds ("Level 3", "Key Stage 2") comes from the packs.
"""

from __future__ import annotations

import re

from report_extract.language.lexicon import Lexicon

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_UNIT_AFTER = r"(?!\s*(?:%|per\s?cent|percent|million|billion|thousand))"

_AGE = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen)"
)
_GENERAL = re.compile(
    "|".join(
        (
            r"https?://\S+|www\.\S+|\S+@\S+",
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}(?:,?\s(?:19|20)\d\d\b|\s[’']?\d\d\b(?![,.]\d|\s?%))?",
            rf"\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,\s(?:19|20)\d\d)?\b(?!\d)",
            rf"\b{MONTH}\s[’']?(?:19|20)?\d\d\b",
            r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
            r"\b(?:19|20)\d\d\s?[-/–—]\s?(?:(?:19|20)\d\d|\d\d)\b",
            r"\b\d\d/\d\d\b(?:\s(?:period|year))?|\b\d\d-\d\d(?=\s(?:period|plan|strategy))",
            r"\b\d{1,2}[:.]\d\d\s?(?:am|pm)?\b(?=\s?(?:am|pm|hours|hrs)|\s?(?:-|–|to|and)\s?\d{1,2}[:.]\d\d)",
            r"\b\d{1,2}:\d\d?(?:am|pm|s)?\b|\b\d{1,2}\s?(?:am|pm)\b|\b24/7\b",
            r"(?:\+44\s?|\b[0o])\d{2,4}[\s)-]*\d{3,4}[\s-]?\d{3,4}\b",
            r"(?<![\d.,/:])0\d{2,}(?:[\s-]?\d{3,})*\b",  # a nought in front: a number to call or to cite
            (
                r"\b(?:section|sections|paragraphs?|paras?|pages?|pp?|chapters?|part|parts|figures?|tables?|appendix|annex"
                r"|articles?|regulations?|schedule|clause|volume|vol|issue|version|v|no|nos|item|question|step|stage"
                r"|phase|band|grade|group|ref|point|row|column|slide|footnote|note|room|floor|unit"
                r"|priority|priorities|objective|objectives|goal|outcome|theme|pillar|principle|standard|recommendations?"
                r"|statement|findings?|actions?|case study|case studies|example|scenario|option|criteri(?:a|on)|lines?)"
                r"\.?\s?\(?(?:\d+[a-z]?|one|two|three|four|five|six)(?:[.)]\d+)*(?:\s?(?:-|–|to|,|and|&)\s?\d+(?:\.\d+)*)*\b"
                r"(?!\s?%)"
            ),
            r"\b(?:quarters?|q)\s?(?:[1-4]|one|two|three|four)(?:\s?(?:-|–|to|,|and|&)\s?[1-4])*\b(?![,.]?\d|\s?%)",
            r"\bs\.?\s?\d+(?:[-/]\d+)*[a-z]?\b|§\s?\d+",
            r"\b(?!c\d)[a-z]+[-–]?\d+[a-z\d]*\b",
            r"\b(?:aged?|ages)\s(?:of\s|between\s|from\s|under[-\s]|over[-\s])?\d+(?:\s?(?:-|–|to|and|or)\s?\d+)?",
            r"\b(?:from\s)?age\s\w{1,5}\s(?:to|until)\s\d{1,2}\b|\b(?:up\s)?to\s25\s(?=with\b|for\sthose\b)|\(25\s(?=with\b)",
            r"\b(?:turn(?:s|ed|ing)?|the\sage\sof|reach(?:es|ed|ing)?\stheir)\s\d{1,2}(?:st|nd|rd|th)?\b(?![,.]?\d|\s?%|\s[a-z]+s\b)",
            (
                r"\b(?:under|over|below|above)[-\s]+(?:the\sage\sof\s)?\d{1,2}(?:[’']?s)?(?:\syears?(?:\sold)?|-year-olds?)?\b"
                r"(?![.,]\d)(?=\s*(?:$|[.,;:)’'])|\s(?:who|are|were|and|or|with|to|at|is|living|but|from|for|have|on|had|years)\b)"
            ),
            (
                r"\b(?:under|over)[-\s]?\d{1,2}[’']?s\b|\b(?:child|children|people|person|those|pupils|residents|anyone|victims?|patients?|suspects?|boys|girls)\s"
                r"(?:aged\s)?(?:under|over|below|up\sto)\s"
                r"(?:\d{1,2}|five|sixteen|eighteen)\b"
            ),
            r"\b(?:are|were|is|was|aged|those|all|people|children)\s(?:under|over)\s(?:eighteen|sixteen|fifteen|thirteen|ten|five|two)\b(?!\s[a-z]+s\b)",
            r"\b\d{1,2}(?:\s?(?:-|–|/|to|and)\s?\d{1,2})?[-\s](?:years?|yrs?|months?|weeks?)[-\s]olds?\b",
            rf"\b{_AGE}\s(?:day|week|month|year)s?\sold\b|\b(?:girl|boy|child|man|woman|teenager|pupil)s?\sof\s(?:\d{{1,2}}|{_AGE})\b",
            rf"(?-i:\b[A-Z][a-z]+)\s(?:was|is)\s{_AGE}\sand\b",
            r"[”\"]\s*[–—(-]\s?[^“”\".]{2,50},\s(?:aged\s)?\d{1,2}\b\)?\W*$",  # who is quoted, and how old
            (
                r"\b(?:add(?:s|ing)?(?:\sup)?\sto|sums?\s(?:up\s)?to|totals?(?:\sto)?|totalling)\s(?:(?:more|less)\sthan\s|over\s|exactly\s|about\s)?"
                r"100\b(?:\s?%|\sper\s?cent)?"
            ),
            r"\b(?:between|from)?\s?\d{1,2}\s?(?:-|–|to|and)\s?\d{1,2}\syears\sold\b|\b\d{1,2}(?:\+|plus)(?=\s[a-z])",
            r"\b(?:aged?\s)\w+\b|\bwas\s\w+\swhen\b|\b(?:week|day|month)\s\d{1,2}\b",
            (
                r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?=[a-z])(?!(?:one|two|three|four|five"
                r"|six|seven|eight|nine|thirds?|quarters?|fifths?|tenths?)\b)[a-z]+(?:-[a-z]+)*"
            ),
            r"\b\d{1,4}[a-z]?\s(?:\w+\s){1,3}?(?:street|road|lane|avenue|square|close|drive|crescent|terrace)\b",
            r"^\s*\(?\d{1,2}(?:\.\d+)*[.)]\s|^\s*\d+(?:\.\d+)+\s(?=(?-i:[A-Z]))",
            rf"(?<![,.\d£])\b(?:19[5-9]|20[0-4])\d\b(?![,.]\d){_UNIT_AFTER}",
            rf"\bas\s(?:young|old)\sas\s(?:\d{{1,2}}|{_AGE})\b(?!\s?%)",
            r"\b(?:\d+|[a-z]{3,9})(?:\s(?:hundred|thousand))?\sof\s(?:you|us)\b",
            r"\bunder\sone\s(?=(?:roof|umbrella|management|banner)\b)",
            (
                r"\b(?:jailed|imprisoned|sentenced|sent\sto\sprison|locked\sup)\b[^.;]{0,30}?\b(?:for|to|of|totalling)\s(?:(?:a|total|of|more|than|over|just|nearly|almost|up|to)\s)*"
                r"[\w-]+\s(?:and\sa\shalf\s)?(?:days|weeks|months|years)\b"
            ),
            (
                r"\b[\w-]+\s(?:months|years)[’']?\s(?:in\s(?:prison|jail|custody)|behind\sbars|(?:of\s)?imprisonment|inside)\b"
            ),
            r"\bone\s(?:or\smore|another|day|thing|hand|side)\b|\bno\sone\b|\bone\sof\b|\b(?:at\s)?(?:once|twice)\b|\beach\sone\b",
            r"\b(?:day|year|one|two)\s?[-–]\s?to\s?[-–]\s?(?:day|one|two)\b|\bone\sto\sone\b|\b(?:one|two)\s?:\s?one\b",
        )
    ),
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<=[a-z,] )(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Forty|Hundred)\s(?=[A-Z][a-z])"
)
"""A number word with a capital inside a sentence, before another: a name ("the Three Meadows partnership")."""
_IN_NAME = re.compile(rf"{_NAMED.pattern}[A-Z][\w-]+")
_COUNTED_YEAR = re.compile(r"\b(?:of\sthe|total\sof|were|was|with|have|had)\s$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s(?!and\b|to\b|the\b|was\b|were\b|is\b|it\b|when\b|in\b|by\b|as\b)[a-z]{3,}")
BLANK = "\x00"


def masked(text: str, *, lexicon: Lexicon) -> str:
    """The text with every number that counts nothing blanked out; the length stays the same."""
    found = [m.span() for m in _GENERAL.finditer(text) if not _counts(text, m.start(), m.end())]
    named = (m.span() for m in lexicon["not_a_quantity"].finditer(text.lower()))
    found += [(start, end) for start, end in named if not _moves(text, start, end)]
    found += [m.span() for m in _NAMED.finditer(text)]
    if not found:
        return text
    letters = list(text)
    for start, end in found:
        letters[start:end] = BLANK * (end - start)
    return "".join(letters)


def numbered_names(text: str) -> frozenset[str]:
    """Proper names in a document that begin with a number word ("Three Meadows"), as its sentences write them."""
    return frozenset(m[0] for m in _IN_NAME.finditer(text))


_TO = re.compile(r"\s*(\d+)\s?(?:to|-|–)\s?(\d+)\s*")
_MOVED_FROM = re.compile(
    r"\b(?:up|down|rose|risen|fell|fallen|gr[eo]wn?|dropp?ed|increased|decreased|reduced|halved|doubled|improved|cut)\b"
    r"[^.;,]{0,30}\sfrom\s$",
    re.IGNORECASE,
)


def _moves(text: str, start: int, end: int) -> bool:
    """Whether "27 to 18" is no range of ages but a change: ages rise, and nothing falls from one age to another."""
    ages = _TO.fullmatch(text, start, end)
    return bool(ages and (int(ages[1]) > int(ages[2]) or _MOVED_FROM.search(text, 0, start)))


def _counts(text: str, start: int, end: int) -> bool:
    """Whether four digits that look like a year count a noun: "Of the 1945 booked places"."""
    if not re.fullmatch(r"\d{4}", text[start:end]):
        return False
    return bool(_COUNTED_YEAR.search(text, 0, start) and _NOUN_AFTER.match(text, end))
