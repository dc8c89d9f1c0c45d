"""Charsets: an article comes back in the one it is written in."""

import codecs

import pytest

from transflow.documents import read_article
from transflow.errors import ArticleError


def page(label, words):
    return f'<html lang="en"><meta charset="{label}"><title>T</title><p>{words}</p></html>'


@pytest.mark.parametrize(
    ("label", "codec", "words", "translation", "written"),
    [
        ("gb18030", "gb18030", "码头开放。", "é 𠀀", "é 𠀀"),
        ("GB2312", "gbk", "码头开放。", "关闭", "关闭"),
        ("big5", "big5", "碼頭開放。", "關 关", "關 &#20851;"),
        ("Shift_JIS", "cp932", "①埠頭は開いた。", "é 閉", "&#233; 閉"),
        ("iso-2022-jp", "iso2022_jp", "埠頭は開いた。", "閉じた é", "閉じた &#233;"),
        ("EUC-KR", "euc_kr", "부두", "é", "&#233;"),
        ("windows-1251", "cp1251", "Причал открыт.", "Да é", "Да &#233;"),
        ("koi8-r", "koi8_r", "Причал", "Да", "Да"),
        ("windows-1256", "cp1256", "مرحبا", "نعم", "نعم"),
        ("ISO-8859-8-I", "iso8859_8", "שלום", "כן", "כן"),
        ("x-mac-cyrillic", "mac_cyrillic", "Причал", "Да", "Да"),
        ("latin1", "cp1252", "café – “x”", "œ 中", "œ &#20013;"),
        ("unicode-1-1-utf-8", "utf-8", "café", "中", "中"),
    ],
)
def test_a_page_is_written_in_the_charset_it_declares(label, codec, words, translation, written):
    data = page(label, words).encode(codec)
    article = read_article(data, format="html")
    assert article.segments[1].text == words
    assert article.render({s.id: s.text for s in article.segments}, "fr") == data
    out = article.render({article.segments[1].id: translation}, "en")
    assert out == page(label, written).encode(codec)


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_says_it_for_every_format(form, mark, codec):
    data = mark + "Grüße vom Kai.\r\n".encode(codec)
    article = read_article(data, format=form)
    assert [segment.text for segment in article.segments] == ["Grüße vom Kai."]
    assert article.render({"u1.s1": "Grüße vom Kai."}) == data
    assert article.render({"u1.s1": "码头"}) == mark + "码头\r\n".encode(codec)


def test_bytes_that_windows_leaves_undefined_are_what_browsers_read():
    data = b'<meta charset="windows-1252"><p>\x93One\x81\x94 two.'
    article = read_article(data, format="html")
    assert article.segments[0].text == "“One\x81” two."
    assert article.render({"u1.s1": "“Un\x81” 中."}) == data.replace(b"One", b"Un").replace(
        b"two", b"&#20013;"
    )


def test_a_declaration_is_found_where_browsers_find_it():
    words = "Причал открыт.".encode("cp1251")
    for head in (
        b'<?xml version="1.0" encoding="windows-1251"?><html>',
        b"<!-- <meta charset=utf-8> --><meta charset=windows-1251>",
        b"<!--" + b"x" * 2000 + b"--><meta charset=windows-1251>",
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    ):
        article = read_article(head + b"<p>" + words, format="html")
        assert [segment.text for segment in article.segments] == ["Причал открыт."]


@pytest.mark.parametrize(
    ("data", "form", "why"),
    [
        ("<p>Hi there</p>".encode("utf-16-le"), "html", "UTF-16 without a byte order mark"),
        (b"<p>caf\xe9", "html", "is not UTF-8"),
        (b"<meta charset=klingon><p>x", "html", "charset that is not known: klingon"),
        (b"<meta charset=gb18030><p>\xff", "html", "is not gb18030"),
        ("Причал\n".encode("cp1251"), "text", "is not UTF-8"),
    ],
)
def test_what_cannot_be_read_says_why(data, form, why):
    with pytest.raises(ArticleError, match=why):
        read_article(data, format=form)
