"""Findings: what the release shows as a whole. A folder or file each, and none knows another.

Takes: messages with their copies. Gives: words hidden in one copy and printed in another, gaps, reuse.
Owns: what counts as one of these, and how sure it is.
Open first: `__init__.py`, of this room and of each folder.
"""

__all__: list[str] = []
