"""Words of posts, as data: what heads a title, what stands before it, what an office is called."""

from __future__ import annotations

# A title holds one of these. Small letters; the plural is no post.
TITLE_HEADS = frozenset(
    "secretary director chief commissioner engineer officer manager inspector supervisor coordinator counsel counselor "
    "counsellor attorney assistant adviser advisor administrator analyst ambassador minister governor mayor president "
    "chair chairman chairwoman chairperson superintendent clerk deputy spokesperson spokesman spokeswoman liaison "
    "specialist agent sergeant lieutenant captain major colonel general admiral commander controller comptroller "
    "treasurer auditor planner professor fellow editor correspondent reporter executive partner representative consul "
    "attache head technician scientist economist nurse warden keeper judge magistrate councillor librarian registrar "
    "producer intern investigator examiner operator dispatcher paralegal scheduler speechwriter solicitor sheriff "
    "marshal trustee curator dean provost principal vice-president undersecretary envoy negotiator cook".split()
)
ACTING = frozenset("acting interim a/g".split())
# Between the words of a title or an office; anything else begins with a capital.
JOINTS = frozenset("of for to the and & in at on de la du und et -".split())
# A line that begins so says for whom somebody signs, not who it is.
SIGNS_FOR = ("for the ", "for ", "on behalf of ", "p.p. ", "pp ", "cc", "to ", "from")
# What the line of an office under a title holds.
OFFICE_NAMES = frozenset(
    "office bureau department dept division district unit agency ministry directorate embassy mission consulate "
    "section branch council commission board committee center centre service services authority administration team "
    "secretariat staff court school university institute association company region shire county city kitchen "
    "transportation operations affairs works parks records press communications legal finance".split()
)
