"""Characters that hide or turn text are shown by their names: what comes out of a release may be meant to deceive."""

from __future__ import annotations

import re

# Controls (without tab and line ends), invisible and direction-changing characters, surrogates, non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with each character that cannot be seen written as ‹U+XXXX›."""
    return _UNSEEN.sub(lambda found: f"‹U+{ord(found.group()):04X}›", text)
