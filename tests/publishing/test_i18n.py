from datetime import date
from pathlib import Path

import polib
import pytest

import transflow.publishing
from transflow.errors import CatalogError, TransflowError
from transflow.publishing.i18n import candidates, furniture

DELIVERED = Path(transflow.publishing.__file__).parent / "locales"
LOCALES = ["ar", "de", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh-Hans", "zh-Hant"]


@pytest.mark.parametrize("locale", LOCALES)
def test_delivered_words_are_complete(locale):
    template = polib.pofile(str(DELIVERED / "site.pot"))
    catalog = polib.pofile(str(DELIVERED / locale.replace("-", "_") / "LC_MESSAGES/site.po"))
    assert catalog.percent_translated() == 100
    assert {entry.msgid for entry in catalog} == {entry.msgid for entry in template}


def test_a_fallback_has_the_readers_script():
    assert "zh_Hans" in candidates("zh-CN")
    assert "fr" in candidates("fr-CA")
    assert not {"zh_Hans", "zh"} & set(candidates("zh-Hant"))
    assert "zh_Hant" in candidates("zh-TW")
    assert "pt" in candidates("pt-BR")
    assert not {"zh_Hans", "zh"} & set(candidates("zh-TW"))
    assert "sr" not in candidates("sr-Latn")


def test_dates_numbers_and_lists_come_from_cldr():
    day = date(2024, 3, 29)
    assert furniture("zh-Hans").date(day) == "2024年3月29日"
    assert furniture("fr").date(day) == "29 mars 2024"
    assert furniture("fr").date(date(2021, 3, 1)) == "1er mars 2021"
    assert furniture("ru").date(day) == "29 марта 2024\u202fг."
    assert furniture("ar").date(day) == "29 مارس 2024"
    assert furniture("ar", digits="arab").date(day) == "٢٩ مارس ٢٠٢٤"
    assert furniture("fr").number(28000) == "28\u202f000"
    assert furniture("es").listing(["a", "b", "c"]) == "a, b y c"


def test_digits_of_a_script_come_with_its_percent_sign():
    assert furniture("ar", digits="arab").percent(0.09) == "٩٪\u061c"
    assert furniture("ar").percent(0.09).replace("\u200e", "") == "9%"


def test_what_has_no_translation_says_that_it_is_english(tmp_path):
    folder = tmp_path / "he/LC_MESSAGES"
    folder.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "site.po").write_text(f'{header}msgid "Search"\nmsgstr "חיפוש"\n', "utf-8")
    words = furniture("he", project=tmp_path)
    assert words.gettext("Search").marked() == "חיפוש"
    assert words.gettext("Table").marked() == '<span lang="en" dir="ltr">Table</span>'
    assert not furniture("fr").gettext("Important").foreign  # the same word in both languages
    assert not furniture("en-GB").gettext("Table").foreign


def test_english_sentences_in_a_row_are_one_run_with_their_own_space():
    words = furniture("th")
    said = [words.gettext("The original is authoritative."), words.gettext("Nothing found")]
    assert words.join(said) == (
        '<span lang="en" dir="ltr">The original is authoritative. Nothing found</span>'
    )
    chinese = furniture("zh-Hans")
    assert chinese.join([chinese.gettext("Note"), chinese.gettext("Tip")]) == "注提示"


def test_a_share_is_never_rounded_to_all_or_nothing():
    words = furniture("en")
    assert [words.percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%", "1%", "50%", "99%", "100%",
    ]  # fmt: skip


def test_plural_forms_are_the_languages_own():
    many = "This page was translated by a machine. A person has reviewed %(share)s of its %(num)s sentences."
    one = many.replace("sentences", "sentence")
    words = furniture("ru")
    said = {n: str(words.ngettext(one, many, n, share="10 %")) for n in (1, 2, 5)}
    assert "1 предложение)" in said[1]
    assert "2 предложения)" in said[2]
    assert "5 предложений)" in said[5]


def test_a_project_overrides_single_words(tmp_path):
    folder = tmp_path / "fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "site.po").write_text(f'{header}msgid "Notes"\nmsgstr "Renvois"\n')
    words = furniture("fr", project=tmp_path)
    assert words.gettext("Notes") == "Renvois"
    assert words.gettext("Languages") == "Langues"


def test_a_broken_override_is_an_error_with_its_place(tmp_path):
    folder = tmp_path / "fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "site.po").write_text('msgid "Notes\nmsgstr "x')
    with pytest.raises(CatalogError, match=r"site\.po"):
        furniture("fr", project=tmp_path)


@pytest.mark.parametrize("left", ["", "\n", "# French\n"])
def test_an_emptied_override_is_an_error_with_the_way_back(tmp_path, left):
    folder = tmp_path / "fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "site.po").write_text(left)
    with pytest.raises(CatalogError, match="is empty") as found:
        furniture("fr", project=tmp_path)
    assert "delete it" in found.value.hint


def test_values_are_escaped_and_translations_are_no_markup():
    words = furniture("fr")
    assert "<b>" not in words.gettext("Translation software: %(names)s.", names="<b>x</b>")


def test_digits_must_be_a_decimal_system():
    with pytest.raises(TransflowError, match="decimal"):
        furniture("ar", digits="roman")
