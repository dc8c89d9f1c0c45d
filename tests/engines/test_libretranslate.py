"""The client against a server that speaks the protocol, and against LibreTranslate itself."""

import json
import os
import socket
import struct
import subprocess
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from transflow.config import EngineConfig
from transflow.engines import SteerableEngine, open_engine
from transflow.errors import EngineError

LANGUAGES = [
    {"code": "en", "targets": ["fr", "zh-Hans", "pt-BR"]},
    {"code": "zh-Hans", "targets": ["en"]},
]


class Handler(BaseHTTPRequestHandler):
    broken = False
    busy = 0
    """How often it still says that it is."""
    raw = None
    """What it answers instead."""
    languages: object = LANGUAGES
    version: object = "1.6.5"
    odd = None
    """Does what it likes with the connection instead."""

    def answer(self, data, status=200):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/languages":
            self.answer(self.languages)
        elif self.path == "/spec":
            self.answer({"info": {"version": self.version}})
        else:
            self.answer({}, 404)

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert asked["format"] == "text"
        if type(self).odd:
            type(self).odd(self)
            return
        if type(self).busy:
            type(self).busy -= 1
            self.send_response(429)
            self.send_header("Retry-After", "0")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.raw is not None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(self.raw)))
            self.end_headers()
            self.wfile.write(self.raw)
            return
        if self.broken:
            self.answer({"error": "out of order"}, 500)
            return
        texts = [f"{text} [{asked['source']}>{asked['target']}]" for text in asked["q"]]
        self.answer({"translatedText": texts})

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}"
    Handler.broken, Handler.busy, Handler.raw, Handler.odd = False, 0, None, None
    Handler.languages, Handler.version = LANGUAGES, "1.6.5"
    http.shutdown()
    http.server_close()


def opened(url, target="fr", source="en"):
    spec = {"libretranslate": url}
    return open_engine(EngineConfig(), source, target, root=Path(), spec=spec)


def test_all_sentences_in_order(server):
    engine = opened(server)
    assert engine.name == "libretranslate/en_fr@1.6.5"
    assert not isinstance(engine, SteerableEngine)
    texts = [f"Sentence {n}." for n in range(100)]
    assert [draft.text for draft in engine.translate(texts)] == [f"{t} [en>fr]" for t in texts]
    assert engine.translate([]) == []


def test_the_servers_own_codes(server):
    assert opened(server, "zh-Hans").translate(["a"])[0].text == "a [en>zh-Hans]"
    assert opened(server, "pt-BR").translate(["a"])[0].text == "a [en>pt-BR]"


def test_what_it_does_not_translate(server):
    with pytest.raises(EngineError, match="does not translate en -> de"):
        opened(server, "de")


def test_a_server_that_fails(server):
    engine = opened(server)
    Handler.broken = True
    with pytest.raises(EngineError, match="out of order"):
        engine.translate(["a"])


def test_no_server():
    with pytest.raises(EngineError, match="cannot be reached"):
        opened("http://127.0.0.1:1")
    with pytest.raises(EngineError, match="not the address"):
        opened("file:///etc/passwd")


@pytest.mark.tools
def test_libretranslate_itself(models, tmp_path):
    """A real server on loopback with our packages, from an environment of its own."""
    program = os.environ.get("TRANSFLOW_LIBRETRANSLATE", "")
    if not program:
        pytest.skip("TRANSFLOW_LIBRETRANSLATE does not name the Python that has libretranslate")
    from transflow.engines import home, packages

    packages.install(str(next(models.glob("translate-en_fr-*"))), root=tmp_path)
    offer = {"from_code": "en", "to_code": "fr", "from_name": "English", "to_name": "French"}
    offer.update(type="translate", package_version="0.1", links=[])
    home.index_file().parent.mkdir(parents=True, exist_ok=True)
    home.index_file().write_text(json.dumps([offer]))
    port = "5917"
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [program, str(Path(__file__).with_name("libretranslate_server.py")), "--host", "127.0.0.1", "--port", port, "--load-only", "en,fr"],
            stdout=log, stderr=log, env=dict(os.environ),
        )  # fmt: skip
        try:
            url = f"http://127.0.0.1:{port}"
            for _ in range(200):
                try:
                    urllib.request.urlopen(f"{url}/languages", timeout=2).read()
                    break
                except OSError:
                    assert process.poll() is None, (tmp_path / "log").read_text()
                    time.sleep(1)
            engine = opened(url)
            drafts = engine.translate(["The office opened in 1978.", "A patent protects."])
            assert "1978" in drafts[0].text
            assert drafts[1].text
        finally:
            process.terminate()
            process.wait(20)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"<html>Log in</html>", "something that is no JSON"),
        (b'{"translatedText": ["Une', "something that is no JSON"),
        (b'{"translatedText": ["Une", "Deux"]}', "answered 1 sentence with something else"),
        (b'{"translatedText": [5]}', "answered 1 sentence with something else"),
        (b"[]", "answered 1 sentence with something else"),
        (b'{"translatedText": "Une phrase."}', "answered 1 sentence with something else"),
        (b'{"translatedText": [null]}', "answered 1 sentence with something else"),
        (b'{"translatedText": ["\xff\xfe"]}', "something that is no JSON"),
        (b"[" * 200_000, "something that is no JSON"),
        (b'{"translatedText": ["' + b"a" * 64 * 1024**2 + b'"]}', "more than 67,108,864 bytes"),
    ],
    ids=lambda value: repr(value[:30]),
)
def test_what_is_no_answer_of_libretranslate(server, root, raw, told):
    engine = open_engine(EngineConfig(name={"libretranslate": server}), "en", "fr", root=root)
    Handler.raw = raw
    with pytest.raises(EngineError, match=told):
        engine.translate(["One sentence."])


def test_a_server_that_is_busy_is_asked_again(server, root):
    engine = open_engine(EngineConfig(name={"libretranslate": server}), "en", "fr", root=root)
    Handler.busy = 2
    assert [draft.text for draft in engine.translate(["One."])] == ["One. [en>fr]"]
    Handler.busy = 99
    with pytest.raises(EngineError, match="429"):
        engine.translate(["One."])


def _elsewhere(request):
    request.send_response(302)
    request.send_header("Location", "http://127.0.0.1:1/stolen")
    request.end_headers()


def _cut(request, status):
    request.send_response(status)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b'{"tr')
    request.wfile.flush()
    at_once = struct.pack("ii", 1, 0)
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    request.connection.close()


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (_elsewhere, "sends on to http://127.0.0.1:1/stolen, which nobody named"),
        (lambda request: _cut(request, 200), "cannot be reached"),
        (lambda request: _cut(request, 500), "refused: 500"),
        (
            lambda request: request.answer(b"a\x1b[31mb\nc" * 90, 400),
            r"refused: 400 a \[31mb c.*…$",
        ),
    ],
    ids=["elsewhere", "cut", "cut error", "escapes"],
)
def test_a_server_that_answers_oddly(server, odd, told):
    """What another program says ends neither the run nor up on somebody's terminal as it is."""
    engine = opened(server)
    Handler.odd = odd
    with pytest.raises(EngineError, match=told) as caught:
        engine.translate(["One."])
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    "languages",
    [
        None,
        {"en": ["fr"]},
        [{"code": "en", "targets": 5}],
        [{"code": ["en"], "targets": ["fr"]}],
        [7],
    ],
)
def test_languages_that_are_none(server, languages):
    Handler.languages = languages
    with pytest.raises(EngineError, match="does not translate en -> fr; it has no languages"):
        opened(server)


def test_languages_that_nobody_can_read(server):
    Handler.languages = b"[" * 200_000
    with pytest.raises(EngineError, match="no JSON"):
        opened(server)
    Handler.languages = [{"code": f"c{n}", "targets": []} for n in range(5_000)]
    with pytest.raises(EngineError) as caught:
        opened(server)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "version", ["1 glossary=00000000 draft=00000000", "1\n\n#, fuzzy", "9" * 5_000, {"a": 1}]
)
def test_a_version_that_would_end_the_comment_it_stands_in(server, version):
    Handler.version = version
    assert opened(server).name == "libretranslate/en_fr@unknown"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://",
        "http://[::1",
        "http://127.0.0.1:1/a b",
        "http://127.0.0.1\n:1",
        "http://127.0.0.1:1/?a=b",
    ],
)
def test_what_is_no_address(address):
    with pytest.raises(EngineError, match="is not the address of a LibreTranslate server"):
        opened(address)


def test_a_password_is_not_repeated():
    with pytest.raises(EngineError, match="LIBRETRANSLATE_API_KEY") as caught:
        opened("http://ann:secret@127.0.0.1:1")
    assert "secret" not in str(caught.value)


def test_sentences_for_this_machine_pass_no_proxy(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    assert opened(server).translate(["One."])[0].text == "One. [en>fr]"


def test_a_server_that_drips(server):
    """Each byte in time, the answer never: it has as long as any engine, from the first question on."""

    def drip(request):
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.1)

    Handler.odd = drip
    engine = open_engine(
        EngineConfig(timeout=1), "en", "fr", root=Path(), spec={"libretranslate": server}
    )
    with pytest.raises(EngineError, match="has not answered for 1 seconds"):
        engine.translate(["One."])
    Handler.do_GET, get = drip, Handler.do_GET
    try:
        with pytest.raises(EngineError, match="has not answered for 1 seconds"):
            open_engine(
                EngineConfig(timeout=1), "en", "fr", root=Path(), spec={"libretranslate": server}
            )
    finally:
        Handler.do_GET = get
