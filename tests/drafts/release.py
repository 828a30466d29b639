"""A small fictional release: the ferries of Saltmarsh, and who was to paint them."""

from __future__ import annotations

import textwrap

from tests.drafts.in_memory import InMemory, text

MESSAGES = {
    "order": """Captain Brill wants seven ferries painted before the regatta on May 14, and not one of them in grey.
        Please send me by Tuesday noon the names of the three worst hulls in your yard. I do not care what the
        hulls cost as long as they look new from the pier. If a yard cannot find three, it takes the difference
        from the yard next door. The budget is $1.2 million, of which $65,000 is already spent.""",
    "yard": """We have no hull in Northgate that would pass for the worst. Two are sound, and the third sank in 1998. I
        will not write down a sound hull as rotten, and I don't think that the board should ask anyone to do so.
        Mr. Osgood has offered to lend us the Petrel, which is well-known to leak.""",
    "chaser": """It is 9:31 and I am still missing Northgate and Eastling. Reply to all so that Odette can see that you
        did. Fifteen hulls went up to the board at nine, and the chair asked why it was not eighteen.""",
    "answer": """Northgate will have its list with you first thing tomorrow; Wendell is typing it now. He would have
        been
        quicker if the line had not been down. All dry. Only two have a mast.""",
    "counsel": """The authority for repainting is the safety of passengers. Appearance is not in the statute, and
        neither
        is the regatta. I would advise the harbour office to keep every record of this request until further
        notice.""",
    "press": """Say that the ferries were selected by the yards from their current inspection records. Nobody needs to
        know about the regatta. "Is the Petrel one ferry or two?" the reporter asked; tell her that it is a
        misprint.""",
    "supper": """Thank you for the supper. Let me know if you need anything else. The children are well and back in
        school, and the dog has eaten the tide table again.""",
    "minutes": """The board tabled the paint rule five to two. The chair wanted a list that somebody has signed, and
        said
        that the yards had 30 days to produce it. Ms. Quillon voted against, as did Dr. Abara.""",
    "thanks": """Thank you. Let me know if you need anything else before the regatta.""",
    "thanks again": """Will do. Let me know if you need anything else.""",
}


def lay(words: str, width: int = 60) -> str:
    """The words as a page prints them: in lines, here and there a word cut by a hyphen."""
    lines = textwrap.wrap(" ".join(words.split()), width, break_on_hyphens=True)
    cut = []
    for number, line in enumerate(lines):
        head, _, last = line.rpartition(" ")
        if number % 2 and last.isalpha() and len(last) > 6 and number + 1 < len(lines):
            cut.append(f"{head} {last[:4]}-")
            lines[number + 1] = f"{last[4:]} {lines[number + 1]}"
        else:
            cut.append(line)
    return "\n".join(cut)


def release() -> InMemory:
    """The messages with their subjects."""
    bodies = [text(lay(words), message) for message, words in MESSAGES.items()]
    subjects = [text(f"Fw: {message}", message, field="subject") for message in MESSAGES]
    return InMemory([*bodies, *subjects])
