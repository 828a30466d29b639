"""Word lists that the checking of quotations rests on. English; one table a subject."""

from __future__ import annotations

# Verbs of an attribution: "I will," she said, "go".
SAYING = frozenset(
    "said says say saying wrote writes write writing asked asks ask asking added adds adding told tells telling replied"
    " replies answered answers answering explained explains noted notes noting continued continues went began begins"
    " begged concluded concludes insisted insists warned warns recalled recalls suggested suggests argued argues read"
    " reads ran instructed instructs ordered orders urged urges joked jokes quipped complained complains declared"
    " declares stated states remarked remarks observed observes conceded concedes admitted admits acknowledged"
    " acknowledges demanded demands promised promises reported reports testified testifies responded responds countered"
    " counters objected objects e-mailed emailed emails mailed typed texted".split()
)

# Words whose coming or going turns a sentence round.
NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor cannot cant without hardly barely scarcely unable"
    " isnt arent wasnt werent dont doesnt didnt wont wouldnt shouldnt couldnt hasnt havent hadnt mustnt neednt"
    " aint".split()
)

# Parts before a hyphen that a word cannot lose; the first ones turn it round.
DENYING_PREFIXES = frozenset("non un anti counter ex no not dis mis".split())
PREFIXES = DENYING_PREFIXES | frozenset(
    "pre post pro re co semi half mid sub vice quasi pseudo self under over".split()
)

# Numbers and dates in words. "second" and "may" are told by how they are written.
NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands"
    " million millions billion billions trillion dozen dozens half third quarter double twice thrice once both"
    " first second fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth"
    " pair couple percent nil noon midnight"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur"
    " thurs fri".split()
)

# Titles before a name: a capital after one of them is a name even at the start of a sentence.
HONORIFICS = frozenset(
    "mr mrs ms miss dr prof sir lady lord sen rep gov gen col maj capt lt sgt adm amb rev hon judge justice president"
    " secretary senator governor minister ambassador general director commissioner".split()
)

# Words so common that agreeing in them means little.
COMMON = frozenset(
    "a an the and or but if of to in on at by for with from as is are was were be been being am it its this that these"
    " those there here he she they we you i me him her them us my his our your their what which who whom when where why"
    " how do does did done has have had will would can could shall should may might must not no yes so than then too"
    " very just also up out about into over after before all any some more most other such only own same one get got"
    " go let please know think need want see said say ok okay thanks thank as well".split()
)

# Words that are often written with a capital and are no name.
NO_NAMES = frozenset("i im ive ill id".split())
