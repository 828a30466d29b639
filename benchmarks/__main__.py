"""`python -m benchmarks [NAME...]`: run benchmarks and print their figures."""

from __future__ import annotations

import importlib
import json
import platform
import sys
import time

from benchmarks.data import BUILD, NoData

NAMES = (
    "reading",
    "pairs",
    "names",
    "press",
    "boxes",
    "documents",
    "scans",
    "hidden",
    "uneven",
    "reliability",
    "speed",
    "ocr",
    "search",
    "aliases",
    "proof",
    "durability",
    "compare",
    "gaps",
    "corrections",
    "whole",
    "orders",
)


def main() -> int:
    BUILD.mkdir(parents=True, exist_ok=True)
    names = sys.argv[1:] or NAMES
    figures = {}
    for name in names:
        print(f"== {name}: {(importlib.import_module(f'benchmarks.{name}').__doc__ or '').splitlines()[0]}", flush=True)
        began = time.monotonic()
        try:
            figures[name] = importlib.import_module(f"benchmarks.{name}").measure()
        except NoData as missing:
            print(f"   skipped: {missing}")
            continue
        print(json.dumps(figures[name], indent=1))
        print(
            f"   took {time.monotonic() - began:.0f} s on {platform.machine()}, Python {platform.python_version()}",
            flush=True,
        )
    (BUILD / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
