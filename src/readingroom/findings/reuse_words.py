"""Words by which a text shows that it goes round by itself: wires, notices, disclaimers. A table to add to."""

from __future__ import annotations

import re

FUNCTION_WORDS = frozenset(  # such as only sentences have: lists and schedules go without
    "a an and are as at be but by for from had has have he her his i if in is it its not of on or our she so that the"
    " their them there they this to us was we were which who will with would you your".split()
)

GOING_ROUND = (  # in the words that two texts share
    r"intended (?:only |solely )?for the (?:use|addressee|person|named)",
    r"intended recipient",
    r"received this (?:\S+ )?(?:e-?mail|message|transmission) in error|received it in error",
    r"(?:confidential|privileged) (?:and|or) (?:privileged|confidential|proprietary)",
    r"accepts? no (?:liability|responsibility)",
    r"unsubscribe|mailing list|manage your subscription",
    r"margin of (?:sampling )?error|random sample|results (?:are |were )?weighted",
    r"comments that (?:include|contain)|post a comment|terms of (?:use|service)|privacy policy",
    r"recipient's e-?mail system|diagnostic information|delivery (?:has )?failed|undeliverable",
    r"out of (?:the )?office|away from my desk|(?:sporadic|limited|no) access to (?:my )?e-?mail",
    r"(?:immediate|urgent|further) assistance|breaking news|sign up (?:today|now)|subscribe (?:today|now)",
    r"supporters, activists and volunteers|is an? (?:independent|non-?profit|nonpartisan)[^.]{0,80}organi[sz]ation",
    r"do not reply to this|this is an automated|sent from (?:my|a wireless)|is unclassified based on",
)

WIRE = (  # anywhere in a text
    r"\((?:AP|AFP|UPI|Reuters|Bloomberg|dpa|ANSA|Xinhua)\)",
    r"\b(?:Associated Press|Agence France|Reuters|Bloomberg News|News Service|Staff Writer|Op-Ed)\b",
    r"©|\bCopyright\b|All rights reserved",
    r"\b(?:Read more|Post a Comment|Printer-friendly|Page [A-Z]?\d+ of)\b",
    r"https?://(?:www\.)?[\w.-]+/\S*(?:20\d\d|article|story|news|blog|html?)\S*",
)

goes_round = re.compile("|".join(GOING_ROUND), re.IGNORECASE).search
is_wire = re.compile("|".join(WIRE)).search
is_date = re.compile(
    r"\d\d?/\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)", re.IGNORECASE
).search
