"""Findings: what the release shows as a whole. One file each, and none knows another.

Takes: messages with their copies. Gives: words hidden in one copy and printed in another, gaps, reuse.
Owns: what counts as one of these, and how sure it is.
Open first: `__init__.py`.
"""

__all__: list[str] = []
