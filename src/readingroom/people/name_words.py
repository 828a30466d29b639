"""Words around names, as data: titles, degrees, what marks a list or an office, and what is no name at all."""

from __future__ import annotations

import re

# Before a name. They say who it is at best together with a post, and are no part of it.
TITLES = frozenset(
    "mr mrs ms miss dr prof professor hon honorable honourable sir dame lord lady rev reverend judge justice president "
    "governor gov lieutenant lt senator sen rep representative congressman congresswoman commissioner director "
    "secretary secy minister ambassador amb mayor chief captain capt colonel col general gen major maj sergeant sgt "
    "admiral adm officer deputy assistant attorney chairman chairwoman chair councillor councilman councilwoman "
    "commander cmdr superintendent".split()
)
# Behind a name.
DEGREES = frozenset("phd md esq pe se jd mba cpa rn aia faia msc bsc ma ba obe mbe cbe qc sj usn usaf usmc ret".split())
GENERATIONS = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset("de del della der den di da du la le van von ter ten al el bin ibn st san".split())

# Words that only lists bear, and words that only desks, units and machines bear.
LIST_WORDS = frozenset(
    "list lists distribution dl distro staff team group members everyone everybody personnel employees subscribers "
    "recipients undisclosed assistants assts duty".split()
)
OFFICE_WORDS = frozenset(
    "office offices center centre desk bureau division unit department dept agency committee council commission board "
    "press news webmaster webmail info information records foia helpdesk help service services support hotline "
    "postmaster mailbox inbox admin administrator administration operations ops watch command secretariat embassy "
    "mission newsroom media alert alerts ticker noreply donotreply subscription subscriptions newsletter mailer "
    "daemon library reception scheduling scheduler switchboard external program programs foundation institute "
    "university association society company corporation".split()
)
MAIL_WORDS = frozenset(
    "mail email e-mail personal private yahoo gmail hotmail aol home work mobile cell blackberry phone account".split()
)
NO_NAME = re.compile(r"\(?b\)?\s?\(?\d\)?(?:\(?[a-f]\)?)?|1\.4\([a-h]\)|redacted|privileged|undisclosed|unknown", re.I)
