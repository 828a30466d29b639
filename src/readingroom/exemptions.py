"""Exemption codes of records laws and what each lets an agency withhold: one table, in our own short words.

    explain("B7(C)")   -> 5 U.S.C. 552(b)(7)(C): law enforcement records: personal privacy
    explain("s.40(2)") -> three laws print codes like that; all that fit are given, and none is chosen

A code is written here as `pages.codes.normal_codes` gives it. Laws are amended: the words say what a code stands for on
a page, and are no advice. Not all states are here, and of those that are, the codes that stand on e-mail most often.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Exemption(NamedTuple):
    """One ground for withholding."""

    law: str  # key of LAWS
    code: str  # as `normal_codes` writes it
    meaning: str


# Short name of each law, as it is cited.
LAWS = {
    "us": "U.S. Freedom of Information Act, 5 U.S.C. 552",
    "us-eo": "U.S. Executive Order 13526 (classified information)",
    "us-pa": "U.S. Privacy Act, 5 U.S.C. 552a",
    "us-pra": "U.S. Presidential Records Act, 44 U.S.C. 2204(a)",
    "ak": "Alaska Statutes",
    "ca": "California Government Code (6250 to 6270 until 2022)",
    "co": "Colorado Revised Statutes",
    "ct": "Connecticut General Statutes",
    "dc": "Code of the District of Columbia",
    "fl": "Florida Statutes",
    "ga": "Official Code of Georgia",
    "il": "Illinois, 5 ILCS 140",
    "in": "Indiana Code",
    "ma": "Massachusetts General Laws, c. 4, s. 7, clause 26",
    "md": "Maryland General Provisions",
    "mi": "Michigan Compiled Laws",
    "mn": "Minnesota Statutes",
    "mo": "Missouri Revised Statutes",
    "nj": "New Jersey Statutes",
    "ny": "New York Public Officers Law",
    "oh": "Ohio Revised Code",
    "or": "Oregon Revised Statutes",
    "pa": "Pennsylvania Right-to-Know Law",
    "tx": "Texas Government Code",
    "va": "Code of Virginia",
    "wa": "Revised Code of Washington",
    "uk": "United Kingdom, Freedom of Information Act 2000",
    "uk-sct": "Scotland, Freedom of Information (Scotland) Act 2002",
    "ca-fed": "Canada, Access to Information Act",
    "au": "Australia, Freedom of Information Act 1982",
    "nl": "Netherlands, Wet open overheid (Woo)",
    "nl-wob": "Netherlands, Wet openbaarheid van bestuur (Wob, until 2022)",
}

_TABLE = """
us      B1                 classified in the interest of national defence or foreign policy
us      B2                 internal personnel rules and practices
us      B3                 another statute forbids disclosure (it should be named beside the code)
us      B4                 trade secrets; confidential commercial or financial information
us      B5                 privileged memoranda within or between agencies (drafts and advice, attorney and client)
us      B6                 personnel, medical and similar files: personal privacy
us      B7                 law enforcement records
us      B7(A)              law enforcement records: would interfere with enforcement proceedings
us      B7(B)              law enforcement records: would deprive a person of a fair trial
us      B7(C)              law enforcement records: personal privacy
us      B7(D)              law enforcement records: a confidential source
us      B7(E)              law enforcement records: techniques, procedures and guidelines
us      B7(F)              law enforcement records: would endanger somebody's life or safety
us      B8                 examination of financial institutions
us      B9                 geological information on wells
us-eo   1.4(A)             military plans, weapons systems or operations
us-eo   1.4(B)             foreign government information
us-eo   1.4(C)             intelligence activities, sources and methods; cryptology
us-eo   1.4(D)             foreign relations or foreign activities of the United States
us-eo   1.4(E)             scientific, technological or economic matters of national security
us-eo   1.4(F)             safeguarding nuclear materials or facilities
us-eo   1.4(G)             vulnerabilities or capabilities of systems and installations
us-eo   1.4(H)             weapons of mass destruction
us-pa   (D)(5)             compiled in anticipation of a civil action
us-pa   (J)(1)             records of the Central Intelligence Agency
us-pa   (J)(2)             records of criminal law enforcement
us-pa   (K)(1)             classified information
us-pa   (K)(2)             investigations for law enforcement other than criminal
us-pa   (K)(3)             protection of the President and others
us-pa   (K)(4)             statistical records
us-pa   (K)(5)             suitability for federal employment: a source that was promised confidence
us-pa   (K)(6)             testing or examination material
us-pa   (K)(7)             promotion in the armed services: a source that was promised confidence
us-pra  P1                 classified national security information
us-pra  P2                 appointments to federal office
us-pra  P3                 a statute forbids disclosure
us-pra  P4                 trade secrets; confidential commercial or financial information
us-pra  P5                 confidential advice between the President and advisers, or among advisers
us-pra  P6                 personal privacy
ak      40.25.120(a)(1)    vital statistics and adoption
ak      40.25.120(a)(2)    records of juveniles
ak      40.25.120(a)(3)    medical and public health records
ak      40.25.120(a)(4)    federal or state law keeps it confidential
ak      40.25.120(a)(6)    law enforcement records
ca      6254(a)            preliminary drafts, notes and memoranda not kept in the ordinary course
ca      6254(b)            pending litigation
ca      6254(c)            personnel, medical and similar files: personal privacy
ca      6254(f)            law enforcement investigations
ca      6254(k)            federal or state law, with privileges of the Evidence Code
ca      6255               public interest in withholding clearly outweighs that in disclosure
ca      7922.000           public interest in withholding clearly outweighs that in disclosure
ca      7923.600           law enforcement investigations
ca      7927.200           pending litigation
ca      7927.500           preliminary drafts, notes and memoranda not kept in the ordinary course
ca      7927.700           personnel, medical and similar files: personal privacy
ca      7927.705           federal or state law, with privileges of the Evidence Code
co      24-72-204(2)(a)(I)      law enforcement investigations and security procedures
co      24-72-204(3)(a)(II)     personnel files
co      24-72-204(3)(a)(XIII)   deliberative process
ct      1-210(b)(1)        preliminary drafts and notes
ct      1-210(b)(2)        personnel, medical and similar files: personal privacy
ct      1-210(b)(3)        law enforcement records
ct      1-210(b)(4)        strategy in pending claims and litigation
ct      1-210(b)(5)        trade secrets; commercial information given in confidence
ct      1-210(b)(10)       attorney-client privilege and other statutes
dc      2-534(a)(1)        trade secrets and commercial information
dc      2-534(a)(2)        personal privacy
dc      2-534(a)(3)        law enforcement investigations
dc      2-534(a)(4)        privileged memoranda within or between agencies
dc      2-534(a)(6)        another statute forbids disclosure
fl      119.071(1)(d)      attorney work product
fl      119.071(2)(c)      active criminal intelligence or investigation
fl      119.071(3)(a)      security and fire-safety plans
fl      119.071(4)(d)      home addresses and telephone numbers of certain officials and their families
fl      119.071(5)(a)      social security numbers
fl      119.071(5)(b)      bank account, debit and credit card numbers
ga      50-18-72(a)(4)     pending investigation or prosecution
ga      50-18-72(a)(20)    social security and account numbers, private addresses
ga      50-18-72(a)(21)    home addresses and telephone numbers of public employees
ga      50-18-72(a)(41)    attorney-client privilege
ga      50-18-72(a)(42)    attorney work product
il      7(1)(a)            federal or state law forbids disclosure
il      7(1)(b)            private information (identifiers, home address, personal e-mail)
il      7(1)(c)            personal privacy
il      7(1)(d)            law enforcement records
il      7(1)(f)            preliminary drafts, notes and recommendations
il      7(1)(g)            trade secrets; commercial or financial information
il      7(1)(m)            communications with an attorney or auditor
il      7(1)(n)            grievances and discipline of employees
il      7(1)(v)            vulnerability assessments and security measures
in      5-14-3-4(b)(1)     investigatory records of law enforcement
in      5-14-3-4(b)(2)     attorney work product
in      5-14-3-4(b)(6)     advisory or deliberative material
in      5-14-3-4(b)(8)     personnel files
ma      26(a)              a statute exempts it
ma      26(b)              internal personnel rules and practices
ma      26(c)              personnel and medical files: personal privacy
ma      26(d)              policy positions being developed
ma      26(e)              personal notebooks of employees
ma      26(f)              investigatory materials
ma      26(g)              trade secrets given voluntarily and in confidence
ma      26(h)              proposals and bids
ma      26(n)              plans and security of buildings and infrastructure
ma      26(o)              home address, e-mail and telephone number of employees
md      4-301              other law, or a privilege, forbids disclosure
md      4-311              personnel records
md      4-344              letters and memoranda within or between agencies
md      4-351              investigations, intelligence and security procedures
mi      15.243(1)(a)       personal privacy
mi      15.243(1)(b)       law enforcement investigations
mi      15.243(1)(d)       a statute exempts it
mi      15.243(1)(f)       trade secrets given voluntarily and in confidence
mi      15.243(1)(g)       attorney-client privilege
mi      15.243(1)(m)       advisory communications before a final decision
mn      13.37              security information, trade secrets
mn      13.39              civil investigation
mn      13.393             attorney data
mn      13.43              personnel data
mn      13.82              law enforcement data
mo      610.021(1)         legal actions and communications with attorneys
mo      610.021(3)         hiring, firing and discipline of employees
mo      610.021(13)        personnel records
mo      610.021(14)        other law protects it
nj      47:1A-1.1          not a government record: advisory, deliberative, privileged and other matter
nj      47:1A-3            investigation in progress
nj      47:1A-9            other law, or a privilege, exempts it
nj      47:1A-10           personnel and pension records
ny      87(2)(a)           federal or state law exempts it
ny      87(2)(b)           personal privacy
ny      87(2)(c)           contract awards and collective bargaining
ny      87(2)(d)           trade secrets; harm to a firm's competitive position
ny      87(2)(e)           law enforcement records
ny      87(2)(f)           would endanger somebody's life or safety
ny      87(2)(g)           materials within or between agencies
ny      87(2)(h)           examination questions
ny      87(2)(i)           security of information technology
oh      149.43(A)(1)(a)    medical records
oh      149.43(A)(1)(g)    trial preparation records
oh      149.43(A)(1)(h)    confidential law enforcement investigatory records
oh      149.43(A)(1)(v)    federal or state law forbids disclosure
or      192.345(1)         litigation
or      192.345(2)         trade secrets
or      192.345(3)         criminal investigations
or      192.355(1)         advisory communications
or      192.355(2)         personal privacy
or      192.355(4)         given in confidence
or      192.355(9)         other law, or a privilege, forbids disclosure
pa      708(b)(1)          risk of physical harm to, or the security of, an individual
pa      708(b)(2)          public safety
pa      708(b)(3)          security of buildings and infrastructure
pa      708(b)(4)          security of computers
pa      708(b)(5)          medical records
pa      708(b)(6)          personal identification information
pa      708(b)(7)          personnel records
pa      708(b)(10)         predecisional deliberations
pa      708(b)(11)         trade secrets and confidential proprietary information
pa      708(b)(12)         notes and working papers
pa      708(b)(16)         criminal investigation
pa      708(b)(17)         noncriminal investigation
tx      552.101            confidential by law
tx      552.102            personnel files: personal privacy
tx      552.103            litigation
tx      552.104            competition or bidding
tx      552.107            attorney-client privilege
tx      552.108            law enforcement
tx      552.110            trade secrets; commercial or financial information
tx      552.111            agency memoranda; deliberation
tx      552.117            home address, telephone number and family of officials and employees
tx      552.130            motor vehicle records
tx      552.136            account and access device numbers
tx      552.137            e-mail addresses of members of the public
tx      552.139            security of computers
tx      552.147            social security numbers
tx      552.152            would subject an employee to a substantial threat of physical harm
va      2.2-3705.1(1)      personnel information
va      2.2-3705.1(2)      written advice of counsel
va      2.2-3705.1(3)      attorney work product
va      2.2-3705.2         public safety
va      2.2-3705.7(2)      working papers and correspondence of certain officials
va      2.2-3706           law enforcement
wa      42.56.230          personal information
wa      42.56.240          investigations and law enforcement; crime victims
wa      42.56.250          employment and licensing
wa      42.56.270          financial, commercial and proprietary information
wa      42.56.280          preliminary drafts, notes and recommendations
wa      42.56.290          work product in a controversy to which the agency is a party
wa      42.56.420          security
uk      s.21               can be had by other means
uk      s.22               intended for publication
uk      s.23               security bodies
uk      s.24               national security
uk      s.26               defence
uk      s.27               international relations
uk      s.28               relations within the United Kingdom
uk      s.29               the economy
uk      s.30               investigations and proceedings
uk      s.31               law enforcement
uk      s.32               court records
uk      s.33               audit functions
uk      s.34               parliamentary privilege
uk      s.35               formulation of government policy
uk      s.36               prejudice to the effective conduct of public affairs
uk      s.37               communications with the Sovereign; honours
uk      s.38               health and safety
uk      s.39               environmental information
uk      s.40               personal information
uk      s.41               given in confidence
uk      s.42               legal professional privilege
uk      s.43               commercial interests
uk      s.44               another law forbids disclosure
uk-sct  s.25               can be had by other means
uk-sct  s.26               another law forbids disclosure
uk-sct  s.27               intended for publication
uk-sct  s.28               relations within the United Kingdom
uk-sct  s.29               formulation of government policy
uk-sct  s.30               prejudice to the effective conduct of public affairs
uk-sct  s.31               national security and defence
uk-sct  s.32               international relations
uk-sct  s.33               commercial interests and the economy
uk-sct  s.34               investigations
uk-sct  s.35               law enforcement
uk-sct  s.36               confidentiality
uk-sct  s.37               court records
uk-sct  s.38               personal information
uk-sct  s.39               health, safety and the environment
ca-fed  s.13               obtained in confidence from other governments
ca-fed  s.14               federal-provincial affairs
ca-fed  s.15               international affairs and defence
ca-fed  s.16               law enforcement and investigations
ca-fed  s.17               safety of individuals
ca-fed  s.18               economic interests of Canada
ca-fed  s.19               personal information
ca-fed  s.20               third party information
ca-fed  s.21               advice, deliberations and plans
ca-fed  s.22               testing and audits
ca-fed  s.23               legal privilege
ca-fed  s.24               another statute forbids disclosure
ca-fed  s.26               intended for publication
ca-fed  s.69               confidences of the King's Privy Council (cabinet)
au      s.22               irrelevant or exempt matter taken out of a page
au      s.33               national security, defence or international relations
au      s.34               cabinet documents
au      s.37               law enforcement and public safety
au      s.38               secrecy provisions
au      s.42               legal professional privilege
au      s.45               given in confidence
au      s.47               trade secrets
au      s.47B              relations between Commonwealth and States
au      s.47C              deliberative processes
au      s.47E              operations of agencies
au      s.47F              personal privacy
au      s.47G              business
nl      5.1.1a             unity of the Crown
nl      5.1.1b             security of the State
nl      5.1.1c             business information given in confidence
nl      5.1.1d             special personal data
nl      5.1.1e             identification numbers
nl      5.1.2a             relations with other states
nl      5.1.2b             economic or financial interests of the State
nl      5.1.2c             investigation and prosecution of offences
nl      5.1.2d             inspection and supervision
nl      5.1.2e             personal privacy
nl      5.1.2f             business information other than 5.1.1c
nl      5.1.2g             protection of the environment
nl      5.1.2h             security of persons and firms; sabotage
nl      5.1.2i             proper functioning of the State
nl      5.2.1              personal views on policy in internal deliberation
nl-wob  10.1.c             business information given in confidence
nl-wob  10.1.d             special personal data
nl-wob  10.2.a             relations with other states
nl-wob  10.2.b             economic or financial interests of the State
nl-wob  10.2.c             investigation and prosecution of offences
nl-wob  10.2.d             inspection and supervision
nl-wob  10.2.e             personal privacy
nl-wob  10.2.g             disproportionate advantage or disadvantage
nl-wob  11.1               personal views on policy in internal deliberation
"""

EXEMPTIONS = tuple(Exemption(*row.split(None, 2)) for row in _TABLE.strip().splitlines())

# What stands behind a code: B5/DP, B3 INA, b7C-2.
QUALIFIERS = {
    "DP": "deliberative process",
    "DPP": "deliberative process",
    "AC": "attorney-client privilege",
    "ACP": "attorney-client privilege",
    "AWP": "attorney work product",
    "WP": "attorney work product",
    "PCP": "presidential communications",
    "CIA": "Central Intelligence Agency Act",
    "PERS/ORG": "personnel and organisation of an intelligence agency",
    "INA": "Immigration and Nationality Act, section 222(f): visa records",
    "ATSA": "Aviation and Transportation Security Act",
    "NSA": "National Security Act",
    "ARMS": "Arms Export Control Act",
    "EXP": "Export Administration Act",
    "CONTR": "statute on contractors' proposals",
}

_QUALIFIED = re.compile(r"(?P<code>.+?)(?P<joint>[/ ]|-(?=\d{1,2}$))(?P<qualifier>[A-Z]{2,4}(?:/[A-Z]{3})?|\d{1,2})")


@cache
def explain(code: str) -> tuple[Exemption, ...]:
    """Every exemption that prints this code, with what a qualifier adds to its meaning; () for an unknown code.

    A paragraph that is not in the table ("s.40(2)", "552.108(a)") is explained by the section that it belongs to.
    """
    if code.startswith("Ex. "):
        return explain("B" + code.removeprefix("Ex. "))
    found = tuple(one for one in EXEMPTIONS if one.code.casefold() == code.casefold())
    if found:
        return found
    if qualified := _QUALIFIED.fullmatch(code):
        meant = QUALIFIERS.get(qualified["qualifier"])
        plain = explain(qualified["code"])
        return tuple(one._replace(meaning=f"{one.meaning}; {meant}") for one in plain) if meant else plain
    section, bracket, _ = code.rpartition("(")
    return explain(section) if bracket and section else ()


def explained(code: str) -> str:
    """What a code means in one line, every law that prints it; "" for an unknown code."""
    return " | ".join(f"{LAWS[one.law]}: {one.meaning}" for one in explain(code))
