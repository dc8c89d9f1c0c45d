"""Downloads from a server of our own on loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.engines.build import MODEL, package
from transflow.engines import download, home, packages
from transflow.errors import EngineError


class Server:
    """Serves an index and packages; can break off in the middle, or ignore ranges."""

    def __init__(self, files):
        self.files = files
        self.asked = []
        self.break_after = None
        self.ranges = True
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.answer(self)

            def log_message(self, *args):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def answer(self, handler):
        asked = handler.headers.get("Range", "")
        self.asked.append((handler.path, asked))
        data = self.files.get(handler.path)
        if data is None:
            handler.send_error(404)
            return
        start = int(asked[6:-1]) if asked and self.ranges else 0
        handler.send_response(206 if start else 200)
        part = data[start:]
        handler.send_header("Content-Length", str(len(part)))
        handler.end_headers()
        if self.break_after is not None and handler.path.endswith("model"):
            part, self.break_after = part[: self.break_after], None
            handler.wfile.write(part)
            handler.wfile.flush()
            handler.connection.close()
            return
        handler.wfile.write(part)


@pytest.fixture
def server(tmp_path, monkeypatch):
    data = package(
        tmp_path / "p.argosmodel", folder="translate-en_de-1_9", target="de",
        members={"model/model.bin": MODEL.ljust(400_000, "w")},
    ).read_bytes()  # fmt: skip
    made = Server({"/p.argosmodel": data})
    entry = {"from_code": "en", "to_code": "de", "package_version": "1.9", "type": "translate"}
    old = {**entry, "package_version": "1.0", "links": ["http://127.0.0.1:1/old"]}
    entry["links"] = [f"{made.url}/p.argosmodel"]
    made.files["/index.json"] = json.dumps([old, entry, {"type": "sbd"}]).encode()
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", made.url)
    for leftover in (*home.downloads_dir().glob("*"), home.index_file()):
        leftover.unlink(missing_ok=True)
    yield made
    made.http.shutdown()
    made.http.server_close()


def test_install_the_newest_of_a_locale(server, argos, tmp_path):
    seen = []
    ((made, new),) = packages.install(
        "de", root=tmp_path, progress=lambda what, done, total: seen.append((what, done, total))
    )
    assert new
    assert made.label == "en_de@1.9"
    assert made.path.parent == argos
    done = [(at, total) for what, at, total in seen if what.startswith("downloading")]
    assert done[-1][0] == done[-1][1] > 400_000


def test_two_packages_where_the_way_is_through_english(server, tmp_path):
    """As in Argos' own index, whose packages all begin or end in English."""
    data = package(tmp_path / "q.argosmodel", folder="fr_en", source="fr", target="en").read_bytes()
    server.files["/q.argosmodel"] = data
    index = json.loads(server.files["/index.json"])
    links = [f"{server.url}/q.argosmodel"]
    index.append({"from_code": "fr", "to_code": "en", "package_version": "1.9", "links": links})
    server.files["/index.json"] = json.dumps(index).encode()
    done = packages.install("de", root=tmp_path, source="fr-CA")
    assert [(package.label, new) for package, new in done] == [
        ("fr_en@1.9", True),
        ("en_de@1.9", True),
    ]
    used, _ = packages.chain(packages.list_packages(tmp_path), "fr", "de")
    assert packages.engine_name(used) == "argos/fr_en@1.9+en_de@1.9"


def test_a_broken_download_goes_on_where_it_stopped(server, tmp_path):
    server.break_after = 250_000
    packages.install("de", root=tmp_path)
    ranges = [asked for path, asked in server.asked if path == "/p.argosmodel"]
    assert ranges[0] == ""
    assert ranges[1].startswith("bytes=")
    assert int(ranges[1][6:-1]) > 0


def test_a_server_without_ranges_starts_again(server, tmp_path):
    server.break_after = 250_000
    server.ranges = False
    ((made, _),) = packages.install("de", root=tmp_path)
    assert (made.path / "model" / "model.bin").stat().st_size == 400_000


def test_rubbish_is_not_installed(server, argos, tmp_path):
    server.files["/p.argosmodel"] = b"<html>please log in</html>" * 100
    with pytest.raises(EngineError, match="not a package"):
        packages.install("de", root=tmp_path)
    assert not any(entry.is_dir() for entry in argos.iterdir())


def test_the_index_is_kept_for_when_the_network_is_away(server, monkeypatch):
    assert len(packages.available()) == 2
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:1")
    assert len(packages.available()) == 2


def test_offline_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:1")
    home.index_file().unlink(missing_ok=True)
    with pytest.raises(EngineError, match="cannot be reached") as caught:
        packages.install("de", root=tmp_path)
    assert "transflow models install FILE.argosmodel" in caught.value.hint


def test_no_package_for_the_pair(server, tmp_path):
    with pytest.raises(EngineError, match="no package en -> sw"):
        packages.install("sw", root=tmp_path)


def test_an_entry_without_links(server, tmp_path):
    entry = {"from_code": "en", "to_code": "it", "package_version": None, "links": None}
    server.files["/index.json"] = json.dumps([7, entry]).encode()
    with pytest.raises(EngineError, match="gives no link"):
        packages.install("it", root=tmp_path)


def test_an_index_that_is_none(server):
    server.files["/index.json"] = b"nothing"
    with pytest.raises(EngineError, match="not JSON"):
        download.index()
