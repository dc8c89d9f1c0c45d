"""Bytes to text and back: an article keeps the charset it is written in.

HTML says it (https://encoding.spec.whatwg.org/#names-and-labels has the labels browsers know);
everything else is UTF-8, or UTF-16 where a byte order mark says so.
"""

import codecs
import re
from dataclasses import dataclass

from transflow.errors import ArticleError
from transflow.files import charset as known_charset

__all__ = ["Charset", "declared_charset", "decoded"]

_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']\s*([A-Za-z0-9_.:-]+)")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_LOOK = 1024
"""Where browsers look first."""
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_LABELS = {
    "cp1252": "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 l1 windows-1252 x-cp1252",
    "cp1250": "windows-1250 x-cp1250",
    "cp1251": "windows-1251 x-cp1251",
    "cp1253": "windows-1253 x-cp1253",
    "cp1254": "windows-1254 x-cp1254 iso-8859-9 iso8859-9 latin5",
    "cp1255": "windows-1255 x-cp1255",
    "cp1256": "windows-1256 x-cp1256",
    "cp1257": "windows-1257 x-cp1257",
    "cp1258": "windows-1258 x-cp1258",
    "cp874": "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11",
    "iso8859_8": "iso-8859-8 iso-8859-8-i iso-8859-8-e hebrew logical visual",
    "iso8859_6": "iso-8859-6 iso-8859-6-i iso-8859-6-e arabic",
    "gb18030": "gb2312 gb_2312 gb_2312-80 gbk x-gbk chinese csgb2312 gb18030",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cseuckr",
    "mac_roman": "macintosh mac x-mac-roman",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    # A page that says UTF-16 in a way that can be read is not in it.
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 utf-16 utf-16le utf-16be unicode ucs-2",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}


@dataclass(frozen=True, slots=True)
class Charset:
    """How an article is written: its codec, and the byte order mark it begins with."""

    codec: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The article's bytes; letters that its charset lacks become character references."""
        errors = "transflow-windows" if _is_windows(self) else "xmlcharrefreplace"
        return self.mark + text.encode(self.codec, errors)


def decoded(data: bytes, kind: str, path: str) -> tuple[str, Charset]:
    """The text of an article and what it is written in.

    Raises:
        ArticleError: If it is not text of that charset, or would not come back to the same bytes.
    """
    charset = _charset(data, kind, path)
    body = data[len(charset.mark) :]
    try:
        text = body.decode(charset.codec, "transflow-windows" if _is_windows(charset) else "strict")
    except UnicodeDecodeError as cause:
        raise _not_text(body, charset, cause.start, kind, path) from cause
    if kind == "html" and "\0" in text[:_LOOK] and text.count("\0") > len(text) // 4:
        raise ArticleError(
            "looks like UTF-16 without a byte order mark", where=path, hint="save it as UTF-8"
        )
    if charset.encode(text) != data:
        raise ArticleError(
            f"does not come back to the same bytes in {charset.codec}",
            where=path,
            hint="save it as UTF-8",
        )
    return text, charset


def declared_charset(data: bytes) -> str:
    """Python's codec for the charset that an HTML document declares; empty for none.

    Raises:
        LookupError: If no browser knows it.
    """
    label = _label(data[:_LOOK])
    if not label and not _is_utf8(data):
        label = _label(data)
    return _codec(label) if label else ""


def _charset(data: bytes, kind: str, path: str) -> Charset:
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return Charset(codec, mark)
    if kind != "html":
        return Charset()
    try:
        return Charset(declared_charset(data) or "utf-8")
    except LookupError as cause:
        raise ArticleError(
            f"declares a charset that is not known: {cause}", where=path, hint="save it as UTF-8"
        ) from cause


def _label(data: bytes) -> str:
    match = _XML.match(data) or _META.search(_COMMENT.sub(b"", data))
    return match[1].decode("ascii").lower() if match else ""


def _codec(label: str) -> str:
    if label in _CODECS:
        return _CODECS[label]
    try:
        return known_charset(label)
    except LookupError:
        raise LookupError(label) from None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_windows(charset: Charset) -> bool:
    """Whether browsers read bytes that it leaves undefined as the control characters they are."""
    return charset.codec.startswith("cp125")


def _not_text(body: bytes, charset: Charset, at: int, kind: str, path: str) -> ArticleError:
    name = "UTF-8" if charset.codec == "utf-8" else charset.codec
    more = "declare its charset in a meta element" if kind == "html" else "convert it with iconv"
    line = body.count(b"\n", 0, at) + 1
    return ArticleError(
        f"is not {name} (byte 0x{body[at]:02x})",
        where=f"{path}:{line}",
        hint=f"save it as UTF-8, or {more}",
    )


def _odd(error: UnicodeError) -> tuple[str | bytes, int]:
    """Undefined bytes of Windows' charsets as control characters and back, else references."""
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        if 0x80 <= byte < 0xA0:
            return chr(byte), error.start + 1
        raise error
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101
    char = error.object[error.start]
    if "\x80" <= char < "\xa0":
        return bytes([ord(char)]), error.start + 1
    return f"&#{ord(char)};", error.start + 1


codecs.register_error("transflow-windows", _odd)
