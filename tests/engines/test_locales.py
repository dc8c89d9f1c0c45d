import pytest

from transflow.engines.convert import serbian_latin
from transflow.engines.locales import Route, code_tag, routes
from transflow.errors import TransflowError


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("zh-Hans", "zh"),
        ("zh-CN", "zh"),
        ("zh-SG", "zh"),
        ("zh", "zh"),
        ("zh-Hant", "zt"),
        ("zh-TW", "zt"),
        ("zh_HK", "zt"),
        ("zh-Hant-HK", "zt"),
        ("pt", "pt"),
        ("pt-BR", "pb"),
        ("no", "nb"),
        ("fil", "tl"),
        ("fr", "fr"),
        ("sr-Cyrl", "sr"),
    ],
)
def test_first_choice(tag, code):
    assert routes(tag)[0] == Route(code)


def test_regions_that_write_alike_are_served_by_the_language():
    assert [route.code for route in routes("fr-CA")][-1] == "fr"
    assert [route.code for route in routes("en-GB")][-1] == "en"


def test_brazil_and_portugal_do_not_fall_over():
    assert "pt" not in {route.code for route in routes("pt-BR")}
    assert "pb" not in {route.code for route in routes("pt")}
    assert "pb" not in {route.code for route in routes("pt-PT")}


def test_the_other_chinese_script_only_with_a_conversion():
    assert all(route.convert for route in routes("zh-Hant") if route.code == "zh")
    assert all(route.convert for route in routes("zh-Hans") if route.code == "zt")


@pytest.mark.parametrize("tag", ["uz-Cyrl", "az-Cyrl", "pa-PK", "az-IR", "kk-Latn", "mn-Mong"])
def test_a_script_of_its_own_is_not_served_by_the_language(tag):
    """CLDR: Uzbek is written in Latin letters, in Pakistan Panjabi in Arabic ones, and so on."""
    assert tag.partition("-")[0] not in {route.code for route in routes(tag)}


@pytest.mark.parametrize("tag", ["uz-Latn", "ru-Cyrl", "pa-IN", "es-419", "ca-valencia", "de-AT"])
def test_a_script_that_goes_without_saying_is(tag):
    assert routes(tag)[-1] == Route(tag.partition("-")[0])


def test_serbian_in_montenegro_is_written_in_latin_letters():
    assert [routes(tag)[-1].convert for tag in ("sr-ME", "sr-RS", "sr")] == ["sr-Latn", "", ""]


def test_unknown_language():
    with pytest.raises(TransflowError, match="CLDR"):
        routes("xx-Qqqq")


def test_codes_as_tags():
    assert [code_tag(code) for code in ("zh", "zt", "pb", "fr")] == [
        "zh-Hans", "zh-Hant", "pt-BR", "fr",
    ]  # fmt: skip


def test_serbian_in_latin_letters():
    # Vuk's alphabet, letter by letter; Љ Њ Џ are two letters each.
    assert (
        serbian_latin("Љубав и њива у Џакарти, ЊЕГОШ, Ђ") == "Ljubav i njiva u Džakarti, NJEGOŠ, Đ"
    )
    assert serbian_latin("WIPO 2024") == "WIPO 2024"
