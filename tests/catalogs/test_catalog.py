"""What a catalog answers."""

import pytest

from tests.catalogs.build import edit, message, messages, read, run
from transflow.catalogs import parse


def test_every_line_of_an_entry_leads_to_it():
    data = run(None, (message("Low tide."), message("Open", context="heading"), message("Salt.")))
    data += b'\n#~ msgid "Gone."\n#~ msgstr "Parti."'
    lines = data.decode().split("\n")
    catalog = read(data)
    owner = ""
    for number, text in reversed(list(enumerate(lines, 1))):
        found = catalog.entry_at(number)
        if text.startswith("msgstr"):
            owner = {"Low": "Low tide.", "Ope": "Open", "Sal": "Salt."}.get(text[11:14], "")
        wanted = owner if text and not text.startswith("#~") and number > 14 else ""
        assert (found.msgid if found else "") == wanted, (number, text)


def test_wrapped_strings_and_a_file_without_header():
    data = b'# note\nmsgctxt ""\n"a "\n"b"\nmsgid ""\n"x "\n"y"\nmsgstr "z"\n'
    catalog = read(data)
    for number in range(1, 9):
        assert catalog.entry_at(number).key == ("a b", "x y")
    assert catalog.entry_at(9) is None
    assert catalog.entries[0].line == 5


def test_the_locale_comes_from_the_caller_the_header_or_the_path():
    bare = b'msgid "a"\nmsgstr ""\n'
    assert parse(bare, "locales/zh_Hans/LC_MESSAGES/news/tide.po").locale == "zh-Hans"
    assert parse(bare, "tide.po").locale == ""
    assert parse(bare, "tide.po", locale="fr").locale == "fr"
    headed = b'msgid ""\nmsgstr ""\n"Language: pt_BR\\n"\n\n' + bare
    assert parse(headed, "locales/fr/LC_MESSAGES/tide.po").locale == "pt-BR"


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("sr@latin", "sr-Latn"),
        ("sr_RS.UTF-8@latin", "sr-Latn-RS"),
        ("uz@cyrillic", "uz-Cyrl"),
        ("ca@valencia", "ca-valencia"),
        ("fr_FR.UTF-8", "fr-FR"),
        ("zh_TW", "zh-TW"),
    ],
)
def test_locales_are_known_by_their_names_in_the_c_library(name, tag):
    data = f'msgid ""\nmsgstr ""\n"Language: {name}\\n"\n\nmsgid "a"\nmsgstr ""\n'
    assert parse(data.encode(), "tide.po").locale == tag


def test_what_documents_take_as_known_are_the_live_sentences():
    data = edit(run(None, messages("Low tide.", "Gone.")), "Gone.", "Parti.")
    data = run(data, messages("Low tide."))
    assert read(data).msgids == {"Low tide."}
    assert [e.msgid for e in read(data).obsolete] == ["Gone."]
