"""How well scans are read: the labelled documents, printed and scanned lightly and hard, read by our own OCR."""

from __future__ import annotations

from typing import Any

from benchmarks.data import labelled
from benchmarks.reading import SHOWN, read_case, score

MODES = ("scan", "hard")
WANTED = {"scan": {"header_exact": 0.88}, "hard": {"header_exact": 0.75}}
SETS = ("clinton-dev", "alaska-dev")


def measure() -> dict[str, Any]:
    """Figures for each set of labels and kind of scan. The labels keep the noise of the text that was printed."""
    figures = {}
    for mode in MODES:
        for labels in SETS:
            truth, folder = labelled(labels, mode)
            name = f"{labels}-{mode}"
            scored = score(name, truth, read_case(name, folder))
            figures[f"{labels}, {mode}"] = {key: scored[key] for key in SHOWN if key in scored} | {
                "wanted": {"sure_and_wrong": 0.005, **WANTED[mode]}
            }
    return figures
