"""The error family: what stops a run. What stops only a page is a `model.Problem`, a value.

    ReadingroomError            1
    ├── UsageError              2   the command's words are off
    ├── NoSuchCase              3   there is no case at that path
    ├── CaseBusy                4   another process is writing to the case
    ├── SealBroken              5   a sealed original is not what was received
    ├── NewerCase               6   made by a later version of the program
    ├── NothingRead             7   nothing that was given could be read
    ├── QueryError              8   a search that cannot be understood
    ├── NotFound                9   no such page, copy or message in the case
    └── DraftUnreadable        10   a draft that cannot be read

Other exit codes: 0 all well; 20 done, but some pages or files could not be read (`problems` lists them);
21 `check` found a quotation that is not exact; 130 stopped by Ctrl-C, nothing lost.
Each message says which file and page, what happened, what to do, and what was kept.
"""

from __future__ import annotations

PARTIAL = 20
NOT_ALL_EXACT = 21
INTERRUPTED = 130


class ReadingroomError(Exception):
    """Any failure that ends a command. `hint` says what to do next."""

    exit_code = 1

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


class UsageError(ReadingroomError):
    """The command's words are off."""

    exit_code = 2


class NoSuchCase(ReadingroomError):
    """There is no case at that path."""

    exit_code = 3


class CaseBusy(ReadingroomError):
    """Another process is writing to the case."""

    exit_code = 4


class SealBroken(ReadingroomError):
    """A sealed original is missing or altered."""

    exit_code = 5


class NewerCase(ReadingroomError):
    """The case was made by a later version of the program."""

    exit_code = 6


class NothingRead(ReadingroomError):
    """Nothing that was given could be read."""

    exit_code = 7


class QueryError(ReadingroomError):
    """A search that cannot be understood."""

    exit_code = 8


class NotFound(ReadingroomError):
    """No such page, copy or message in the case."""

    exit_code = 9


class DraftUnreadable(ReadingroomError):
    """A draft that cannot be read."""

    exit_code = 10
