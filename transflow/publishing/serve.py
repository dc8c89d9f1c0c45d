"""`transflow serve`: the preview over HTTP, on this machine only, reloading by itself."""

import threading
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from transflow.config import Layout
from transflow.errors import TransflowError
from transflow.publishing.preview import Preview, Snapshot

__all__ = ["PreviewServer", "serve"]

_POLL = 0.5
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_STREAM = "/-/changes"
_SCRIPT = "/-/preview.js"
"""The delivered script, also while nothing of the project can be read."""
_PREVIEW_JS = Path(__file__).parent / "static" / "preview.js"


def serve(
    load: Callable[[], Snapshot],
    layout: Layout,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the preview until interrupted.

    Args:
        load: Reads the project as it is; called again after a change.
        layout: The project's paths.
        host: Address to listen on; anything but a loopback address lets others in.
        port: Port to listen on; 0 for any free one.
        ready: Called with the address when the server listens.

    Raises:
        TransflowError: If the port cannot be had.
    """
    try:
        server = PreviewServer(load, layout, host, port)
    except OSError as cause:
        raise TransflowError(
            f"cannot listen on {host}:{port}: {cause.strerror}", hint="choose another --port"
        ) from cause
    with server:
        if ready is not None:
            ready(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
        finally:
            server.stop()


class PreviewServer(ThreadingHTTPServer):
    """Serves a project and watches its files.

    Args:
        load: Reads the project as it is.
        layout: The project's paths.
        host: Address to listen on.
        port: Port to listen on; 0 for any free one.
    """

    daemon_threads = True

    def __init__(self, load: Callable[[], Snapshot], layout: Layout, host: str, port: int) -> None:
        super().__init__((host, port), _Handler)
        self.host = host
        self.changed = threading.Condition()
        self.version = 1
        self._load = load
        self._layout = layout
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._made: tuple[int, Preview] | None = None
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    @property
    def address(self) -> str:
        """Where the preview is."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.server_address[1]}/"

    @property
    def stopped(self) -> bool:
        """Whether waiting requests should end."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """End the watching and whoever waits for a change."""
        self._stopped.set()
        with self.changed:
            self.changed.notify_all()

    def wait(self, version: int) -> int:
        """The version of the files, as soon as it is another one, or after a while."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version or self.stopped, timeout=15)
            return self.version

    def preview(self) -> Preview:
        """The preview of the files as they are."""
        with self._lock:
            version = self.version
            if self._made is None or self._made[0] != version:
                snapshot = self._load()
                self._layout = Layout(self._layout.root, snapshot.workflow)
                self._made = (
                    version,
                    Preview(snapshot, self._layout, datetime.now(UTC), version),
                )
            return self._made[1]

    def allows(self, host: str) -> bool:
        """Whether a request's Host is one we serve: a page elsewhere must not reach us by its own name."""
        name = urlsplit(f"//{host}").hostname or ""
        return self.host not in _LOOPBACK or name in _LOOPBACK

    def _watch(self) -> None:
        seen = _signature(self._watched())
        while not self._stopped.wait(_POLL):
            now = _signature(self._watched())
            if now != seen:
                seen = now
                with self.changed:
                    self.version += 1
                    self.changed.notify_all()

    def _watched(self) -> Iterable[Path]:
        layout = self._layout
        site = layout.root / layout.workflow.site.templates
        yield from (layout.root / "workflow.yaml", layout.reviews)
        for folder in (layout.articles_root, layout.locales, site, site.parent / "static"):
            if folder.is_dir():
                yield from folder.rglob("*")
        for pattern in layout.workflow.glossary.files:
            yield from layout.root.glob(pattern)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "transflow"
    sys_version = ""

    def do_GET(self) -> None:
        if not self.server.allows(self.headers.get("Host", "")):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"not a name of this server\n")
        elif urlsplit(self.path).path == _STREAM:
            self._stream()
        elif urlsplit(self.path).path == _SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript", _PREVIEW_JS.read_bytes())
        else:
            self._answer()

    do_HEAD = do_GET  # noqa: N815

    def _answer(self) -> None:
        version = self.server.version
        try:
            preview = self.server.preview()
            found = preview.get(urlsplit(self.path).path)
        except TransflowError as cause:
            self._trouble(HTTPStatus.INTERNAL_SERVER_ERROR, version, str(cause))
        except Exception:  # noqa: BLE001 - a preview shows what went wrong, and lives on
            self._trouble(HTTPStatus.INTERNAL_SERVER_ERROR, version, traceback.format_exc())
        else:
            if found is not None:
                self._send(HTTPStatus.OK, *found)
            else:
                said = ["There is no page at this address.", *preview.trouble]
                self._trouble(HTTPStatus.NOT_FOUND, version, "\n".join(said))

    def _trouble(self, status: HTTPStatus, version: int, text: str) -> None:
        page = (
            f'<!DOCTYPE html><html lang="en" data-version="{version}"><meta charset="utf-8">'
            '<title>Preview</title><script src="/-/preview.js" defer></script>'
            f"<pre>{escape(text)}</pre><p>The page comes back when that is mended.</p></html>"
        )
        self._send(status, "text/html; charset=utf-8", page.encode())

    def _stream(self) -> None:
        """Server-sent events: one message whenever files changed (HTML Standard, 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        version = 0
        try:
            while not self.server.stopped:
                version = self.server.wait(version)
                self.wfile.write(f"data: {version}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Quiet: what goes wrong is on the page."""


def _signature(paths: Iterable[Path]) -> frozenset[tuple[str, int, int]]:
    found = set()
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        found.add((str(path), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)
