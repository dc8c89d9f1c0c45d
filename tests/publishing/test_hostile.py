"""Articles and translations come from outside: nothing they say may run, lie or break a page."""

import json
from xml.etree import ElementTree as ET

import html5lib
import pytest

from transflow.model import State

from .newsroom import Newsroom

EVIL = "</title></script></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>"
ARTICLE = f"""---
title: {json.dumps("Title " + EVIL)}
summary: {json.dumps("Summary " + EVIL)}
author: {json.dumps("Author " + EVIL)}
tags: [{json.dumps("tag " + EVIL)}]
date: 2024-05-05
slug: "../../../etc/passwd"
image:
  src: "javascript:alert(1)"
  alt: {json.dumps("Alt " + EVIL)}
  caption: {json.dumps("Caption " + EVIL)}
---

# Heading <script>alert(1)</script>

Text <img src=x onerror=alert(1)> [link](javascript:alert(1)) [data](data:text/html,x) <b>unclosed

<div class="notice">A person has reviewed this page.</div>

<span data-state="approved">Trust me.</span> <a id="tf-main" href="https://evil.example">x</a>

<style>body {{ display: none }}</style>
<iframe src="https://evil.example"></iframe>
<form action="https://evil.example"><input name="q"></form>
<meta http-equiv="refresh" content="0;url=https://evil.example">

![remote](https://evil.example/track.gif) ![up](../../../../etc/passwd) ![svg](images/evil.svg)

Safe sentence.
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EXECUTABLE = {"script", "iframe", "form", "object", "embed", "base", "style", "input", "svg"}
FURNITURE = {
    "../../static/site.js",
    "../static/site.js",
    "static/site.js",
    "../../../static/site.js",
    "/static/site.js",  # of 404.html, which is shown at any address
}


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path, {"evil.md": ARTICLE})
    room.write("images/evil.svg", SVG)
    room.settings["site"]["outputs"] = ["html"]
    room.translate("ar", state=State.DRAFT)
    hostile = f"ترجمة {EVIL} \u202eesrever\u202c <i>open [x](javascript:alert(1))"
    room.catalogs["evil", "fr"] = [
        type(one)(one.msgid, hostile, State.APPROVED, line=one.line)
        for one in room.catalogs["evil", "ar"]
    ]
    return room


def elements(data):
    return html5lib.parse(data.decode(), namespaceHTMLElements=False).iter()


def test_nothing_runs_on_any_page(room):
    room.publish()
    pages = {path: data for path, data in room.files().items() if path.endswith(".html")}
    assert len(pages) == 8
    for path, data in pages.items():
        for one in elements(data):
            if not isinstance(one.tag, str):
                continue
            if one.tag == "script":
                assert one.get("type") == "application/ld+json" or one.get("src") in FURNITURE
            else:
                assert one.tag not in EXECUTABLE, (path, one.tag)
            for key, value in one.attrib.items():
                assert not key.startswith("on"), (path, key)
                assert key != "style", path
                if key in {"href", "src", "content"}:
                    assert not value.strip().lower().startswith(("javascript:", "data:")), path
            if one.get("http-equiv", "").lower() == "refresh":
                raise AssertionError(path)


def test_no_page_lies_about_itself(room):
    room.publish()
    draft = room.files()["ar/evil/index.html"]
    states = {one.get("data-state") for one in elements(draft) if isinstance(one.tag, str)} - {None}
    assert states == {"draft"}
    notices = [
        one.get("aria-label")
        for one in elements(draft)
        if isinstance(one.tag, str) and one.get("class") == "notice"
    ]
    assert len(notices) == 1
    assert notices[0]
    ids = [one.get("id") for one in elements(draft) if isinstance(one.tag, str) and one.get("id")]
    assert ids.count("tf-main") == 1


def test_no_text_runs_backwards(room):
    room.publish()
    for path, data in room.files().items():
        assert "\u202e" not in data.decode("utf-8", "replace"), path


def test_metadata_and_feeds_stay_well_formed(room):
    room.publish()
    files = room.files()
    for path, data in files.items():
        if path.endswith(".xml"):
            ET.fromstring(data)
    for one in elements(files["fr/evil/index.html"]):
        if one.tag == "script" and one.get("type"):
            assert json.loads(one.text)["@type"] == "NewsArticle"


def test_nothing_from_outside_the_articles_is_copied_and_drawings_that_run_are_not(room):
    report = room.publish()
    files = room.files()
    assert not [path for path in files if "passwd" in path or path.startswith("assets/images/evil")]
    rules = {one.rule for one in report.findings}
    assert {"asset-remote", "asset-missing", "asset-active"} <= rules


def test_an_address_cannot_leave_the_site(room):
    room.publish()
    assert (room.root / "public/fr/evil/index.html").is_file()
    assert not (room.root.parent / "etc").exists()


def test_a_picture_that_is_a_link_out_of_the_project_is_not_followed(room):
    secret = room.root.parent / "secret.png"
    secret.write_bytes(b"secret")
    (room.root / "articles/images/link.png").symlink_to(secret)
    room.write("evil.md", "# Title\n\n![x](images/link.png)\n")
    room.publish()
    assert not [path for path, data in room.files().items() if data == b"secret"]


def test_the_feeds_content_is_as_clean_as_the_page(room):
    room.publish()
    feed = ET.fromstring(room.files()["fr/feed.xml"])
    for content in feed.iter("{http://www.w3.org/2005/Atom}content"):
        for one in elements(content.text.encode()):
            if isinstance(one.tag, str):
                assert one.tag not in EXECUTABLE | {"script"}
                assert not [key for key in one.attrib if key.startswith("on")]
