"""The wall around every request: which host, which origin, how much, and what the browser may do with the answer.

The server listens on this machine only, and yet any web page open in the same browser can send requests to it. So:
the Host header is one of three literal names with our port (no other name leads here by DNS rebinding); what changes
something must come from our own pages; what another site embeds is refused; and no answer lets a page load anything
from elsewhere or run anything but our own script file.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 5 << 20  # bytes
SAFE_METHODS = frozenset({"GET", "HEAD"})
METHODS = SAFE_METHODS | {"POST"}

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers send Origin: null with our own forms
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """ASGI middleware, the outermost one. `port` is the one that the server listens on."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on; put the headers on every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        refused = self._refusal(scope)
        if refused:
            status, why = refused
            await PlainTextResponse(why + "\n", status)(scope, receive, send_with_headers)
            return
        await self._app(scope, _limited(receive), send_with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        hosts = headers.get("host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, "This server answers to its own address on this machine only."
        if scope["method"] not in METHODS:
            return 405, "Only GET, HEAD and POST are understood."
        site = headers.get("sec-fetch-site", [""])[0]
        origin = headers.get("origin")
        if scope["method"] in SAFE_METHODS:
            navigates = headers.get("sec-fetch-mode") == ["navigate"] and headers.get("sec-fetch-dest") == ["document"]
            if site in ("cross-site", "same-site") and not navigates:
                return 403, "Other sites may link here, and not use what is here."
            return None
        if origin is not None and (len(origin) != 1 or origin[0] != f"http://{hosts[0].lower()}"):
            return 403, "This must be sent from the reading room's own pages."
        if site not in ("same-origin", "none") and (site or origin is None):
            return 403, "This must be sent from the reading room's own pages."
        length = headers.get("content-length", ["0"])[0]
        if not length.isdecimal() or len(length) > 12 or int(length) > LARGEST_BODY:
            return 413, "That is too large: at most 5 MB."
        return None


class BodyTooLarge(Exception):
    """More came than LARGEST_BODY, whatever the headers said."""


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def receive_some() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise BodyTooLarge
        return message

    return receive_some
