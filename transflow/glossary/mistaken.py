"""What a file is that is no glossary: the usual mistakes of spreadsheets and editors, by name."""

from collections.abc import Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

__all__ = ["kind", "remedy", "unparted"]

_SAVE = "in the spreadsheet, save it as CSV UTF-8"
_BEGINNINGS = (
    (b"PK\x03\x04", "is a spreadsheet or an archive, not CSV", _SAVE),
    (b"\xd0\xcf\x11\xe0", "is an old spreadsheet (.xls), not CSV", _SAVE),
    (b"%PDF", "is a PDF, not CSV", "ask for the table itself"),
    (b"<", "is HTML or XML, not CSV", "a TBX file must be called .tbx or .xml"),
    (b"{", "is JSON, not CSV", ""),
)
_NO_SEPARATORS = "，；｜|、"


def kind(data: bytes) -> tuple[str, str]:
    """(what is wrong, what to do) of a file that cannot be a table; empty strings for one that can."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for sign, what, remedy_ in _BEGINNINGS:
        if start.startswith(sign):
            return what, remedy_
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and 3 * start.count(b"\0") > len(start) > 0:
        return "is UTF-16 without a byte order mark", "save it as UTF-8"
    return "", ""


def remedy(cell: str, cells: Sequence[str]) -> str:
    """What to do about a column of an unknown name; empty where that cannot be told."""
    if len(cells) == 1:
        for sign in _NO_SEPARATORS:
            if sign in cell:
                return f"{sign!r} does not part cells: use a comma, a semicolon or a tab"
    if tag := _languages().get(cell.casefold()):
        return f"a column is called by its language tag: {tag}"
    return ""


def unparted(names: Sequence[str], bodies: Sequence[Sequence[str]]) -> str:
    """The sign that parts the cells of the rows where the header has another; empty if it has not."""
    if len(names) < 2 or not bodies or any(len(cells) > 1 for cells in bodies):
        return ""
    return next((s for s in ";\t,|；，" if all(s in cells[0] for cells in bodies)), "")


@cache
def _languages() -> dict[str, str]:
    """Names of languages, in English and in themselves -> tag."""
    found: dict[str, str] = {}
    for tag, name in Locale("en").languages.items():
        if "_" not in tag and len(tag) == 2:
            found[name.casefold()] = tag
            try:
                found[(Locale(tag).get_language_name() or name).casefold()] = tag
            except (UnknownLocaleError, ValueError):  # the English name must do
                continue
    chinese = {
        "中文": "zh-Hans",
        "简体中文": "zh-Hans",
        "繁體中文": "zh-Hant",
        "chinese": "zh-Hans",
    }
    return found | chinese | {"simplified chinese": "zh-Hans", "traditional chinese": "zh-Hant"}
