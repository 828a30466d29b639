"""The tables of people, findings and corrections, as this version writes them; the first ones are in `tables.py`."""

from __future__ import annotations
