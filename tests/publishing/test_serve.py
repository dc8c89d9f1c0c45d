import http.client
import json
import re
import threading
import time

import pytest

from transflow.config import Layout
from transflow.config.schema import Workflow
from transflow.errors import CatalogError, TransflowError
from transflow.model import Severity, State
from transflow.publishing.preview import Snapshot
from transflow.publishing.serve import PreviewServer, serve

from .newsroom import Newsroom, found


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path, gate={"require": "approved", "share": 1.0})
    room.translate("fr", "boats", state=State.DRAFT)
    return room


@pytest.fixture
def server(room):
    layout = Layout(room.root, Workflow.model_validate(room.settings))

    def load():
        if (room.root / "locales/broken").exists():
            raise CatalogError("does not end", where="locales/fr/LC_MESSAGES/boats.po:3")
        workflow = Workflow.model_validate(room.settings)
        trouble = getattr(room, "trouble", ())
        return Snapshot(workflow, room.articles(), room.catalogs, room.findings, trouble)

    with PreviewServer(load, layout, "127.0.0.1", 0) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield running
        running.stop()
        running.shutdown()
        thread.join()


def get(server, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_pages_that_are_not_published_are_shown_with_why(server):
    status, page = get(server, "/fr/boats/")
    assert status == 200
    assert "Not published" in page
    assert "100% are asked" in page
    assert re.search(r'<span data-state="draft" data-line="\d+">Oil the wood. fr</span>', page)
    assert 'data-catalog="locales/fr/LC_MESSAGES/boats.po"' in page


def test_hidden_articles_can_be_reviewed_before_they_are_out(server, room):
    room.write("later.md", "---\ntitle: Later\npublish_at: 2030-01-01\n---\n\nSoon.\n")
    server.version += 1
    _, page = get(server, "/en/later/")
    assert "Soon." in page
    assert "it is to be published at 2030-01-01" in page


def test_findings_are_beside_their_sentence(server, room):
    room.findings["boats", "fr"] = [found("numbers", Severity.ERROR, line=14)]
    server.version += 1
    _, page = get(server, "/fr/boats/")
    data = re.search(r'data-findings="([^"]*)"', page)[1].replace("&#34;", '"')
    assert json.loads(data) == [[14, "error", "numbers", "something is wrong"]]


def test_the_rest_of_the_site_is_there(server):
    assert get(server, "/")[0] == 200
    assert "Boats and nets" in get(server, "/fr/")[1]
    assert get(server, "/static/site.css")[0] == 200
    assert get(server, "/static/preview.js")[0] == 200
    assert get(server, "/nowhere/")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../../workflow.yaml",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/static/../serve.py",
        "/assets/boats.md",
        "//etc/passwd",
        "/assets/%00",
    ],
)
def test_nothing_but_the_site_is_served(server, path):
    assert get(server, path)[0] == 404


def test_a_page_of_another_name_cannot_reach_it(server):
    assert get(server, "/fr/boats/", Host="evil.example")[0] == 403
    assert get(server, "/fr/boats/", Host="localhost:8000")[0] == 200


def test_a_change_is_announced_and_shown(server, room):
    get(server, "/fr/boats/")
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=20)
    connection.request("GET", "/-/changes")
    stream = connection.getresponse()
    assert stream.readline() == b"data: 1\n"
    time.sleep(0.6)
    room.write("boats.md", "# Boats\n\nBoats are fast.\n")
    assert stream.readline() == b"\n"
    assert stream.readline() == b"data: 2\n"
    stream.close()
    connection.close()
    assert "Boats are fast." in get(server, "/en/boats/")[1]


def test_what_is_broken_is_said_and_the_server_lives_on(server, room):
    (room.root / "locales").mkdir()
    (room.root / "locales/broken").touch()
    server.version += 1
    status, page = get(server, "/fr/boats/")
    assert status == 500
    assert "locales/fr/LC_MESSAGES/boats.po:3: does not end" in page
    (room.root / "locales/broken").unlink()
    server.version += 1
    assert get(server, "/fr/boats/")[0] == 200


def test_a_file_that_cannot_be_read_is_named_on_every_page(server, room):
    broken = "locales/fr/LC_MESSAGES/boats.po"
    del room.catalogs["boats", "fr"]
    room.trouble = [found("catalog", Severity.ERROR, path=broken, line=7)]
    server.version += 1
    for path in ("/fr/boats/", "/fr/", "/en/tide/"):
        assert f"{broken}:7: something is wrong" in get(server, path)[1]
    assert "it has no catalog" not in get(server, "/fr/boats/")[1]


def test_a_page_that_is_gone_says_why_and_comes_back(server, room):
    """An author who slips in the front matter sees the error in place of the page."""
    (room.root / "articles/tide.md").unlink()
    room.trouble = [found("article", Severity.ERROR, path="articles/tide.md", line=3)]
    server.version += 1
    status, page = get(server, "/en/tide/")
    assert status == 404
    assert "articles/tide.md:3: something is wrong" in page
    assert f'data-version="{server.version}"' in page
    script = re.search(r'<script src="([^"]+)"', page)[1]
    assert "/-/changes" in get(server, script)[1]


def test_a_template_that_comes_goes_and_changes_is_seen(server, room):
    template = room.root / "site/templates/article.html"
    template.parent.mkdir(parents=True)
    assert "HELLO" not in get(server, "/en/tide/")[1]
    for words in ("HELLO", "GOODBYE"):
        template.write_text(
            '{% extends "delivered/article.html" %}{% block after_body %}'
            + words
            + "{% endblock %}"
        )
        server.version += 1
        assert words in get(server, "/en/tide/")[1]
    template.unlink()
    server.version += 1
    assert "GOODBYE" not in get(server, "/en/tide/")[1]


def test_the_workflow_may_change(server, room):
    room.settings["site"]["title"] = "Their newsroom"
    server.version += 1
    assert "Their newsroom" in get(server, "/en/tide/")[1]


def test_a_port_that_is_taken_is_a_clean_error(server, room):
    layout = Layout(room.root, Workflow.model_validate(room.settings))
    with pytest.raises(TransflowError, match="cannot listen"):
        serve(lambda: None, layout, port=server.server_address[1])


def test_publishing_leaves_the_previews_own_files_out(room):
    room.publish()
    assert not [path for path in room.files() if "preview" in path]
