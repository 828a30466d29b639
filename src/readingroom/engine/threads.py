"""Threads of this process, for what waits for the disk and not for the processor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
R = TypeVar("R")

THREADS = 4  # a disk that is told to force one file takes others meanwhile


def side_by_side(function: Callable[[A], R], arguments: Iterable[A]) -> list[R]:
    """What the function gives for each argument, in their order, some called at a time. Raises what it raises."""
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(function, arguments))
