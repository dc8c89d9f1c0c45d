import pytest

from transflow.bcp47 import (
    autonym,
    babel_locale,
    direction,
    gettext_name,
    normalize,
    sentence_space,
    serving,
)
from transflow.errors import TransflowError


@pytest.mark.parametrize(
    ("written", "tag"),
    [("ZH-hans", "zh-Hans"), ("pt_br", "pt-BR"), ("FR", "fr"), ("sr-latn-rs", "sr-Latn-RS")],
)
def test_tags_get_their_canonical_case(written, tag):
    assert normalize(written) == tag


def test_nonsense_is_refused():
    with pytest.raises(TransflowError, match="BCP 47"):
        normalize("klingon-please")


def test_facts_of_locales():
    assert gettext_name("zh-Hans") == "zh_Hans"
    assert direction("ar") == "rtl"
    assert direction("ru") == "ltr"
    assert autonym("fr") == "Français"
    assert autonym("zh-Hans").startswith("简体中文")
    assert sentence_space("zh-Hans") == ""
    assert sentence_space("es") == " "


@pytest.mark.parametrize("first", ["he", "zh-Hans", "ru"])
def test_the_words_of_one_locale_are_no_others(first):
    tags = {"ar": "سبتمبر", "es": "septiembre", "fr": "septembre", "ja": "9月", "ko": "9월"}
    for width in ("wide", "abbreviated", "narrow"):
        for table in (babel_locale(first).months, babel_locale(first).days):
            assert dict(table["format"][width])
            assert dict(table["stand-alone"][width])
    for tag, month in tags.items():
        assert babel_locale(tag).months["stand-alone"]["wide"][9] == month


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("fr", "fr"),
        ("fr-FR", "fr"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", ""),
        ("zh", "zh-Hans"),
        ("pt", "pt-BR"),
        ("pt-PT", ""),
        ("sr-Latn-RS", "sr-Latn"),
        ("sr-RS", ""),
        ("de", ""),
    ],
)
def test_whom_a_text_serves(tag, locale):
    assert serving(tag, ["fr", "zh-Hans", "pt-BR", "sr-Latn"]) == locale
