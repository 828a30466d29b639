"""The command line: arguments in, calls to the case, printing out. Parsing and printing only.

One file a group of commands: `reading.py` (open, add, read, serve, request), `lists.py`, `look.py` (search, show),
`proof.py` (check, verify), `machine.py` (doctor, stages), `demo.py`. Open first: `main.py`.
"""

from readingroom.cli.main import main

__all__ = ["main"]
