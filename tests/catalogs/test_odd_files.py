"""Catalogs as tools and accidents leave them, met by a run: told with line and remedy, or read as meant.

A file that cannot be read keeps every byte, and the other locales go on.
"""

import codecs
import re

import pytest

from tests.catalogs.build import gettext_is_content
from tests.project import catalog, make, replace
from transflow import State

WORKFLOW = """\
locales:
  fr: {engine: none}
  de: {engine: none}
"""
ARTICLE = "# Tide\n\nThe tide is low.\n\nThe café is open.\n"
SAID = {
    "Tide": "Marée",
    "The tide is low.": "La marée est basse.",
    "The café is open.": "Le café est ouvert.",
}
LOW = 'msgstr "La marée est basse."'


@pytest.fixture
def project(tmp_path):
    """An article that is translated into French, all of it approved."""
    project = make(tmp_path, WORKFLOW, tide=ARTICLE)
    project.run()
    for source, words in SAID.items():
        path = catalog(project, "fr", "tide")
        replace(path, f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{words}"')
    project.run()
    return project


def line_of(data: bytes, text: str) -> int:
    lines = data.decode().splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


BROKEN = {
    "a half-resolved conflict": (
        lambda t: t.replace(LOW, f'<<<<<<< HEAD\n{LOW}\n=======\nmsgstr "Basse mer."'),
        LOW, 0, "conflict",
    ),
    "the end of a conflict": (
        lambda t: t.replace(LOW, f"{LOW}\n>>>>>>> review"), LOW, 1, "conflict",
    ),
    "an entry twice": (
        lambda t: t + '\nmsgid "The tide is low."\nmsgstr "La mer est basse."\n', "", 0, "twice",
    ),
    "cut off in a string": (lambda t: t[: t.index("est ouvert")], "", 0, "closing quote"),
    "cut off before msgstr": (
        lambda t: t[: t.index('msgstr "Le café')], "The café", 0, "cut off here",
    ),
    "a bare quotation mark": (
        lambda t: t.replace("La marée est", 'La "marée" est'), LOW, 0, "quotation mark",
    ),
    "typographic quotation marks": (
        lambda t: t.replace(LOW, "msgstr “La marée est basse.”"), LOW, 0, "straight",
    ),
    "no charset, whatever Python says": (
        lambda t: t.replace("charset=UTF-8", "charset=idna").encode("ascii", "ignore").decode(),
        "", 0, "charset that is not known: idna",
    ),
    "a page of a proxy": (lambda t: "<html>Please log in</html>\n", "", 1, "is not PO"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told_with_line_and_remedy_and_stays(project, name):
    path = catalog(project, "fr", "tide")
    change, near, offset, said = BROKEN[name]
    good = path.read_bytes()
    path.write_text(change(good.decode()))
    broken = path.read_bytes()
    replace(project.root / "articles" / "tide.md", "café", "bar")
    report = project.run()
    assert path.read_bytes() == broken
    (told,) = [one for one in report.findings if one.rule == "catalog"]
    assert said in told.message
    assert told.path == "locales/fr/LC_MESSAGES/tide.po"
    assert told.line
    if near:
        assert told.line == line_of(good, near) + offset
    assert report.exit_code == 1
    assert "The bar is open." in catalog(project, "de", "tide").read_text()


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("\n", "\r\n").encode(),
        lambda t: t.replace("\n", "\r").encode(),
        lambda t: b"\xef\xbb\xbf" + t.encode(),
        lambda t: t.replace("charset=UTF-8", "charset=ISO-8859-1").encode(),
        lambda t: t.replace("charset=UTF-8", "charset=ISO-8859-1").encode("latin-1"),
        lambda t: t.encode("utf-16"),
        lambda t: codecs.BOM_UTF16_BE + t.encode("utf-16-be"),
        lambda t: t[t.index("# transflow") :].encode(),
        lambda t: t.replace("X-Generator: transflow", "X-Generator: Weblate 5.14").encode(),
    ],
    ids=[
        "CRLF",
        "CR",
        "BOM",
        "UTF-8 named Latin-1",
        "Latin-1",
        "UTF-16",
        "UTF-16BE",
        "no header",
        "Weblate",
    ],
)
def test_what_an_editor_saved_its_own_way_is_read_as_meant(project, change):
    path = catalog(project, "fr", "tide")
    path.write_bytes(change(path.read_text()))
    replace(project.root / "articles" / "tide.md", "The tide is low.", "The tide is not low.")
    report = project.run()
    assert report.exit_code == 0, report.findings
    data = path.read_bytes()
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    text = data.decode()
    assert "charset=UTF-8" in text
    assert all(f'msgstr "{words}"' in text for words in SAID.values())
    (french,) = [one for one in report.sheets if one.locale == "fr"]
    assert french.states == {State.APPROVED: 2, State.CHANGED: 1}


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("\n", "\r").encode(),
        lambda t: b"\xef\xbb\xbf" + t.encode(),
        lambda t: t.replace("charset=UTF-8", "charset=x-foo").encode(),
        lambda t: t.replace("charset=UTF-8", "charset=ISO-8859-1").encode(),
        lambda t: re.sub(
            "Plural-Forms: [^\\\\]*", "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;", t
        ).encode(),
        lambda t: re.sub(
            "Last-Translator: [^\\\\]*", "Last-Translator: FULL NAME <EMAIL@ADDRESS>", t
        ).encode(),
    ],
    ids=["CR", "BOM", "unknown charset", "UTF-8 named Latin-1", "no plural forms", "no name"],
)
def test_what_gettext_would_refuse_or_misread_is_set_right_though_no_sentence_changed(
    project, change, tmp_path
):
    path = catalog(project, "fr", "tide")
    path.write_bytes(change(path.read_text()))
    assert project.run().exit_code == 0
    gettext_is_content(path.read_bytes(), tmp_path)
    assert all(f'msgstr "{words}"' in path.read_text() for words in SAID.values())
    before = path.read_bytes()
    project.run()
    assert path.read_bytes() == before


def test_what_gettext_reads_well_stays_as_a_windows_editor_saved_it(project):
    path = catalog(project, "fr", "tide")
    path.write_bytes(data := path.read_bytes().replace(b"\n", b"\r\n"))
    assert project.run().exit_code == 0
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "altered", ['msgctxt "menu"\nmsgid "The tide is low."', 'msgid "The tide is so low."']
)
def test_words_under_an_altered_sentence_are_not_told_as_gone(project, altered):
    path = catalog(project, "fr", "tide")
    replace(path, 'msgid "The tide is low."', altered)
    report = project.run()
    assert not [one for one in report.notes if "git restore" in one]
    assert LOW in path.read_text()
