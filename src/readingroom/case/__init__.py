"""The case: one movable folder, what is in it, and every question that can be asked of it.

Takes: calls of the command line and the web. Gives: answers as values. Owns: the folder (`folder.py`), the table of
stages (`stages.py`), the one loop that reads (`run.py`), and the questions (`ask_*.py`, one file a subject).
The way of any work: command → case → run loop → room function. Open first: `stages.py`.

    case = make_case(Path("release.case"))
    add_paths(case, [Path("release.pdf")])
    outcome = read_case(case, engine)
"""

from readingroom.case.add import Added, add_paths
from readingroom.case.folder import Case, case_folder_for, is_case, make_case, open_case
from readingroom.case.run import Outcome, Progress, forget_lost_jobs, read_case, read_corrected
from readingroom.case.stage import Stage
from readingroom.case.stages import STAGES

__all__ = [
    "STAGES",
    "Added",
    "Case",
    "Outcome",
    "Progress",
    "Stage",
    "add_paths",
    "case_folder_for",
    "forget_lost_jobs",
    "is_case",
    "make_case",
    "open_case",
    "read_case",
    "read_corrected",
]
