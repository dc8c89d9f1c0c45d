"""An article that says it is in another language than the project's articles."""

import pytest

from transflow.documents import read_article
from transflow.model import Severity


@pytest.mark.parametrize(
    ("text", "form", "said", "line"),
    [
        ("<!DOCTYPE html>\n<html lang=fr><body><p>Bonjour.</p></body></html>", "html", "fr", 2),
        ("<html lang='pt-BR'><body><p>Olá.</p></body></html>", "html", "pt-BR", 1),
        ("---\ntitle: Règles\nlang: fr\n---\n\nBonjour.\n", "markdown", "fr", 0),
        ("---\ntitle: Reglas\nlanguage: es_ES\n---\n\nHola.\n", "markdown", "es_ES", 0),
    ],
)
def test_it_is_told(text, form, said, line):
    (told,) = read_article(text.encode(), format=form).warnings
    assert (told.severity, told.line) == (Severity.WARNING, line)
    assert told.message.startswith(f"says that it is in {said}, and articles here are in en:")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<html lang=en-GB><body><p>Hello.</p></body></html>", "html"),
        ("<p lang=fr>Bonjour.</p><p>Hello.</p>", "html"),
        ("---\ntitle: Rules\nlang: en_US\n---\n\nHello.\n", "markdown"),
        ("---\ntitle: Rules\nlanguage: English\n---\n\nHello.\n", "markdown"),
    ],
)
def test_its_own_language_is_not(text, form):
    assert not read_article(text.encode(), format=form).warnings
