import pytest

from transflow.translation.quantities import compare, localise, settle


@pytest.mark.parametrize(
    ("number", "locale", "right"),
    [
        ("28,000", "fr", "28\u202f000"),
        ("28,000", "es", "28.000"),
        ("28,000", "zh-Hans", "28,000"),
        ("28,000", "ru", "28\u00a0000"),
        ("1,234.5", "es", "1.234,5"),
        ("0.25", "fr", "0,25"),
        ("2024", "fr", "2024"),
        ("7", "es", "7"),
    ],
)
def test_as_the_locale_writes(number, locale, right):
    assert localise(number, "en", locale) == right


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("It took 312,704 filings.", "312.704 solicitudes.", "es"),
        ("1,234.5 points", "1 234,5 points", "fr"),
        ("1.5 million people", "150万人", "zh-Hans"),
        ("12 million students", "1200万学生", "zh-Hans"),
        ("10% more", "10 % de plus", "fr"),
        ("on 29 March 2024", "2024年3月29日", "zh-Hans"),
        ("the 3rd time", "la troisième fois", "fr"),
        ("twelve members", "12 miembros", "es"),
        ("5 offices", "cinco oficinas", "es"),
        ("in 2023", "в 2023 году", "ru"),
        ("in 2023", "في عام ٢٠٢٣", "ar"),
        ("2.5 billion", "25亿", "zh-Hans"),
        ("3 billion", "3000 millones", "es"),
        ("20 亿", "2 billion", "en"),
    ],
)
def test_equal_values(source, draft, locale):
    tag = "zh-Hans" if "亿" in source else "en"
    _, missing, foreign = compare(source, draft, tag, locale)
    assert not missing
    assert not foreign


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("It took 312,704 filings.", "31.704 solicitudes.", "es"),
        ("It rose by 615.43.", "Subió 65,43.", "es"),
        ("28,000 applications", "28.00件申请", "zh-Hans"),
        ("in 2023", "en el año", "es"),
        ("two offices", "37 oficinas", "es"),
    ],
)
def test_other_values(source, draft, locale):
    _, missing, foreign = compare(source, draft, "en", locale)
    assert missing or foreign


def test_a_wrong_number_is_mended():
    assert settle("It took 312,704 filings.", "31.704 solicitudes.", "en", "es")[0] == (
        "312.704 solicitudes."
    )
    assert settle("It grew to 5,600,000.", "增长5.6万万。", "en", "zh-Hans")[0] == "增长5,600,000。"
    assert settle("In 2024 it was 7.", "En 2024 fue 7.", "en", "es") == ("En 2024 fue 7.", (), ())
    assert settle("28,000 x", "28,000 x", "en", "fr", style="source")[0] == "28,000 x"
