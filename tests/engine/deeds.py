"""What jobs do in these tests: at the top of a module, so that a worker process can find them."""

import ctypes
import os
import signal
import time


def double(number):
    return 2 * number


def double_or_raise(number):
    if number % 3 == 0:
        raise ValueError(f"no {number}")
    return 2 * number


class Unsendable(Exception):
    """An exception that cannot be made again in another process."""

    def __init__(self, one, two):
        super().__init__(f"{one} {two}")


def raise_unsendable(_):
    raise Unsendable("a", "b")


def deed(name):
    """Something good or bad, by name."""
    match name:
        case "exit":
            os._exit(7)
        case "segfault":
            ctypes.string_at(0)
        case "abort":
            os.abort()
        case "memory":
            return len(bytearray(3 << 30))
        case "loop":
            while True:
                pass
        case "system exit":
            raise SystemExit(3)
        case "no memory":
            raise MemoryError
        case "doze":
            time.sleep(1.6)
        case "lambda":
            return lambda: name  # cannot be sent
        case "interrupt":
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.1)
    return f"did {name}"


def sleep_long(folder):
    """Says by a file that it has begun, and sleeps."""
    with open(os.path.join(folder, str(os.getpid())), "w"):  # noqa: PTH118, PTH123
        pass
    time.sleep(120)
