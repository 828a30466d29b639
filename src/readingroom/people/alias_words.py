"""Words that tell whether a short sign stands for somebody, or is something else. Data only; all in small letters."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Before a single letter: somebody is spoken of. "for S", "told D", "S and P".
BEFORE_LETTER = _set(
    "for to with from by of and or that ask asks asked asking tell told via thru through per w w/ if when as since "
    "because think thinks thought understand brief briefed see saw seen meet met call called but so know knows "
    "believe hope  telling than whether where while until after before unless about on copy cc inform informed "
    "including include  includes clear cleared get getting give given send sent let say says said under between "
    "against heard around also former  countries make want wants need needs help helping remind show both now then at "
    "in"
)
# After a single letter: somebody acts, or has a staff.
AFTER_LETTER = _set(
    "is was has had will would can could should may might must wants wanted needs said says asked asks did does staff "
    "office and or bureau team call called thinks hopes who leads led spoke visiting travels attends leaves arrives "
    "with to on for per re if when as has. approved signed cleared"
)
# Only these make a letter somebody when nothing telling stands before it.
ACTS = _set(
    "is was has had will would can could should may might must wants wanted needs said says asked asks did does staff "
    "bureau thinks hopes spoke approved signed cleared"
)
# A number after for, with or to stands for nobody, unless what was sent or said goes to somebody.
SENT_TO = _set("memo message note call calls paper print pass forward brief briefing schedule copy work share spoke")
# What stands before letters and numbers that count or name a kind: "plan B", "Annex C", "May 10".
COUNTED = _set(
    "plan option section part group team vitamin hepatitis class type appendix annex tab schedule exhibit category "
    "line level room gate terminal figure table chapter vol volume phase tier page pages paragraph article rule title "
    "no number nos suite floor flight route highway bldg building unit lot box platform channel chart clause question "
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug  sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur "
    "thurs fri  sat sun day week year chapter pier dock track grade mr mrs ms dr st"
)
# Never signs for somebody, whatever stands beside them.
NOT_SIGNS = _set(
    "a i am pm ok re fw fwd cc bcc ps fyi asap rsvp eob cob oob tbd tba eod eta na n/a aka dob ssn tel fax pdf url "
    "www  http https doc docx xls jpg gif png html est edt pst pdt cst cdt mst mdt gmt utc et pt ct mt bst cet hrs hr "
    "ii iii iv vi vii viii ix xi xii xiii us and/or or the to of in on at by as is it be we he no so do go my me up "
    "if  an not for you and but all are was new please pls thx thanks ty lol btw imo imho jr sr st dr mr mrs ms vs "
    "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec unclassified sbu confidential secret "
    "noforn urgent hot draft final"
)
# Heads of what an office is called. The last ones are bodies outside an agency as well.
OFFICE_HEADS = _set(
    "office bureau division department agency staff directorate unit branch section center centre mission embassy "
    "consulate commission committee council board service secretariat administration authority institute region "
    "district desk team group force command corps operations affairs communications kitchen  organization "
    "organisation union fund bank corporation association foundation university ministry court congress  senate "
    "parliament army police party movement"
)
# Heads of what a post is called.
POST_HEADS = _set(
    "secretary director director-general commissioner chief administrator counselor counsellor adviser advisor "
    "ambassador governor mayor president minister chairman chairwoman chair manager officer engineer coordinator "
    "representative envoy superintendent inspector attorney counsel sheriff treasurer comptroller controller clerk "
    "registrar supervisor deputy undersecretary assistant principal dean provost solicitor surgeon auditor"
)
# Small words inside the name of an office or a post.
INNER = _set("of for the and to in on at & de la des du und")
# Pieces of signs for posts, where the others are signs for offices: "D4-E" is an engineer, "PS/Min" a secretary.
POST_PIECES = _set("ps d dd dc e das pdas as us ed dir a u sec")
# Words with which a message ends, or that open a sentence, and that are nobody's name.
NOT_NAMES = _set(
    "thanks thank thx best regards cheers sincerely yours hope ok okay yes no see let please sorry great good all "
    "done sent love hi hello dear fyi agreed right fine sure morning bravo call  consul can will may april june mark "
    "grant bill state colleagues team folks everyone friends chairman hope rich  frank pat art drew rob sue chip "
    "faith"
)
