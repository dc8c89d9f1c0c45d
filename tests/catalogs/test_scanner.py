"""Reading: every byte accounted for, everything gettext would refuse refused with its line."""

import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogs.build import read
from tests.conftest import need, outside
from transflow.catalogs.scanner import scan
from transflow.catalogs.strings import quoted, unescape
from transflow.errors import CatalogError

HEAD = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

PREVIOUS = """\
#, fuzzy
#| msgctxt "menu"
#| msgid ""
#| "Turn the key "
#| "twice."
msgctxt "menu"
msgid "Turn the key three times."
msgstr "Den Schlüssel zweimal drehen."

#~| msgid "Old door."
#~ msgid "Older door."
#~ msgstr "Alte Tür."
"""


def rewritten(data):
    """The file as our writer puts the blocks together, without the short cut for unread bytes."""
    return replace(read(data), data=None).dump()


def test_what_was_read_is_written_back():
    data = HEAD + PREVIOUS.encode()
    assert rewritten(data) == data
    catalog = read(data)
    assert catalog.entries[0].previous_msgid == "Turn the key twice."
    assert catalog.blocks[1].previous_msgid == "Old door."


def test_odd_but_legal_files_keep_their_bytes():
    odd = HEAD + (
        b"#!strange mark\n#,no-wrap,  fuzzy\n#. \n#:a.c:1   b.c:2\n"
        b'  msgid   "a"   "b"\n\tmsgstr "c"\n"d" \n\n\n\n'
        b'msgid "one line" msgstr "both"\n# loose end\n'
    )
    assert rewritten(odd) == odd
    catalog = read(odd)
    assert [(e.msgid, e.msgstr) for e in catalog.entries] == [("ab", "cd"), ("one line", "both")]
    assert catalog.entries[0].flags == ("no-wrap", "fuzzy")


def test_long_and_chinese_text_is_joined_without_a_blank():
    data = (
        HEAD
        + (
            'msgid ""\n"See https://example.org/a-very-long-path/"\n"that-goes-on.html now."\n'
            'msgstr ""\n"参见这里的说明，它非常长，"\n"长到任何工具都会折断。"\n'
        ).encode()
    )
    entry = read(data).entries[0]
    assert entry.msgid == "See https://example.org/a-very-long-path/that-goes-on.html now."
    assert entry.msgstr == "参见这里的说明，它非常长，长到任何工具都会折断。"
    assert rewritten(data) == data


def test_files_from_windows_and_of_other_charsets():
    body = '\n#, fuzzy\n#| msgid "Cafe"\nmsgid "Café"\nmsgstr "Kaffeehaus über"\n'
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=%s\\n"\n'
    utf8, latin = head % "UTF-8" + body, head % "ISO-8859-1" + body
    files = [
        b"\xef\xbb\xbf" + utf8.encode(),
        utf8.replace("\n", "\r\n").encode(),
        latin.encode("latin-1"),
        latin.encode(),  # saved as UTF-8, the header forgotten
        utf8.replace("\n", "\r").encode(),
    ]
    for data in files:
        catalog = read(data)
        assert [(e.msgid, e.msgstr) for e in catalog.entries] == [("Café", "Kaffeehaus über")]
        assert catalog.dump() == data
        written = rewritten(data)
        assert b"\r" not in written
        assert not written.startswith(b"\xef\xbb\xbf")
        assert b"charset=UTF-8" in written
        assert "Café".encode() in written


def test_a_file_without_header_gets_one_when_it_is_written():
    data = 'msgid "Été"\nmsgstr "Sommer"\n'.encode()
    catalog = read(data)
    assert catalog.entries[0].msgid == "Été"
    assert catalog.dump() == data
    assert b"charset=UTF-8" in rewritten(data)


REFUSED = {
    "unterminated": ('msgid "a"\nmsgstr "cut of', 2, "closing quote"),
    "cut off": ('msgid "a"\n', 1, "no msgstr"),
    "conflict": ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\n', 2, "conflict"),
    "conflict end": ('msgid "a"\nmsgstr "b"\n>>>>>>> branch\n', 3, "conflict"),
    "twice": ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4, "first in line 1"),
    "junk": ('msgid "a"\nmsgstr "b"\nhello\n', 3, "not PO"),
    "escape": ('msgid "a\\q"\nmsgstr "b"\n', 1, "escape"),
    "loose string": ('"a"\nmsgid "a"\nmsgstr ""\n', 1, "stands alone"),
    "comment inside": ('msgid "a"\n# what?\nmsgstr ""\n', 2, "inside an entry"),
    "not utf-8": (b'msgid "a"\nmsgstr "\xff"\n', 2, "not utf-8"),
    "half obsolete": ('msgid "a"\n#~ msgstr ""\n', 2, "half obsolete"),
    "plural": ('msgid "a"\nmsgstr[0] ""\n', 1, "plural"),
    "no msgid": ('msgstr ""\n', 1, "without msgid"),
    "NUL": ('msgid "a"\nmsgstr "\0"\n', 2, "NUL"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_gettext_would_refuse_is_an_error_with_its_line(case):
    text, line, words = REFUSED[case]
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(CatalogError) as caught:
        scan(data, "fr/tide.po")
    assert caught.value.where == f"fr/tide.po:{line}"
    assert words in str(caught.value)


def test_an_unknown_charset_is_said():
    data = HEAD.replace(b"UTF-8", b"KLINGON")
    with pytest.raises(CatalogError, match="KLINGON"):
        scan(data, "a.po")


def test_quoted_markers_are_no_conflict():
    data = HEAD + b'msgid "Type <<<<<<< HEAD to see it."\nmsgstr "=======\\n>>>>>>> b"\n'
    assert read(data).entries[0].msgstr == "=======\n>>>>>>> b"


def test_escapes_of_gettext():
    assert unescape(r"a\n\t\"\\\303\251\x41\e"[:-2]) == 'a\n\t"\\éA'
    with pytest.raises(ValueError, match="e"):
        unescape(r"\e")


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_survives_being_quoted(text):
    lines = quoted("msgid", text, "#~ ")
    pieces = [line[line.index('"') + 1 : -1] for line in lines.removesuffix("\n").split("\n")]
    assert unescape("".join(pieces)) == text


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused_never_worse(data):
    try:
        catalog = read(data)
    except CatalogError:
        return
    assert catalog.dump() == data
    again = rewritten(data)
    assert [(e.key, e.msgstr) for e in read(again).entries] == [
        (e.key, e.msgstr) for e in catalog.entries
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            'msgid "a"\n', 'msgid "b"\n', 'msgstr "x"\n', 'msgstr ""\n', '"more"\n', "\n",
            "# note\n", "#, fuzzy\n", '#~ msgid "a"\n', '#~ msgstr "y"\n', '#| msgid "p"\n',
            "#. kind\n", "#: f\n", 'msgctxt "c"\n', 'msgid_plural "as"\n', 'msgstr[0] "1"\n',
            'msgstr[1] "2"\n', "=======\n", 'msgid ""\n"q\\"\n', '# n\n\nmsgid "q"\nmsgstr "\\\\t"\n\n',
            '#\n#. k\n#: f\n#, fuzzy,x\nmsgctxt "c"\nmsgid "z"\nmsgstr "z"\n', " \n", 'x"\n',
        ]
    ),
    max_size=14,
)  # fmt: skip


def outcome(data, *, fast):
    try:
        return scan(data, "a.po", fast=fast)
    except CatalogError as error:
        return str(error)


@given(PIECES)
def test_reading_in_one_go_says_the_same_as_line_by_line(pieces):
    data = "".join(pieces).encode()
    assert outcome(data, fast=True) == outcome(data, fast=False)


@given(PIECES)
def test_lines_in_any_order_are_read_or_refused(pieces):
    test_bytes_are_read_or_refused_never_worse.hypothesis.inner_test("".join(pieces).encode())


def test_real_catalogues_come_back_byte_for_byte():
    files = sorted(outside("po").rglob("*.po"))
    assert len(files) > 100
    for path in files:
        data = path.read_bytes()
        catalog = read(data)
        assert catalog.dump() == data, path
        assert outcome(data, fast=True) == outcome(data, fast=False), path
        _agrees_with_polib(catalog, path)


def _agrees_with_polib(catalog, path):
    """polib, the referee, finds the same entries."""
    import polib

    # gettext's own mt.po and nn.po name ISO 8859 and are UTF-8: polib believes the header
    encoding = {"encoding": "utf-8"} if path.name in {"mt.po", "nn.po"} else {}
    theirs = polib.pofile(str(path), wrapwidth=0, **encoding)
    live = {(e.msgctxt or "", e.msgid): e for e in theirs if not e.obsolete and e.msgid}
    for block in catalog.blocks:
        if block.obsolete or not block.msgid:
            continue
        entry = live[block.msgctxt or "", block.msgid]
        forms = list(entry.msgstr_plural.values()) if block.msgid_plural else [entry.msgstr]
        assert list(block.msgstr) == forms, (path, block.line)
        assert block.fuzzy == entry.fuzzy


def test_entries_we_write_ourselves_are_as_msgcat_writes_them(tmp_path):
    """Every block of a real file rendered anew equals what `msgcat --no-wrap` makes of it."""
    path = outside("po") / "gettext-po" / "gettext-tools" / "po" / "fr.po"
    catalog = read(path.read_bytes())
    fresh = replace(
        catalog,
        data=None,
        head=catalog.head._replace(raw=None, body=None),
        blocks=tuple(
            b._replace(raw=None, body=None, gap="\n", references=()) for b in catalog.blocks
        ),
    )
    ours = tmp_path / "ours.po"
    ours.write_bytes(fresh.dump())
    theirs = subprocess.run(
        [need("gettext", "msgcat"), "--no-wrap", str(ours)], capture_output=True, check=True
    ).stdout
    assert theirs == ours.read_bytes()
