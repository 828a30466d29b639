"""Serving a case on this machine, until Ctrl-C."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import closing, suppress
from hashlib import sha256

import uvicorn

from readingroom.case import Case
from readingroom.case.ask_pictures import Pictures
from readingroom.case.rereading import Rereading
from readingroom.errors import UsageError
from readingroom.web.app import make_app

LOOPBACK = "127.0.0.1"


def serve_case(case: Case, *, port: int = 0, on_ready: Callable[[str], None]) -> None:
    """Serve until interrupted. `on_ready` is called with the address once it can be opened.

    `port` 0: the case's own if it is free, so that an address in somebody's notes holds; else any free one.

    Listens on this machine's own address only. Raises UsageError where the port is taken.
    """
    with (
        closing(_listen(port) if port else _listen_at_own_port(case)) as listener,
        Pictures(case) as picture,
        closing(Rereading(case)) as reread,
    ):
        port = listener.getsockname()[1]
        settings = uvicorn.Config(
            make_app(case, picture, port, reread),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
            h11_max_incomplete_event_size=32 << 10,
        )
        server = _Server(settings, lambda: on_ready(f"http://{LOOPBACK}:{port}/"))
        with suppress(KeyboardInterrupt):  # uvicorn has ended by itself, and says it again
            server.run(sockets=[listener])


class _Server(uvicorn.Server):
    def __init__(self, settings: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(settings)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Once it listens, say so."""
        await super().startup(sockets)
        self._on_ready()


def own_port(case: Case) -> int:
    """The port that a case asks for first: always the same for the same folder, 20,000 to 29,999."""
    return 20_000 + int(sha256(str(case.folder.resolve()).encode(errors="surrogateescape")).hexdigest(), 16) % 10_000


def _listen_at_own_port(case: Case) -> socket.socket:
    try:
        return _listen(own_port(case))
    except UsageError:
        return _listen(0)


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise UsageError(
            f"port {port} cannot be used: {error.strerror}", "name another with --port, or none for any free one"
        ) from None
    return listener
