"""XLIFF: there and back without loss, states and notes included; translate-toolkit is the referee."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage import xliff as toolkit

from tests.catalogs.build import LATER, NOW, edit, gettext_is_content, message, read, run, states
from transflow.catalogs import dump_xliff, incorporate, merge, parse_xliff
from transflow.errors import CatalogError
from transflow.model import Draft

OLD = (
    "Low tide.",
    "Ten boats came.",
    "The bank is closed.",
    "The sea is calm.",
    'A <b>"c"</b> & d.',
)
NEW = (*OLD[:2], "The bank is not closed.", *OLD[3:])
VERSIONS = ["2.0", "2.1", "1.2"]


def article(texts):
    return (*(message(text) for text in texts), message("Open", context="heading"))


@pytest.fixture
def data():
    made = run(None, article(OLD))
    made = edit(made, "The bank is closed.", "La banque est fermée.", flag=False)
    made = edit(made, "The sea is calm.", "La mer est calme.", flag=False)
    made = edit(made, "Ten boats came.", "Dix bateaux.")
    made = made.replace(b"# transflow", b"# seen by K.\n# transflow", 1)
    return run(run(made, article(OLD)), article(NEW))


def written(data, version):
    return dump_xliff({"news/tide": read(data)}, source_locale="en", locale="fr", version=version)


@pytest.mark.parametrize("version", VERSIONS)
def test_untouched_it_changes_nothing(data, version):
    back = parse_xliff(written(data, version), "x.xlf")
    assert list(back) == ["news/tide"]
    done = incorporate(read(data), back["news/tide"], today=LATER)
    assert done.catalog.dump() == data
    there, here = back["news/tide"], read(data)
    assert there.locale == "fr"
    assert {e.key: (e.msgstr, e.fuzzy, e.comments, e.provenance) for e in there.entries} == {
        e.key: (e.msgstr, e.fuzzy, e.comments, e.provenance) for e in here.entries
    }
    assert {e.msgid: e.state for e in there.entries} == {e.msgid: e.state for e in here.entries}


def test_states_matches_and_terms_are_said_in_xliffs_own_words(data):
    text = dump_xliff(
        {"tide": read(data)},
        source_locale="en",
        locale="fr",
        terms=lambda text: [("tide", ["marée"])] if "tide" in text else [],
    ).decode()
    assert 'srcLang="en" trgLang="fr"' in text
    assert 'state="final" subState="transflow:approved"' in text
    assert 'state="initial" subState="transflow:changed"' in text
    assert text.count("<mtc:match ") == 1
    assert "<gls:term>tide</gls:term>" in text
    assert '<note category="previous-source">The bank is closed.</note>' in text
    old = written(data, "1.2").decode()
    assert old.count('approved="yes"') == 1
    assert old.count("<alt-trans") == 1


def test_a_translator_at_work_in_xliff_2(data, tmp_path):
    text = written(data, "2.1").decode()
    before, rest = text.split("<source>Low tide.</source>", 1)
    begin, _, _ = before.rpartition("<segment ")
    rest = rest.replace("FR&lt;Low tide.&gt;", "Marée basse.", 1)
    text = f'{begin}<segment id="s1" state="translated"><source>Low tide.</source>{rest}'
    back = parse_xliff(text.encode(), "x.xlf")["news/tide"]
    done = incorporate(read(data), back, today=LATER)
    after = run(done.catalog.dump(), article(NEW))
    assert done.taken == 1
    assert states(after) == states(data) | {"Low tide.": "approved"}
    gettext_is_content(after, tmp_path)


def test_translate_toolkit_works_on_1_2(data, tmp_path):
    store = toolkit.xlifffile.parsestring(written(data, "1.2"))
    units = {unit.source: unit for unit in store.units if unit.source}
    assert units["The sea is calm."].target == "La mer est calme."
    assert units["Low tide."].isfuzzy()
    units["Low tide."].target = "Marée basse."
    units["Low tide."].markapproved()
    units['A <b>"c"</b> & d.'].target = 'Un <b>"c"</b> & d.'
    stream = io.BytesIO()
    store.serialize(stream)
    back = parse_xliff(stream.getvalue(), "x.xlf")["news/tide"]
    after = run(incorporate(read(data), back, today=LATER).catalog.dump(), article(NEW))
    assert states(after)["Low tide."] == "approved"
    assert read(after).entry('A <b>"c"</b> & d.').msgstr == 'Un <b>"c"</b> & d.'
    assert states(after)["The bank is not closed."] == "changed"
    gettext_is_content(after, tmp_path)


def test_translate_toolkit_reads_2_x(data):
    toolkit2 = pytest.importorskip("translate.storage.xliff2")
    store = toolkit2.Xliff2File.parsestring(written(data, "2.0"))
    assert {u.source: u.target for u in store.units if u.source}["The sea is calm."] == (
        "La mer est calme."
    )


def test_a_foreign_file_with_cut_segments_and_inline_codes():
    foreign = (
        b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" '
        b'trgLang="fr"><file id="f" original="tide"><unit id="1"><segment state="final"><source>One'
        b".</source><target>Un.</target></segment><ignorable><source> </source></ignorable>"
        b'<segment state="final"><source>T<pc id="1">w</pc>o.</source><target>De<pc id="1">u'
        b"</pc>x.</target></segment></unit></file></xliff>"
    )
    (entry,) = parse_xliff(foreign, "x.xlf")["tide"].entries
    assert (entry.msgid, entry.msgstr, entry.fuzzy) == ("One. Two.", "Un. Deux.", False)


@pytest.mark.parametrize(
    "bad", [b"<xliff", b"<tmx/>", b'<xliff version="1.2"/>', b'<!DOCTYPE a [<!ENTITY b "c">]><a/>']
)
def test_what_is_no_xliff_is_refused(bad):
    with pytest.raises(CatalogError, match=r"x\.xlf"):
        parse_xliff(bad, "x.xlf")


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=20)


@given(st.lists(st.tuples(TEXT.filter(str.strip), TEXT.filter(str.strip)), max_size=3))
def test_any_text_comes_back_in_2_x(pairs):
    texts = {msgid: msgstr for msgid, msgstr in pairs if "\n" not in msgid + msgstr}
    wanted = tuple(message(text) for text in texts)
    made = merge(None, wanted, locale="fr", article_id="tide", today=NOW)
    drafts = {("", text): Draft(words, origin="a/b@1") for text, words in texts.items()}
    catalog = made.catalog.with_drafts(drafts, wanted, NOW)
    found = parse_xliff(dump_xliff({"t": catalog}, source_locale="en", locale="fr"), "x.xlf")["t"]
    assert {e.msgid: e.msgstr for e in found.entries} == {
        e.msgid: e.msgstr for e in catalog.entries
    }


SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
"""Where Debian's php-symfony-translation has OASIS's schemas, found nowhere else in a package."""


def schema(name):
    folder = Path(os.environ.get("XLIFF_SCHEMAS", SCHEMAS))
    if not (folder / name).exists():
        pytest.skip("no OASIS schemas: apt-get install php-symfony-translation")

    class Nearby(etree.Resolver):
        """The schema of `xml:lang` lies beside the others, wherever they look for it."""

        def resolve(self, url, _name, context):
            return (
                self.resolve_filename(str(folder / "xml.xsd"), context)
                if "xml.xsd" in url
                else None
            )

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Nearby())
    return etree.XMLSchema(etree.parse(folder / name, parser))


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("2.0", "xliff-core-2.0.xsd"),
        ("2.1", "xliff-core-2.0.xsd"),
        ("1.2", "xliff-core-1.2-strict.xsd"),
    ],
)
def test_the_schemas_of_oasis_accept_it(data, version, name):
    """Version 2.1 keeps the namespace and the core of 2.0 (XLIFF 2.1, section 1.1.2)."""
    written = dump_xliff(
        {"tide": read(data), "news/tide": read(data)},
        source_locale="en",
        locale="fr",
        version=version,
        terms=lambda text: [("tide", ["marée"])] if "tide" in text else [],
    )
    rules = schema(name)
    assert rules.validate(etree.fromstring(written)), rules.error_log
    broken = written.replace(b"<source>", b"<sauce>").replace(b"</source>", b"</sauce>")
    assert not rules.validate(etree.fromstring(broken))
