"""200 planted quotations against the labelled documents: true ones found, false `exact`."""

from __future__ import annotations

import shutil
import subprocess
import time
from typing import Any

from benchmarks.data import BUILD, many_pages
from benchmarks.quotations import plant, score
from benchmarks.watch import READINGROOM
from readingroom.case import open_case
from readingroom.case.ask_check import check_text
from readingroom.drafts import Text
from readingroom.store import message_of_copies, whole_copies

PAGES = 400
WANTED = {"true_exact": 0.98, "false_exact": 0}


def measure() -> dict[str, Any]:
    """Shares and counts, and the seconds that a check of 200 quotations takes."""
    folder = BUILD / "proof.case"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([*READINGROOM, "add", folder, many_pages(PAGES)], check=True, capture_output=True)
    subprocess.run([*READINGROOM, "read", folder], check=False, capture_output=True)
    case = open_case(folder)
    copies = list(whole_copies(case.store))
    joined = message_of_copies(case.store, [copy_.id for copy_ in copies])
    texts = [
        Text(copy=one.id, message=joined.get(one.id, ""), source=one.source, field="body", passage=one.body)
        for one in copies
    ]
    planted = plant(texts)
    began = time.monotonic()
    scored = score(planted, lambda draft: check_text(case, draft))
    return {
        "pages": PAGES,
        "texts": len(texts),
        "quotations": len(planted),
        "true_exact": scored.true_exact,
        "false_exact": scored.false_exact,
        "told": {f"{kind}: {wording}": count for (kind, wording), count in sorted(scored.told.items())},
        "seconds": round(time.monotonic() - began, 1),
        "wanted": WANTED,
    }
