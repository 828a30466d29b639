"""How exemption codes are printed, and the one way in which we write each.

    (b) (7) (c), B7(C), b7C      -> B7(C)       U.S. federal; OCR puts blanks everywhere
    b7C-1,-2 Per FBI             -> B7(C)       with the FBI's category numbers
    1 .4(D), l.4(d)              -> 1.4(D)      Executive Order 13526
    Ex. 5, Exemption 7(C)        -> Ex. 5 ...   by name
    s.40(2), section 36, S40     -> s.40(2) ... by section (United Kingdom, Canada, Australia)
    Gov. Code § 6254(c)          -> 6254(c)     sections of state laws, as the table of exemptions has them

Statutes that State names behind B3 and the FBI's category numbers are read over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from readingroom.exemptions import EXEMPTIONS

_CLASSIFIED = r"[1lI]\s?[.,]?\s?4\s?[({]?\s?[A-Ha-h0]\s?[)}]"
_PRIVILEGE = r"(?:DPP?|ACP?|A?WP|PCP|CI)"  # which privilege it is, behind the code
_BRACKETED = rf"\([bB]\)\s?\([1-9]\)(?:\s?\([A-Fa-f]\)(?!\s?\([1-9]))?(?:\s?/\s?[A-Z]{{2,3}}|\s{_PRIVILEGE}\b)?"
_PRIVACY_ACT = r"\((?:[dD]\)\s?\(5|[jJ]\)\s?\([12]|[kK]\)\s?\([1-7])\)"
_NAMED = rf"(?:Ex|Exemption)\s?\.?\s?[1-9](?:\s?\([A-Fa-f]\))?(?![\d.])(?:\s{_PRIVILEGE}\b)?"
_SECTION = r"(?:[sS]\.?|[sS]ec(?:tion|\.))\s?\d{2}[A-H]?(?:\s?\(\d{1,2}\))?(?:\s?\([a-h]\))?(?![\d.])"
_PRESIDENTIAL = r"P[1-6]/\(?b\)?\s?\(?[1-9]\)?"
_CATEGORIES = r"(?:\s?-\s?\d{1,2}(?:\s?,\s?-?\s?\d{1,2})*(?!\d))?(?:\s[Pp]er\s[A-Z]{2,6}\b)?"
_BARE = (
    r"[Bb]\s?[1-9](?:\s?\([A-Fa-f]\)|(?<=7)\s?[A-F]\b)?"
    rf"(?:(?:\s(?:CIA|PERS/ORG|INA|ATSA|NSA|ARMS|EXP|CONTR)\b)+|{_CATEGORIES})"
)

# What may be printed in front of a section: the law's name, short, and a section mark.
_LAW = (
    r"(?:Gov(?:\.|ernment)?\.?\sCode|Tex\.|Cal\.|RCW|AS|ORS|MCLA?|O\.?C\.?G\.?A\.?|C\.?R\.?S\.?|N\.?J\.?S\.?A\.?"
    r"|POL|FOIL|RTKL|RSMo|R\.?C\.?|F\.?S\.?|Fla\.\sStat\.|Minn\.\sStat\.|C\.?G\.?S\.?|5\sILCS\s140/?|IC|Va\.\sCode"
    r"|GP|M?\.?G\.?L\.?,?\sc(?:h?\.|hapter)\s?4,?|D\.C\.\sCode|Woo|Wob|[Aa]rt(?:\.|ikel)?)\s?"
)
_SIGN = r"(?:§{1,2}|[Ss]ec(?:tion|\.))\s?"
_OWN_WAY = ("us", "us-eo", "us-pa", "us-pra", "uk", "uk-sct", "ca-fed", "au")  # laws whose codes are read above
_FURTHER = r"(?:\s?\([0-9A-Za-z]{1,4}\)){0,3}"


def _printed(codes: Iterable[str]) -> str:
    """Any of these sections, with the blanks that print and OCR leave in them."""
    forms = (r"\s?".join(map(re.escape, re.split(r"(?=\()", code))) for code in codes)
    return "|".join(sorted(forms, reverse=True))


def _bare_number(code: str) -> bool:
    """A section so short that it could be any number: it counts only with its law or a section mark in front."""
    return re.fullmatch(r"[\d.-]+", code) is not None and sum(map(str.isdigit, code)) <= 5


_SECTIONS = sorted({one.code for one in EXEMPTIONS if one.law not in _OWN_WAY})
_STATE = (
    rf"(?:{_LAW})?(?:{_SIGN})?(?P<section>(?=\d)(?:7\s?\(26\)\s?\([a-u]\)"
    rf"|(?:{_printed(code for code in _SECTIONS if not _bare_number(code))}){_FURTHER}))(?![\w.]*\d)"
    rf"|(?:{_LAW}(?:{_SIGN})?|{_SIGN})"
    rf"(?P<number>(?:{_printed(code for code in _SECTIONS if _bare_number(code))}){_FURTHER})(?![\w.]*\d)"
)

CODE = re.compile("|".join((_CLASSIFIED, _BRACKETED, _PRIVACY_ACT, _NAMED, _PRESIDENTIAL, _BARE, _SECTION, _STATE)))
_PLAIN = re.compile(r"\(\?P<\w+>")
_ONE = _PLAIN.sub("(?:", CODE.pattern)
CODES = re.compile(rf"(?:{_ONE})(?:[\s,;.]*(?:{_ONE}))*[\s,;.lI|]*(?:\s1)?")
MISREAD = re.compile(r"B[Il|]")  # B1, where a column of codes makes it sure
LAST_CODE = re.compile(rf"(?:^|\s)((?:{_CLASSIFIED}|{_BARE})[,.]?)$")
BRACKETED_WORD = re.compile(rf"[^\w(]{{0,2}}{_BRACKETED}\W{{0,3}}")
NAMED_WORD = re.compile(rf"{_NAMED}|{_SECTION}")

LEGEND = 8  # different codes on one page, from which on it lists what codes there are

# What is printed on a box beside codes.
LABEL = re.compile(
    r"\b(?:redact(?:ed|ion)?|withheld|deleted?|exempt(?:ion|ed)?s?|exemption|privacy|personal|privileged?|foia|foip|pii"
    r"|non-?responsive|n/?r|out ?of ?scope|not ?relevant|material|information|per|under|section|or|and|ex"
    r"|buiten|verzoek|reikwijdte|gelakt)\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(r"[^\w]+|_")


def normal_codes(text: str) -> tuple[str, ...]:
    """The exemption codes in a text, normalised and in printed order: "(b)(7)(c), 1 .4(D)" gives B7(C), 1.4(D)."""
    found: list[str] = []
    for match in CODE.finditer("B1" if MISREAD.fullmatch(text) else text):
        if section := match["section"] or match["number"]:
            found.append(re.sub(r"\s", "", section).removeprefix("7(26)("))
            if "(26)(" in section:
                found[-1] = "26(" + found[-1]
        else:
            found += _normal(re.sub(r"\s", "", match[0]).upper())
    return tuple(dict.fromkeys(found))


def _normal(code: str) -> tuple[str, ...]:
    """A code of the laws that are read in their own way, blanks out, in capitals."""
    if code[0] in "1LI":
        return ("1.4(" + code[-2].replace("0", "D") + ")",)
    if code[0] == "S":
        section = re.sub(r"^S(?:EC(?:TION|\.)|\.)?", "", code)
        return ("s." + re.sub(r"\(([A-H])\)$", lambda letter: letter[0].lower(), section),)
    if code[0] == "E":
        number = re.sub(r"^EX(?:EMPTION)?\.?", "", code)
        return ("Ex. " + re.sub(rf"({_PRIVILEGE})$", r" \1", number),)
    if code[0] == "P":
        return (code[:2], "B" + re.sub(r"\D", "", code[2:]))
    if code.startswith("(B)"):
        return (re.sub(r"(?<=[\d)])(?=[A-Z]{2})", "/", "B" + code[4] + code[6:]),)
    if code[0] == "(":
        return (code,)
    letter = re.match(r"B7\(?([A-F])\)?", code)
    return (f"B7({letter[1]})" if letter else code[:2] + (code[2:5] if code[2:3] == "(" else ""),)


def is_label(printed: str) -> bool:
    """Whether this is nothing but codes and words that stand on redactions."""
    if not (CODE.search(printed) or LABEL.search(printed)):
        return False
    return not _SAYS_NOTHING.sub("", LABEL.sub("", CODE.sub("", printed)))
