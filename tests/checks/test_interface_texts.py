"""Catalogs of programs, which people check too: what good translations there have gets no finding."""

import pytest

GOOD = [
    ("ru", "%sImplemented Interfaces%s:\n", "%sРеализованные интерфейсы%s:\n"),
    ("ru", "%sTotal count%s: %s", "%sОбщее количество%s: %s"),
    ("zh-Hans", "%sPublic key: %s", "%s公钥：%s"),
    ("ru", "Did you mean '%c%c' or '%c='?", "Имелось в виду «%1$c%2$c» или «%3$c=»?"),
    ("es", "(C)", "©"),
    ("fr", "GnuTLS is too old for TLS 1.3.", "GnuTLS est trop ancien pour TLS 1.3."),
    ("es", "The disc with Ubuntu 10.10 is here.", "El disco con Ubuntu 10.10 está aquí."),
]
BAD = [
    ("placeholders", "ru", "%sTotal count%s: %s", "%sОбщее количество: %s"),
    ("placeholders", "fr", "%d files in %s", "%d fichiers"),
    ("placeholders", "es", "Hello __NAME__.", "Hola, __NOMBRE__."),
    ("homoglyphs", "ru", "The pixbuf to render", "Значок (Рixbuf) для отрисовки"),
    ("wordless", "es", "(C) Maria", "©"),
    ("number-format", "fr", "It grew by 1.3 percent.", "La hausse est de 1.3 pour cent."),
    ("number-format", "fr", "In Geneva 1.3 million came.", "À Genève 1.3 million sont venus."),
]


@pytest.mark.parametrize(("locale", "source", "target"), GOOD)
def test_good_ones_get_no_finding(rules, locale, source, target):
    assert rules(source, target, locale, format="text") == set()


@pytest.mark.parametrize(("rule", "locale", "source", "target"), BAD)
def test_bad_ones_get_the_rule_that_names_it(rules, rule, locale, source, target):
    assert rule in rules(source, target, locale, format="text")
