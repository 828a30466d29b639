"""The answer to one question put to two copies."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """Whether two printed values can be one. `CANNOT_TELL` where a page does not show enough."""

    YES = "yes"
    CANNOT_TELL = "cannot tell"
    NO = "no"
