"""People: who everybody was, at that date.

Takes: names as printed in headers and bodies, and which copies are one message. Gives: persons with all their
printed names, offices, posts over time, and what an alias stands for. Owns: what joins two printed names.
Open first: `__init__.py`.
"""

__all__: list[str] = []
